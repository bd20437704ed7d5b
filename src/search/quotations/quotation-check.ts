import { type Passage, type Span, spanOf } from '../../corpus/passage.ts';
import type { RankedPassage } from '../finding.ts';
import { type Library, LONGEST_QUESTION } from '../library.ts';
import { type Alignment, align } from './alignment.ts';
import { bare, type Printed } from './literal.ts';

/** How sentences end and quotations are cut; not part of the words that are looked up. */
const EDGES = /^[\s.…,;:]+|[\s.…,;:!?。，、；：！？]+$/g;

/** The part of a quotation's words that a passage must share to be called the same with differences. */
const LEAST_SHARED = 0.6;

/** Tokens compared at most, of a quotation and of an article: what their product costs stays in milliseconds. */
const MOST_TOKENS = 700;
const MOST_ARTICLE_TOKENS = 1500;

/** What became of somebody's quotation. */
export type Checked =
  | { readonly kind: 'exact'; readonly passage: Passage; readonly matches: readonly Span[] }
  | {
      readonly kind: 'different';
      readonly passage: Passage;
      /** What the article prints there and the quotation does not. */
      readonly inArticleOnly: readonly Span[];
      /** What the quotation has and the article does not print there. */
      readonly inQuotationOnly: readonly string[];
    }
  | { readonly kind: 'not-found' };

/** Looks a quotation up: literally with `printed`, then, word by word, in what the library finds nearest. */
export async function check(
  quotation: string,
  printed: (words: string) => Printed | undefined,
  library: Library,
): Promise<Checked> {
  const words = quotation.replace(EDGES, '');
  const literal = printed(words);
  if (literal) return { kind: 'exact', passage: literal.passage, matches: [literal.span] };
  const { passages, closest } = await library.ask(words.slice(0, LONGEST_QUESTION), { limit: 3 });
  const candidates = passages.length > 0 ? passages : closest ? [closest] : [];
  return nearestOf(candidates.map((candidate) => compare(words, candidate)));
}

interface Compared {
  readonly shared: number;
  readonly checked: Checked;
}

function nearestOf(compared: readonly Compared[]): Checked {
  const best = compared.reduce<Compared | undefined>(
    (nearest, next) => (nearest && nearest.shared >= next.shared ? nearest : next),
    undefined,
  );
  return best && best.shared >= LEAST_SHARED ? best.checked : { kind: 'not-found' };
}

interface Token extends Span {
  readonly text: string;
  readonly folded: string;
}

/** Compares a quotation with the sentences around a ranked passage, token by token. */
function compare(words: string, { article, focus, matches }: RankedPassage): Compared {
  const quoted = tokensOf(words, 0).slice(0, MOST_TOKENS);
  const around = spanOf(neighborhood({ article, first: focus, last: focus }));
  const all = tokensOf(article.text.slice(around.start, around.end), around.start);
  const middle = all.findIndex(({ start }) => start >= (matches[0]?.start ?? around.start));
  const from = Math.max(0, Math.min(middle - MOST_ARTICLE_TOKENS / 2, all.length - MOST_ARTICLE_TOKENS));
  const printed = all.slice(from, from + MOST_ARTICLE_TOKENS);
  const { pairs } = align(quoted.length, printed.length, (left, right) => {
    const [a, b] = [quoted[left], printed[right]];
    if (a?.text === b?.text) return 2;
    return a?.folded === b?.folded ? 1 : -1;
  });
  const start = printed[pairs[0]?.right ?? -1]?.start;
  const end = printed[pairs.at(-1)?.right ?? -1]?.end;
  if (start === undefined || end === undefined) return { shared: 0, checked: { kind: 'not-found' } };
  const passage = holding({ article, first: focus, last: focus }, { start, end });
  return {
    shared: pairs.length / quoted.length,
    checked: differences(words, quoted, printed, pairs, passage),
  };
}

function differences(
  words: string,
  quoted: readonly Token[],
  printed: readonly Token[],
  pairs: Alignment['pairs'],
  passage: Passage,
): Checked {
  const same = pairs.filter(({ likeness }) => likeness === 2);
  const sameLeft = new Set(same.map(({ left }) => left));
  const sameRight = new Set(same.map(({ right }) => right));
  const first = pairs[0]?.right ?? 0;
  const last = pairs.at(-1)?.right ?? -1;
  const unmatched = printed.filter((_, index) => first <= index && index <= last && !sameRight.has(index));
  const runs: Span[] = [];
  quoted.forEach(({ start, end }, index) => {
    if (sameLeft.has(index)) return;
    const run = runs.at(-1);
    if (run && index > 0 && !sameLeft.has(index - 1)) runs[runs.length - 1] = { start: run.start, end };
    else runs.push({ start, end });
  });
  return {
    kind: 'different',
    passage,
    inArticleOnly: unmatched.map(({ start, end }) => ({ start, end })),
    inQuotationOnly: runs.map(({ start, end }) => words.slice(start, end)),
  };
}

/** Words, single letters of unspaced scripts, and signs; white space is not compared. */
function tokensOf(text: string, offset: number): Token[] {
  const TOKEN =
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+|\S/gu;
  return [...text.matchAll(TOKEN)].map(({ 0: found, index }) => {
    const plain = bare(found);
    return {
      start: offset + index,
      end: offset + index + found.length,
      text: plain,
      folded: plain.toLowerCase(),
    };
  });
}

/** Two sentences more on each side, within the section. */
function neighborhood({ article, first, last }: Passage): Passage {
  const section = article.sections[article.sentences[first]?.section ?? -1];
  return {
    article,
    first: Math.max(section?.first ?? first, first - 2),
    last: Math.min((section?.end ?? last + 1) - 1, last + 2),
  };
}

/** The sentences near a passage that hold a span. */
function holding(passage: Passage, { start, end }: Span): Passage {
  const { article, first, last } = neighborhood(passage);
  const touched: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const sentence = article.sentences[index];
    if (sentence && sentence.start < end && sentence.end > start) touched.push(index);
  }
  return { article, first: touched[0] ?? passage.first, last: touched.at(-1) ?? passage.last };
}
