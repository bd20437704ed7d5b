/**
 * The constructs within lines: emphasis, code, spoilers, links, mentions. Each rule looks for the end of what may begin at
 * a place, once: where there is none, `Stretch.closed` remembers it, so that a thousand beginnings cost no more than one.
 */

/** A message's Markdown, and what is found in it once for all its stretches. */
export interface Source {
  readonly markdown: string;
  /** Where runs of backticks begin, ascending, by how long they are. */
  readonly ticks: ReadonlyMap<number, readonly number[]>;
  /** Where each `[` is closed. */
  readonly brackets: ReadonlyMap<number, number>;
}

/** A stretch of Markdown that is read by itself, up to the offset `to`. */
export interface Stretch extends Source {
  readonly to: number;
  /** Marks that nothing ends any more within it. */
  readonly closed: Set<string>;
}

/** What stands from some place to `end`: other Markdown, text within a line, or text that is a block of its own. */
export type Construct =
  | { readonly kind: 'holding'; readonly from: number; readonly to: number; readonly end: number }
  | { readonly kind: 'showing' | 'block'; readonly text: string; readonly end: number };

export function sourceOf(markdown: string): Source {
  return { markdown, ticks: ticksIn(markdown), brackets: bracketsIn(markdown) };
}

function ticksIn(markdown: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of markdown.matchAll(/`+/g)) {
    const starts = runs.get(run.length);
    if (starts) starts.push(index);
    else runs.set(run.length, [index]);
  }
  return runs;
}

function bracketsIn(markdown: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: found, index } of markdown.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (found === '[') open.push(index);
    else if (found === ']') {
      const start = open.pop();
      if (start !== undefined) partners.set(start, index);
    }
  }
  return partners;
}

/** The construct that begins at `at`; undefined where its character stands for itself. `holds`: it may hold others. */
export function constructAt(stretch: Stretch, at: number, holds: boolean): Construct | undefined {
  switch (stretch.markdown.charAt(at)) {
    case '\\':
      return escaped(stretch, at);
    case '`':
      return codeBlock(stretch, at) ?? code(stretch, at);
    case '<':
      return bracketed(stretch, at);
    case 'h':
    case 's':
      return address(stretch, at);
    case '¯':
      return shrug(stretch, at);
  }
  if (!holds) return undefined;
  switch (stretch.markdown.charAt(at)) {
    case '*':
      return longer(italicByStars(stretch, at), doubled(stretch, at, '*'));
    case '_':
      return longer(italicByLines(stretch, at), doubled(stretch, at, '_'));
    case '~':
      return between(stretch, at, '~~', '_');
    case '|':
      return between(stretch, at, '||');
    case '[':
      return maskedLink(stretch, at);
    default:
      return undefined;
  }
}

const longer = (one: Construct | undefined, other: Construct | undefined) =>
  one && other ? (one.end >= other.end ? one : other) : (one ?? other);

/** The character at an offset, none from the end of the stretch on. */
const charAt = ({ markdown, to }: Stretch, at: number) => (at < to ? markdown.charAt(at) : '');

function showing(text: string, end: number, to: number): Construct | undefined {
  return end > to ? undefined : { kind: 'showing', text, end };
}

function matchAt(pattern: RegExp, markdown: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(markdown) ?? undefined;
}

/** Before a letter, a digit or white space a backslash stands for itself. */
function escaped(stretch: Stretch, at: number): Construct | undefined {
  const next = charAt(stretch, at + 1);
  return /^[^0-9A-Za-z\s]/.test(next) ? showing(next, at + 2, stretch.to) : undefined;
}

/** Typed with a backslash that is displayed all the same. */
const SHRUG = '¯\\_(ツ)_/¯';

function shrug({ markdown, to }: Stretch, at: number): Construct | undefined {
  return markdown.startsWith(SHRUG, at) ? showing(SHRUG, at + SHRUG.length, to) : undefined;
}

/** Where a row of the same mark ends: four or more can begin and end with each other, whatever comes after. */
function runEnd({ markdown, to }: Stretch, at: number): number {
  const mark = markdown.charAt(at);
  let end = at;
  while (end < to && markdown.charAt(end) === mark) end += 1;
  return end;
}

