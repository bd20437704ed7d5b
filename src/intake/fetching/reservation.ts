/** Directives of `X-Robots-Tag` by which a publisher does not want a text kept: `nocache` is Bing's word for `noarchive`. */
const KEPT_BACK: ReadonlySet<string> = new Set(['noarchive', 'nocache', 'noai', 'none']);

/** Directives that have a value behind a colon, and are no name of a robot. */
const WITH_VALUE = /^(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)$/;

/** `otherbot: noarchive` speaks to that robot, and to whose name begins the same. */
const ADDRESSED = /^\s*([a-z*][\w*.-]*)\s*:\s*(.*)$/is;

/**
 * Why a publisher does not want a text taken, a sentence, by the header fields that came with it (names in lower case);
 * undefined where nothing says so. Several lines of `x-robots-tag` are told apart by line feeds.
 */
export function reservedBy(headers: ReadonlyMap<string, string>): string | undefined {
  if (headers.get('tdm-reservation')?.trim() === '1') {
    return reservationOfMining('"tdm-reservation: 1"', headers.get('tdm-policy'));
  }
  const kept = (headers.get('x-robots-tag') ?? '').split('\n').map(keptBackIn).find(Boolean);
  return kept && `The publisher does not want this text kept by programs ("X-Robots-Tag: ${kept}").`;
}

/** The first directive for everybody, or for Verbatim, that keeps a text back. */
function keptBackIn(line: string): string | undefined {
  let isForUs = true;
  for (const part of line.split(',')) {
    const [, name = '', rest = ''] = ADDRESSED.exec(part) ?? [];
    const isAddressed = name !== '' && !WITH_VALUE.test(name.toLowerCase());
    if (isAddressed) isForUs = ['*', 'verbatim'].includes(name.toLowerCase());
    const directive = (isAddressed ? rest : part).trim().toLowerCase();
    if (isForUs && KEPT_BACK.has(directive)) return directive;
  }
  return undefined;
}

/** Where a site says for all its paths whether text and data mining are reserved (TDM Reservation Protocol, W3C 2024). */
export const RESERVATIONS_PATH = '/.well-known/tdmrep.json';

/**
 * The same by what a site says of a path, as the text of its `tdmrep.json`: the first rule whose pattern fits the path counts,
 * with `*` for anything and `$` for the end, as in robots.txt (RFC 9309, 2.2.3). What cannot be read reserves nothing.
 */
export function reservedBySite(rules: string, { pathname, search }: URL): string | undefined {
  let listed: unknown;
  try {
    listed = JSON.parse(rules);
  } catch {
    return undefined;
  }
  if (!Array.isArray(listed)) return undefined;
  for (const rule of listed as readonly unknown[]) {
    if (typeof rule !== 'object' || rule === null) continue;
    const {
      location,
      'tdm-reservation': reservation,
      'tdm-policy': policy,
    } = rule as Readonly<Record<string, unknown>>;
    if (typeof location !== 'string' || !fits(location, `${pathname}${search}`)) continue;
    if (String(reservation) !== '1') return undefined;
    return reservationOfMining(RESERVATIONS_PATH, typeof policy === 'string' ? policy : undefined);
  }
  return undefined;
}

/** Compared part by part, so that no pattern takes longer than the path is long. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isWhole ? parts.pop() : undefined;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!isWhole) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

function reservationOfMining(where: string, policy: string | undefined): string {
  const terms = policy === undefined ? '' : `; its terms are at ${policy}`;
  return `The publisher reserves text and data mining (${where}${terms}).`;
}
