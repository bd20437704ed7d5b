// Links to a passage on its publisher's page.
import type { Article } from '../corpus/article.ts';
import type { Span } from '../corpus/passage.ts';
import { LIMITS } from '../limits.ts';
import { linesWithin, type PageText, pageTextOf, placeOn, printed, type Strip } from './page-text.ts';
import { type Directive, leadsTo } from './text-directive.ts';
import { type Edges, edgesOf } from './word-edges.ts';

/**
 * How many words are tried for each end: as few as tell it from the rest of the article, but not so few that they are
 * likely to stand in a page's menu or in a teaser of another article. Fewer are tried last, where more have no room.
 */
const FEWEST = 4;
const WORDS = [FEWEST, 6, 9, 12];
const FEW_WORDS = [3, 2, 1];
/** How many words are tried before and behind: after more words, since a picture or a note may stand between on the page. */
const WORDS_AROUND = [3, 6];

/** What parts the directives from the rest of a fragment. */
const DELIMITER = ':~:';

/**
 * The address at which a browser shows a span of an article on its page and marks it. Undefined where the article has no
 * address, and where none is short enough and leads to that place and no other, as far as the article tells of its page.
 */
export function permalink(article: Article, span: Span): string | undefined {
  if (article.url === undefined) return undefined;
  const [base = ''] = article.url.split(DELIMITER);
  const opened = `${base}${base.includes('#') ? '' : '#'}${DELIMITER}text=`;
  const page = pageTextOf(article);
  const place = placeOn(page, article.text, span);
  if (!place) return undefined;
  for (const directive of directivesFor(page, article.text, place)) {
    const link = opened + written(directive);
    if (new URL(link).href.length <= LIMITS.url && leadsTo(page.folded, directive, place.folded)) return link;
  }
  return undefined;
}

/** A directive as it stands in an address. */
function written({ prefix, start, end, suffix }: Directive): string {
  // A hyphen tells what stands around from the rest, so that no word may hold one.
  const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  return [
    ...(prefix ? [`${encoded(prefix)}-`] : []),
    encoded(start),
    ...(end ? [encoded(end)] : []),
    ...(suffix ? [`-${encoded(suffix)}`] : []),
  ].join(',');
}

/** Directives that may lead to a span, the best first. */
function* directivesFor({ blocks }: PageText, text: string, span: Span & { first: number; last: number }) {
  const { first, last } = span;
  const near = [...new Set([first - 1, first, last, last + 1])].flatMap((at) => blocks[at] ?? []);
  const lines = near.flatMap((block) => linesWithin(text, block));
  yield* directivesWithin(lines, text, span);
  // A line break of the file may be one of the page, which no words run over, or one at which the file was wrapped.
  const wrapped = near.flatMap((block): Strip[] => (block.isCode ? linesWithin(text, block) : [block]));
  if (wrapped.length < lines.length) yield* directivesWithin(wrapped, text, span);
}

function* directivesWithin(strips: readonly Strip[], text: string, span: Span): Generator<Directive> {
  const first = strips.findIndex(({ end }) => end > span.start);
  const last = strips.findLastIndex(({ start }) => start < span.end);
  const edges = (at: number, from: number, to: number): Edges => {
    const { start, end, quoteDepth } = strips[at] ?? { start: 0, end: 0, quoteDepth: 0 };
    const within = { start: Math.max(start, from), end: Math.min(end, to) };
    return edgesOf(within.end > within.start ? printed(text, within, quoteDepth).trim() : '');
  };
  const besideOr = (beside: Edges, next: Edges) => (beside.text === '' ? next : beside);
  const all = Number.POSITIVE_INFINITY;
  const opening = edges(first, span.start, span.end);
  const closing = edges(last, span.start, span.end);
  const before = besideOr(edges(first, 0, span.start), edges(first - 1, 0, all));
  const behind = besideOr(edges(last, span.end, all), edges(last + 1, 0, all));

  // A short sentence may stand in the page's menu, but hardly behind the same words.
  const isShort = opening.count < FEWEST && edges(first, 0, span.start).text !== '';

  const inWords = (count: number): Directive =>
    // Ends that meet are the whole.
    first === last && opening.count <= 2 * count
      ? { start: opening.text }
      : { start: opening.first(count), end: closing.last(count) };
  if (isShort) for (const around of WORDS_AROUND) yield { ...inWords(FEWEST), prefix: before.last(around) };
  for (const counts of [WORDS, FEW_WORDS]) {
    for (const count of counts) yield inWords(count);
    for (const around of WORDS_AROUND) {
      const [prefix, suffix] = [before.last(around), behind.first(around)];
      for (const count of counts) {
        const directive = inWords(count);
        yield { ...directive, prefix };
        yield { ...directive, suffix };
        yield { ...directive, prefix, suffix };
      }
    }
  }
}
