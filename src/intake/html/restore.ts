// Restores what choosing the article lost of it.
import { besideOf } from './beside.ts';
import { type DomElement, holds, nameOf } from './dom.ts';
import { isMain } from './flow.ts';
import { ancestorsOf, inherited, isProse, LINKED, type Line, linesOf, PROSE } from './lines.ts';

/**
 * What was chosen, and what was left of the same article: words in the middle of a paragraph, the paragraphs before the
 * first, captions, lists and tables between others, headings of sections, notes, and the other sections where only one was chosen.
 */
export function restored(root: DomElement, chosen: ReadonlySet<DomElement>): ReadonlySet<DomElement> {
  const lines = linesOf(root);
  const main = mainOf(lines, chosen);
  const isChosen = lines.map(
    (line) => isIn(chosen, line) && (!main || main.has(line) || isProse(line) || isLong(line)),
  );
  const first = isChosen.indexOf(true);
  const last = isChosen.lastIndexOf(true);
  if (first < 0) return chosen;
  const scope = scopeOf(commonAncestor(lines.filter((_, at) => isChosen[at]).map(({ block }) => block)));
  const isInScope = inherited(false, (element, above) => above || element === scope);
  const [from, to] = rangeOf(lines, ({ block }) => isInScope(block), first, last);
  const groupOf = groupsWithin(scope);
  const linkShares = linkSharesOf(lines, groupOf);
  const isBeside = besideOf(scope);
  const prose = lines.filter((line, at) => isChosen[at] && isProse(line)).map(({ block }) => block);
  const isPeer = peersOf(scope, prose);
  const isNotes = inherited(false, (element, above) => above || isMarkedAsNotes(element));
  const isKept = lines.map((line, at) => {
    const { block } = line;
    if (isChosen[at] || (at > first && isNotes(block))) return true;
    if (isBeside(block)) return false;
    if (isPeer(block)) return true;
    if (at < from || at > to) return false;
    const group = groupOf(block);
    const linkShare = group && (linkShares.get(group) ?? 1);
    // Lists of teasers have their links, and stand above and below articles.
    if (at < first || at > last)
      return group ? linkShare === 0 && (isProse(line) || isCode(group)) : isProse(line);
    return linkShare !== undefined ? linkShare < LINKED : isProse(line) || nameOf(block) === 'figcaption';
  });
  const all = new Set(main ? [] : chosen);
  lines.forEach(({ block, holders }, at) => {
    const isOfSection = at > from && isKept[at + 1] === true && isHeading(block) && !isBeside(block);
    if (isKept[at] || isOfSection) for (const holder of holders) all.add(holder);
  });
  return all;
}

const isIn = (chosen: ReadonlySet<DomElement>, { holders }: Line) =>
  [...holders].some((holder) => chosen.has(holder));

/** A share of the prose that was chosen: the rest is not what the page is about. */
const MOST = 0.75;

/** The lines of the smallest main part or article that holds most of what was chosen; undefined where none does. */
function mainOf(lines: readonly Line[], chosen: ReadonlySet<DomElement>): ReadonlySet<Line> | undefined {
  const lengths = new Map<DomElement, number>();
  let whole = 0;
  for (const line of lines.filter((one) => isIn(chosen, one) && isProse(one))) {
    whole += line.text.length;
    for (const ancestor of ancestorsOf(line.block))
      if (isMain(ancestor)) lengths.set(ancestor, (lengths.get(ancestor) ?? 0) + line.text.length);
  }
  const holding = [...lengths].filter(([, length]) => length >= MOST * whole);
  if (holding.length === 0) return undefined;
  const [main] = holding.reduce((best, one) => (one[1] < best[1] ? one : best));
  const isWithin = inherited(false, (element, above) => above || element === main);
  return new Set(lines.filter(({ block }) => isWithin(block)));
}

