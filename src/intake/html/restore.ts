import { type DomElement, type DomNode, isElement, nameOf, walk } from './dom.ts';
import { isBlock, isMain } from './flow.ts';
import { leavingOf } from './left-out.ts';

/** A run of text between two ends of blocks, by the element that it stands in. */
interface Line {
  readonly block: DomElement;
  /** The elements whose own text it is. */
  readonly holders: Set<DomElement>;
  text: string;
  linked: number;
}

/** Parts that are about a page or beside its article: of what their names and classes speak. */
const BESIDE =
  /(?:^|[-_\s])(?:ads?|advert\w*|banner|breadcrumbs?|byline|comments?|cookies?|disqus|footer|foot|legal|login|masthead|menu|meta|modal|most-?(?:read|popular)|nav\w*|newsletter|outbrain|pagination|pager|paywall|popular|popup|promo\w*|recirc\w*|recommend\w*|related\w*|replies|respond|share\w*|sharing|sidebar|sign-?up|social|sponsor\w*|subscri\w*|taboola|tags?|teaser|toolbar|trending|widget\w*|author-?(?:bio|info|box)|bio|copyright|disclaimer|more|read-?(?:more|next))(?:$|[-_\s])/i;
const BESIDE_NAMES = new Set(['aside', 'nav', 'footer', 'form', 'menu', 'address']);
const BESIDE_ROLES = new Set([
  'complementary',
  'contentinfo',
  'navigation',
  'banner',
  'search',
  'dialog',
  'note',
]);
/** In characters: fewer say nothing by themselves (Readability asks the same of a paragraph beside an article). */
const PROSE = 80;
const LINKED = 0.25;
const ENDS_SENTENCE = /[.!?…。！？؟।]["'”’»)\]]*\s*(?:\[\w+\]\s*)*$/u;

/**
 * What was chosen, and what was left of the same article: words in the middle of a paragraph, the paragraphs before the
 * first, captions, lists and tables between others, headings of sections, and the other sections where only one was chosen.
 */
export function restored(root: DomElement, chosen: ReadonlySet<DomElement>): ReadonlySet<DomElement> {
  const lines = linesOf(root);
  const main = mainOf(lines, chosen);
  const isChosen = lines.map((line) => isIn(chosen, line) && (!main || main.has(line) || isProse(line)));
  const first = isChosen.indexOf(true);
  const last = isChosen.lastIndexOf(true);
  if (first < 0) return chosen;
  const scope = scopeOf(commonAncestor(lines.filter((_, at) => isChosen[at]).map(({ block }) => block)));
  const [from, to] = rangeOf(lines, scope, first, last);
  const linkShares = linkSharesOf(lines, scope);
  const isKept = lines.map((line, at) => {
    if (isChosen[at]) return true;
    if (at < from || at > to || isBeside(line.block, scope)) return false;
    if (at < first || at > last) return isProse(line);
    const group = groupOf(line.block, scope);
    return group
      ? (linkShares.get(group) ?? 1) < LINKED
      : isProse(line) || nameOf(line.block) === 'figcaption';
  });
  const all = new Set(main ? [] : chosen);
  lines.forEach(({ block, holders }, at) => {
    const isOfSection = at > from && isKept[at + 1] === true && isHeading(block) && !isBeside(block, scope);
    if (isKept[at] || isOfSection) for (const holder of holders) all.add(holder);
  });
  return all;
}

const isIn = (chosen: ReadonlySet<DomElement>, { holders }: Line) =>
  [...holders].some((holder) => chosen.has(holder));

/** A share of what was chosen: the rest is not what the page is about. */
const MOST = 0.75;

/** The lines of the page's main part, where it holds most of what was chosen from the whole page; undefined elsewhere. */
function mainOf(lines: readonly Line[], chosen: ReadonlySet<DomElement>): ReadonlySet<Line> | undefined {
  const within = lines.filter(({ block }) =>
    ancestorsOf(block).some((one) => nameOf(one) === 'main' || one.getAttribute('role') === 'main'),
  );
  const lengthOf = (some: readonly Line[]) =>
    some.filter((line) => isIn(chosen, line)).reduce((sum, { text }) => sum + text.length, 0);
  const length = lengthOf(within);
  return length > 0 && length >= MOST * lengthOf(lines) ? new Set(within) : undefined;
}

/**
 * What is read where nothing was chosen: the main part of the page, or all of it, but for what stands beside an article.
 */
export function mainElements(root: DomElement): ReadonlySet<DomElement> {
  const lines = linesOf(root);
  const lengths = new Map<DomElement, number>();
  for (const line of lines)
    for (const ancestor of ancestorsOf(line.block))
      if (isMain(ancestor) || ancestor === root)
        lengths.set(ancestor, (lengths.get(ancestor) ?? 0) + (isProse(line) ? line.text.length : 0));
  const whole = lengths.get(root) ?? 0;
  // The lowest that holds most of the page's prose.
  const [scope = root] =
    [...lengths].filter(([, length]) => 2 * length > whole).sort((a, b) => a[1] - b[1])[0] ?? [];
  const main = new Set<DomElement>();
  for (const { block, holders } of lines) {
    const ancestors = ancestorsOf(block);
    if (!ancestors.includes(scope) || isBeside(block, scope)) continue;
    if (!isMain(scope) && ancestors.some((ancestor) => nameOf(ancestor) === 'header')) continue;
    for (const holder of holders) main.add(holder);
  }
  return main;
}

/** Every run of text of a page that is not left out anyway. */
function linesOf(root: DomElement): readonly Line[] {
  const lines: Line[] = [];
  const blocks: DomElement[] = [];
  let [line, links]: [Line | undefined, number] = [undefined, 0];
  walk(root, {
    enter(element) {
      const name = nameOf(element);
      if (leavingOf(element) !== undefined) return false;
      if (isBlock(element, name)) {
        blocks.push(element);
        line = undefined;
      } else if (name === 'a') links += 1;
      return true;
    },
    leave(element) {
      const name = nameOf(element);
      if (isBlock(element, name)) {
        blocks.pop();
        line = undefined;
      } else if (name === 'a') links -= 1;
    },
    text({ data, parentNode }) {
      const block = blocks.at(-1);
      if (!block || !parentNode || !isElement(parentNode) || data.trim() === '') return;
      if (!line) {
        line = { block, holders: new Set(), text: '', linked: 0 };
        lines.push(line);
      }
      line.holders.add(parentNode);
      line.text += data;
      if (links > 0) line.linked += data.trim().length;
    },
  });
  return lines;
}

function ancestorsOf(element: DomElement): readonly DomElement[] {
  const ancestors: DomElement[] = [];
  for (let node: DomNode | null = element; node && isElement(node); node = node.parentNode)
    ancestors.push(node);
  return ancestors;
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
  scope: DomElement | undefined,
  first: number,
  last: number,
): readonly [number, number] {
  const isWithin = ({ block }: Line) => scope !== undefined && ancestorsOf(block).includes(scope);
  const title = lines.findLastIndex(({ block }, at) => at < first && nameOf(block) === 'h1');
  const opening = lines.findIndex(isWithin);
  const from = Math.max(0, Math.min(first, opening < 0 ? first : opening));
  return [title < 0 ? from : Math.min(from, title + 1), Math.max(last, lines.findLastIndex(isWithin))];
}

function isBeside(block: DomElement, scope: DomElement | undefined): boolean {
  for (const element of ancestorsOf(block)) {
    const name = nameOf(element);
    if (element === scope || name === 'body') return false;
    if (BESIDE_NAMES.has(name) || BESIDE_ROLES.has(element.getAttribute('role') ?? '')) return true;
    if (BESIDE.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`))
      return true;
    // A teaser of another article.
    if (name === 'article') return true;
  }
  return false;
}

function isProse({ text, linked }: Line): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length >= PROSE && linked < LINKED * words.length && ENDS_SENTENCE.test(words);
}

const isHeading = (block: DomElement) => /^h[2-6]$/.test(nameOf(block));

/** The outermost list, table, quotation or code that a line stands in, which is kept or left as a whole. */
function groupOf(block: DomElement, scope: DomElement | undefined): DomElement | undefined {
  const ancestors = ancestorsOf(block);
  const within =
    scope && ancestors.includes(scope) ? ancestors.slice(0, ancestors.indexOf(scope)) : ancestors;
  return within.findLast((ancestor) => /^(?:ul|ol|dl|table|pre|blockquote)$/.test(nameOf(ancestor)));
}

function linkSharesOf(
  lines: readonly Line[],
  scope: DomElement | undefined,
): ReadonlyMap<DomElement, number> {
  const sums = new Map<DomElement, { linked: number; length: number }>();
  for (const { block, text, linked } of lines) {
    const group = groupOf(block, scope);
    if (!group) continue;
    const sum = sums.get(group) ?? { linked: 0, length: 0 };
    sums.set(group, { linked: sum.linked + linked, length: sum.length + text.trim().length });
  }
  return new Map([...sums].map(([group, { linked, length }]) => [group, linked / Math.max(1, length)]));
}
