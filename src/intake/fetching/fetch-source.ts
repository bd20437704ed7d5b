// Fetches a web address safely.
import type { IncomingMessage } from 'node:http';
import type { Result } from '../../result.ts';
import type { Source, SourceResponse } from '../source.ts';
import { bodyOf, tooLargeFrom } from './body.ts';
import { FetchFailure, problemOfError, problemOfStatus } from './failures.ts';
import { INTERNET, type Network } from './network.ts';
import { redirectedTo } from './redirect.ts';
import { answerOf } from './request.ts';
import { RESERVATIONS_PATH, reservedBy, reservedBySite } from './reservation.ts';
import { hostOf, webAddress } from './web-address.ts';

export interface FetchOptions {
  /** Whether the operator's own network is fetched from, too: this machine and private addresses. */
  readonly allowPrivate?: boolean;
  /** What the server said when it was asked before: it is asked for what has changed since. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Its server only hands over what somebody sent there: it publishes nothing, and its rules are not asked for. */
  readonly isHandedOver?: boolean;
  readonly signal?: AbortSignal;
  /** Told how much of the body has come, from 0 to 1, where the server says how long it is. */
  readonly onProgress?: (share: number) => void;
  /** Another one is for tests. */
  readonly network?: Network;
}

/** What a web server answered. */
export type Fetched =
  | {
      readonly outcome: 'fetched';
      readonly source: Source & { readonly response: SourceResponse };
      /** To ask with again (`FetchOptions`). */
      readonly etag?: string;
      readonly lastModified?: string;
      /** A sentence why the publisher does not want the text taken, by its header fields or its site's `tdmrep.json`. */
      readonly reserved?: string;
    }
  /** It is as it was by the `etag` or the date that was sent along. */
  | { readonly outcome: 'unchanged' }
  /** There is no such page, or none any more; `sentence` says so. */
  | { readonly outcome: 'gone'; readonly status: 404 | 410; readonly sentence: string };

/**
 * Fetches a web address, safely: http and https alone; each redirect is checked as the first address was; nothing is asked of this
 * machine, private networks and other addresses that no article is at, however they are written and whatever a name leads
 * to; time and size have limits (`network.ts`). A redirect from https to http is refused, since who stands between could alter
 * the text. No cookie is kept, no password sent. A problem is one sentence that says what is wrong and how to mend it.
 */
export async function fetchSource(address: string, options: FetchOptions = {}): Promise<Result<Fetched>> {
  const first = webAddress(address);
  if ('problem' in first) return first;
  const { network = INTERNET } = options;
  const { milliseconds } = network.limits;
  const tooSlow = new FetchFailure(
    `${first.value.host} takes longer than ${milliseconds / 1000} seconds. Try again later, or save the page in a browser and add the file.`,
  );
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(tooSlow), milliseconds);
  const signal = options.signal ? AbortSignal.any([deadline.signal, options.signal]) : deadline.signal;
  try {
    return await fetchWithin(first.value, options, network, signal);
  } catch (error) {
    if (options.signal?.aborted) return { problem: 'It was broken off.' };
    return { problem: problemOfError(hostOf(first.value), deadline.signal.aborted ? tooSlow : error) };
  } finally {
    clearTimeout(timer);
  }
}

async function fetchWithin(
  first: URL,
  { allowPrivate = false, etag, lastModified, isHandedOver = false, onProgress }: FetchOptions,
  network: Network,
  signal: AbortSignal,
): Promise<Result<Fetched>> {
  const reach = { allowPrivate };
  const isConditional = etag !== undefined || lastModified !== undefined;
  const headers = {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
  const followed = await follow(first, { network, reach, headers, signal });
  if ('problem' in followed) return followed;
  const { url, answer } = followed.value;
  const host = hostOf(url);
  const fields = fieldsOf(answer);
  const status = answer.statusCode ?? 0;
  if (status !== 200 && status !== 203) answer.destroy();
  if (status === 304 && isConditional) return { value: { outcome: 'unchanged' } };
  if (status === 404 || status === 410) {
    return { value: { outcome: 'gone', status, sentence: problemOfStatus(host, status, fields) } };
  }
  if (status !== 200 && status !== 203) return { problem: problemOfStatus(host, status, fields) };

  const bytes = await readWhole(answer, { host, fields, limit: network.limits.bytes, onProgress });
  const response = { address: url.href, ...contentType(fields.get('content-type')), headers: fields };
  // What came with the text counts before what is said of the whole site.
  const reserved =
    reservedBy(fields) ??
    (isHandedOver || fields.has('tdm-reservation')
      ? undefined
      : await siteReservation(url, { network, reach, signal }));
  const [newEtag, newLastModified] = [fields.get('etag'), fields.get('last-modified')];
  return {
    value: {
      outcome: 'fetched',
      source: { name: first.href, bytes, response },
      ...(newEtag !== undefined && { etag: newEtag }),
      ...(newLastModified !== undefined && { lastModified: newLastModified }),
      ...(reserved !== undefined && { reserved }),
    },
  };
}

type Asking = Parameters<typeof answerOf>[1];

/** The first answer that leads nowhere else, and its address. */
async function follow(
  first: URL,
  asking: Asking,
): Promise<Result<{ readonly url: URL; readonly answer: IncomingMessage }>> {
  const { redirects } = asking.network.limits;
  const seen = new Set<string>();
  let url = first;
  for (;;) {
    seen.add(url.href);
    const answer = await answerFrom(url, asking);
    const location = answer.headers.location;
    if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) return { value: { url, answer } };
    answer.destroy();
    const host = hostOf(url);
    if (location === undefined) {
      return {
        problem: `${host} leads elsewhere without saying where (${answer.statusCode}). Check the address.`,
      };
    }
    const next = redirectedTo(url, location);
    if ('problem' in next) return next;
    if (seen.has(next.value.href)) {
      return {
        problem: `${host} leads in a circle, perhaps since no cookies are kept. Save the page in a browser and add the file.`,
      };
    }
    if (seen.size > redirects) {
      return {
        problem: `${host} leads on for more than ${redirects} redirects. Give the address where it ends.`,
      };
    }
    url = next.value;
  }
}

