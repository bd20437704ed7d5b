import type { Article } from '../../corpus/article.ts';
import { languageOf } from '../text/language.ts';
import { centralityOf } from './centrality.ts';
import { diverseChoice } from './diverse-choice.ts';
import { vectorsOf } from './sentence-vectors.ts';

export interface SummaryOptions {
  readonly length: 'short' | 'medium' | 'long';
  /** Index into the article's sections; left out for the whole article. */
  readonly section?: number | undefined;
}

/** How many sentences stand for a text: `most`, and no more than `share` of it. */
const EXTENT = {
  short: { most: 3, share: 0.25, everySection: false },
  medium: { most: 7, share: 0.5, everySection: true },
  long: { most: 15, share: 0.75, everySection: true },
} as const;

/**
 * The sentences that stand for an article, or for one section of it: indexes into `article.sentences`, ascending.
 *
 * Sentences are ranked by continuous LexRank (Erkan & Radev 2004, https://doi.org/10.1613/jair.1523) and chosen by
 * maximal marginal relevance (Carbonell & Goldstein 1998), so that of two sentences that say the same one is taken.
 * Medium and long summaries hold at least one sentence of every section, even where that makes them longer. Where
 * there is a sentence, one is chosen. What was chosen is remembered for as long as the article is held. Throws a
 * `RangeError` for a section that the article does not have.
 */
export function summarize(article: Article, { length, section }: SummaryOptions): readonly number[] {
  const known = summaries.get(article) ?? new Map<string, readonly number[]>();
  summaries.set(article, known);
  const key = `${length} ${section ?? ''}`;
  const chosen = known.get(key) ?? choose(article, { length, section });
  known.set(key, chosen);
  return chosen;
}

/** A reply needs three lengths to tell which others there are, and choosing takes longer than all else in it. */
const summaries = new WeakMap<Article, Map<string, readonly number[]>>();

function choose(article: Article, { length, section }: SummaryOptions): number[] {
  const only = section === undefined ? undefined : article.sections[section];
  if (section !== undefined && !only) throw new RangeError(`${article.id} has no section ${section + 1}`);
  const first = only?.first ?? 0;
  const end = only?.end ?? article.sentences.length;
  const texts = article.sentences.slice(first, end).map((sentence) => {
    return article.text.slice(sentence.start, sentence.end);
  });
  const vectors = vectorsOf(texts, languageOf(article.lang));
  const choice = diverseChoice(vectors, centralityOf(vectors));

  const { most, share, everySection } = EXTENT[length];
  if (everySection && !only) {
    for (const { first: from, end: to } of article.sections) choice.takeFrom(from, to);
  }
  const wanted = Math.min(most, Math.ceil(texts.length * share));
  while (choice.chosen.size < wanted) choice.takeFrom(0, texts.length);
  return [...choice.chosen].map((index) => first + index).sort((a, b) => a - b);
}