/** `*italic*`: no white space after the first mark, and two spaces at most before the last; `**` within it ends nothing. */
function italicByStars(stretch: Stretch, at: number): Construct | undefined {
  const { markdown, to, closed } = stretch;
  const from = at + 1;
  if (from >= to || isSpace(markdown.charAt(from))) return undefined;
  const last = closed.has('*') ? runEnd(stretch, at) : to;
  for (let index = from; index < last; ) {
    const character = markdown.charAt(index);
    if (character === '*') {
      if (charAt(stretch, index + 1) === '*') index += 2;
      else return index > from ? { kind: 'holding', from, to: index, end: index + 1 } : undefined;
    } else if (character === '\\') index += 2;
    else if (isSpace(character)) {
      const start = index;
      while (index < to && isSpace(markdown.charAt(index))) index += 1;
      if (charAt(stretch, index) === '*' && charAt(stretch, index + 1) !== '*') {
        // Else it is the beginning of another, or of an item of a list.
        const ends = /^ {1,2}$/.test(markdown.slice(start, Math.min(index, start + 3)));
        return ends ? { kind: 'holding', from, to: start, end: index + 1 } : undefined;
      }
    } else index += 1;
  }
  if (last === to) closed.add('*');
  return undefined;
}

const isSpace = (character: string) => /^\s/.test(character);
const isOfWord = (character: string) => /^\w/.test(character);

/** `_italic_`: what ends it is not within a word, such as `of_this_kind`; `__` within it ends nothing. */
function italicByLines(stretch: Stretch, at: number): Construct | undefined {
  const { markdown, to, closed } = stretch;
  const from = at + 1;
  const last = closed.has('_') ? runEnd(stretch, at) : to;
  for (let index = from; index < last; ) {
    const character = markdown.charAt(index);
    if (character === '_') {
      const next = charAt(stretch, index + 1);
      if (index > from && !isOfWord(next)) return { kind: 'holding', from, to: index, end: index + 1 };
      if (next !== '_') return undefined;
      index += 2;
    } else index += character === '\\' ? 2 : 1;
  }
  if (last === to) closed.add('_');
  return undefined;
}

/** `**bold**` and `__underlined__`: the nearest pair of marks that no third follows. */
function doubled(stretch: Stretch, at: number, mark: '*' | '_'): Construct | undefined {
  const { markdown, to, closed } = stretch;
  const marks = mark + mark;
  if (charAt(stretch, at + 1) !== mark || closed.has(marks)) return undefined;
  const from = at + 2;
  for (let index = from; index + 2 <= to; index += markdown.charAt(index) === '\\' ? 2 : 1) {
    if (index > from && markdown.startsWith(marks, index) && charAt(stretch, index + 2) !== mark)
      return { kind: 'holding', from, to: index, end: index + 2 };
  }
  closed.add(marks);
  return undefined;
}

/** `~~struck~~` and `||hidden||`: up to the nearest marks that are not before `unless`. */
function between(stretch: Stretch, at: number, marks: string, unless?: string): Construct | undefined {
  const { markdown, to, closed } = stretch;
  if (!markdown.startsWith(marks, at) || closed.has(marks)) return undefined;
  const from = at + 2;
  let end = markdown.indexOf(marks, from + 1);
  while (unless && end >= 0 && end + 2 <= to && charAt(stretch, end + 2) === unless)
    end = markdown.indexOf(marks, end + 1);
  if (end >= 0 && end + 2 <= to) return { kind: 'holding', from, to: end, end: end + 2 };
  closed.add(marks);
  return undefined;
}

const FENCE = '```';
const LANGUAGE = /^[a-z0-9_+\-.#]+\n/i;

/** A code block, without the name of its language and the line breaks around it. */
function codeBlock({ markdown, to, closed }: Stretch, at: number): Construct | undefined {
  if (!markdown.startsWith(FENCE, at) || closed.has(FENCE)) return undefined;
  const end = markdown.indexOf(FENCE, at + FENCE.length + 1);
  if (end < 0 || end + FENCE.length > to) {
    closed.add(FENCE);
    return undefined;
  }
  const held = markdown.slice(at + FENCE.length, end);
  const text = withoutOuter('\n', held.replace(LANGUAGE, '')) || withoutOuter('\n', held);
  return text === '' ? undefined : { kind: 'block', text, end: end + FENCE.length };
}

function withoutOuter(character: string, text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charAt(from) === character) from += 1;
  while (to > from && text.charAt(to - 1) === character) to -= 1;
  return text.slice(from, to);
}