/** What fails is told with the host that it failed at, which is not always the one asked for. */
async function answerFrom(url: URL, asking: Asking): Promise<IncomingMessage> {
  try {
    return await answerOf(url, asking);
  } catch (error) {
    if (asking.signal.aborted) throw error;
    throw new FetchFailure(problemOfError(hostOf(url), error));
  }
}

async function readWhole(
  answer: IncomingMessage,
  {
    host,
    fields,
    limit,
    onProgress,
  }: {
    readonly host: string;
    readonly fields: ReadonlyMap<string, string>;
    readonly limit: number;
    readonly onProgress: ((share: number) => void) | undefined;
  },
): Promise<Uint8Array> {
  const length = Number(fields.get('content-length') ?? Number.NaN);
  if (length > limit) {
    answer.destroy();
    throw tooLargeFrom(host, limit);
  }
  return bodyOf(answer, {
    host,
    encodings: fields.get('content-encoding') ?? '',
    limit,
    onBytes: (count) => {
      if (length > 0) onProgress?.(Math.min(1, count / length));
    },
  });
}

/** In bytes. A list of rules for paths is short, and is asked for beside the text that is wanted. */
const LONGEST_RULES = 256 * 1024;
/** In milliseconds: who does not say at once that the text is reserved is not waited for much longer. */
const LONGEST_WAIT_FOR_RULES = 3000;

/** By what the site says of all its paths; where nothing can be read, it reserves nothing. */
async function siteReservation(
  page: URL,
  asking: Pick<Asking, 'network' | 'reach' | 'signal'>,
): Promise<string | undefined> {
  const limits = { ...asking.network.limits, bytes: LONGEST_RULES };
  const signal = AbortSignal.any([asking.signal, AbortSignal.timeout(LONGEST_WAIT_FOR_RULES)]);
  try {
    const followed = await follow(new URL(RESERVATIONS_PATH, page), {
      network: { ...asking.network, limits },
      reach: asking.reach,
      headers: { accept: 'application/json' },
      signal,
    });
    if ('problem' in followed) return undefined;
    const { url, answer } = followed.value;
    if (answer.statusCode !== 200) {
      answer.destroy();
      return undefined;
    }
    const [host, fields] = [hostOf(url), fieldsOf(answer)];
    const rules = await readWhole(answer, {
      host,
      fields,
      limit: LONGEST_RULES,
      onProgress: undefined,
    });
    return reservedBySite(new TextDecoder().decode(rules), page);
  } catch {
    return undefined;
  }
}

/**
 * Header fields by their names in lower case. Several lines of one are joined by a comma and a line feed, since each line of
 * `x-robots-tag` may speak to another robot; cookies are left away.
 */
function fieldsOf({ headersDistinct, headers }: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headersDistinct)
      .filter(([name]) => name !== 'set-cookie')
      // Of what may come once alone, the first counts, as Node.js knows it.
      .map(([name, lines = []]) => [
        name,
        name === 'x-robots-tag' ? lines.join(',\n') : String(headers[name] ?? lines.join(', ')),
      ]),
  );
}

function contentType(field = ''): Pick<SourceResponse, 'mediaType' | 'charset'> {
  const [mediaType = '', ...parameters] = field.split(';').map((part) => part.trim());
  const charset = parameters
    .map((parameter) => /^charset\s*=\s*(?:"([^"]*)"|'([^']*)'|(.*))$/i.exec(parameter)?.slice(1))
    .find(Boolean)
    ?.find((value) => value !== undefined);
  return { mediaType: mediaType.toLowerCase(), ...(charset && { charset: charset.trim() }) };
}
