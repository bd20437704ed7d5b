/**
 * Reads sent Markdown the way a reader sees it. It knows bold, underline and backslashes and nothing else: whatever could be any
 * other construct makes it refuse, so that it never has to agree with Discord about what such a construct shows.
 * It shares no code with `markdown.ts`, which writes what is read here.
 */
export function displayed(markdown: string): string | undefined {
  let text = '';
  let bold = false;
  let underlined = false;
  let lineStart = true;
  for (let index = 0; index < markdown.length; index += 1) {
    const character = markdown.charAt(index);
    const next = markdown.charAt(index + 1);
    if (character === '\\') {
      // Before a letter, a digit or white space a backslash would be shown itself.
      if (!/[^0-9A-Za-z\s]/.test(next)) return undefined;
      text += next;
      index += 1;
      lineStart = false;
    } else if (character === '*' && next === '*') {
      bold = !bold;
      index += 1;
    } else if (character === '_' && next === '_') {
      underlined = !underlined;
      index += 1;
    } else if (isLive(character, next, lineStart, markdown, index)) {
      return undefined;
    } else {
      text += character;
      lineStart = /[\n\r\u2028\u2029]/.test(character) || (lineStart && /\s/.test(character));
    }
  }
  return bold || underlined ? undefined : text;
}

/** Whether Discord might see the start of a construct here. */
function isLive(
  character: string,
  next: string,
  lineStart: boolean,
  markdown: string,
  index: number,
): boolean {
  if ('*_~`|<[@'.includes(character)) return true;
  if (character === ':') return next !== '' && !/\s/.test(next);
  if (!lineStart) return false;
  return '#>-+'.includes(character) || /^\d+[.)]/.test(markdown.slice(index));
}

const QUOTED_LINE = /^> ?/;

/** What isolates right-to-left writing, and its kin; no article has any of them. */
const DIRECTING = /[\u2066-\u2069]/;
const ISOLATED = /^\u2068([^\u2066-\u2069]+)\u2069$/;

/** From and to which character scripts run from right to left (Unicode's roadmap of blocks sets these stretches aside). */
const RIGHT_TO_LEFT = [
  [0x590, 0x8ff],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfeff],
  [0x10800, 0x10fff],
  [0x1e800, 0x1efff],
] as const;

function runsRightToLeft(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  return points.some((point) => RIGHT_TO_LEFT.some(([from, to]) => from <= point && point <= to));
}

/**
 * A quotation of Markdown lines as the reader sees it. Where any of it runs from right to left, each line but an empty one may be
 * isolated, from its first character to its last; anything else of the kind is no quotation.
 */
function quotationOf(lines: readonly string[]): string | undefined {
  const isIsolated = DIRECTING.test(lines.join(''));
  const inner = lines.map((line) => (isIsolated && line !== '' ? ISOLATED.exec(line)?.[1] : line));
  if (inner.includes(undefined)) return undefined;
  const marked = /^“([\s\S]*)”$/.exec(inner.join('\n'))?.[1];
  const read = marked === undefined ? undefined : displayed(marked);
  return isIsolated && !runsRightToLeft(read ?? '') ? undefined : read;
}

/** The quotations in one text display: its runs of `> ` lines and its code blocks, in order, as the reader sees them. */
export function quotationsIn(content: string): (string | undefined)[] {
  const quotations: (string | undefined)[] = [];
  const lines = content.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '```') {
      const end = lines.indexOf('```', at + 1);
      quotations.push(end < 0 ? undefined : lines.slice(at + 1, end).join('\n'));
      at = end < 0 ? lines.length : end;
    } else if (QUOTED_LINE.test(line)) {
      const quoted: string[] = [];
      for (; QUOTED_LINE.test(lines[at] ?? ''); at += 1)
        quoted.push((lines[at] ?? '').replace(QUOTED_LINE, ''));
      at -= 1;
      quotations.push(quotationOf(quoted));
    } else if (/^\s*(>|```)/.test(line)) {
      quotations.push(undefined);
    }
  }
  return quotations;
}