/** Backticks up to as many again; where there are not, up to fewer. Where nothing ends them, they stand for themselves. */
function code({ markdown, ticks, to }: Stretch, at: number): Construct | undefined {
  let from = at;
  while (from < to && markdown.charAt(from) === '`') from += 1;
  for (let length = from - at; length > 0; length -= 1) {
    const end = nextFrom(ticks.get(length) ?? [], from);
    if (end !== undefined && end + length <= to)
      return { kind: 'showing', text: unpadded(markdown.slice(at + length, end)), end: end + length };
  }
  return { kind: 'showing', text: markdown.slice(at, from), end: from };
}

/** The space that parts a backtick from the marks is not of the code. */
function unpadded(held: string): string {
  const words = withoutOuter(' ', held);
  const from = words.startsWith('`') && held.startsWith(' ') ? 1 : 0;
  const to = words.endsWith('`') && held.endsWith(' ') ? held.length - 1 : held.length;
  return held.slice(from, to);
}

/** The first of ascending numbers that is not below `least`. */
function nextFrom(ascending: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

/** Longer addresses and names than any that Discord takes; the bound keeps a search from running on. */
const ADDRESS = /(?:https?|steam):\/\/[^\s<]{1,2000}[^<.,:;"'\]\s]/y;

/** An address as it is typed: what looks like emphasis within it is none. */
function address(stretch: Stretch, at: number): Construct | undefined {
  const found = matchAt(ADDRESS, stretch.markdown, at)?.[0];
  if (found === undefined) return undefined;
  const end = Math.min(at + found.length, stretch.to);
  return { kind: 'showing', text: stretch.markdown.slice(at, end), end };
}

/** People, roles, channels, custom emoji, times, a server's own pages: of a name that the message does not hold, or no words. */
const NAMELESS =
  /<(?:@[!&]?\d{1,21}|#\d{1,21}|a?:\w{1,64}:\d{1,21}|t:-?\d{1,17}(?::[A-Za-z])?|id:[a-z-]{1,32}(?::\d{1,21})?)>/y;
const COMMAND = /<(\/[^\n<>:]{1,100}):\d{1,21}>/y;
/** Of a page, of a mailbox, of a telephone. */
const ADDRESS_IN_BRACKETS =
  /<([^:\s<>]{1,50}:\/[^\s<>]{1,2000}|[^\s<>@]{1,200}@[^\s<>@]{1,200}\.[^\s<>@]{1,50}|(?:(?:tel|sms):\+?|\+)[\d()][\d() ./-]{1,50})>/y;

/** What stands between `<` and `>`: left out if it has no words, else its words. */
function bracketed({ markdown, to }: Stretch, at: number): Construct | undefined {
  const nameless = matchAt(NAMELESS, markdown, at);
  if (nameless) return showing('', at + nameless[0].length, to);
  const [whole, words] = matchAt(COMMAND, markdown, at) ?? matchAt(ADDRESS_IN_BRACKETS, markdown, at) ?? [];
  return whole !== undefined && words !== undefined ? showing(words, at + whole.length, to) : undefined;
}

const TARGET =
  /\(\s{0,20}<?(?:https?|discord|mailto|tel|sms):(?:\([^\s()]{0,500}\)|[^\s()<>]){1,2000}>?(?:\s{1,20}(?:"[^"]{0,1000}"|'[^']{0,1000}'))?\s{0,20}\)/iy;

/** `[words](address "title")`: its words. */
function maskedLink({ markdown, brackets, to }: Stretch, at: number): Construct | undefined {
  const close = brackets.get(at);
  if (close === undefined || markdown.charAt(close + 1) !== '(' || close === at + 1) return undefined;
  const target = matchAt(TARGET, markdown, close + 1);
  const end = target && close + 1 + target[0].length;
  return end !== undefined && end <= to ? { kind: 'holding', from: at + 1, to: close, end } : undefined;
}