/** Divisions that are marked the same are parts of the same kind: the posts of a thread. */
const kindOf = (element: DomElement) =>
  /^(?:div|section|article|td)$/.test(nameOf(element)) ? (element.getAttribute('class') ?? '') : '';

/**
 * Whether an element is of the same kind as one that holds prose that was chosen, or stands beside the scope in one of its kind.
 */
function peersOf(
  scope: DomElement | undefined,
  holding: readonly DomElement[],
): (element: DomElement) => boolean {
  const kinds = new Set(holding.map(kindOf));
  kinds.delete('');
  const kind = scope ? kindOf(scope) : '';
  const isLikeScope = inherited(false, (element, above) => {
    if (element === scope) return false;
    return above || (kind !== '' && kindOf(element) === kind);
  });
  return (element) => kinds.has(kindOf(element)) || isLikeScope(element);
}

/** The lowest element that holds all. */
function commonAncestor(blocks: readonly DomElement[]): DomElement | undefined {
  const [one, ...others] = new Set(blocks);
  if (!one) return undefined;
  let common = ancestorsOf(one);
  for (const other of others) {
    const ancestors = new Set(ancestorsOf(other));
    common = common.slice(common.findIndex((ancestor) => ancestors.has(ancestor)));
  }
  return common[0];
}

/** The article, or the main part of the page, around what was chosen; else only what was chosen. */
function scopeOf(common: DomElement | undefined): DomElement | undefined {
  return (common && ancestorsOf(common).find((ancestor) => isMain(ancestor))) ?? common;
}

/** The lines of the scope, and those before it that stand below the title. */
function rangeOf(
  lines: readonly Line[],
  isWithin: (line: Line) => boolean,
  first: number,
  last: number,
): readonly [number, number] {
  const title = lines.findLastIndex(({ block }, at) => at < first && nameOf(block) === 'h1');
  const opening = lines.findIndex(isWithin);
  const from = opening < 0 ? first : Math.min(first, opening);
  return [title < 0 ? from : Math.min(from, title + 1), Math.max(last, lines.findLastIndex(isWithin))];
}

/** As captions are, whose credit ends them. */
const isLong = ({ text, linked }: Line) => text.trim().length >= PROSE && linked < LINKED * text.length;

const isHeading = (block: DomElement) => /^h[2-6]$/.test(nameOf(block));
const isCode = (group: DomElement) => holds(group, (one) => nameOf(one) === 'pre');

/** Foot and end notes, which stand below their article, in a footer too. */
function isMarkedAsNotes(element: DomElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return /^doc-(?:endnotes?|footnote)$/.test(element.getAttribute('role') ?? '') || NOTES.test(names);
}

/** Of Pandoc, Markdown processors, Texinfo, MediaWiki, WordPress and Wikidot. */
const NOTES =
  /(?:^|\s)(?:foot-?notes?(?:-(?:list|footer|segment|container|section))?|end-?notes?|references(?:-small)?|reflist|fn-list)(?:$|\s)/i;

/** The outermost list, table, quotation or code that a line stands in, which is kept or left as a whole. */
function groupsWithin(scope: DomElement | undefined): (element: DomElement) => DomElement | undefined {
  return inherited<DomElement | undefined>(undefined, (element, above) => {
    if (element === scope) return undefined;
    return above ?? (/^(?:ul|ol|dl|table|pre|blockquote)$/.test(nameOf(element)) ? element : undefined);
  });
}

function linkSharesOf(
  lines: readonly Line[],
  groupOf: (element: DomElement) => DomElement | undefined,
): ReadonlyMap<DomElement, number> {
  const sums = new Map<DomElement, { linked: number; length: number }>();
  for (const { block, text, linked } of lines) {
    const group = groupOf(block);
    if (!group) continue;
    const sum = sums.get(group) ?? { linked: 0, length: 0 };
    sums.set(group, { linked: sum.linked + linked, length: sum.length + text.trim().length });
  }
  return new Map([...sums].map(([group, { linked, length }]) => [group, linked / Math.max(1, length)]));
}
