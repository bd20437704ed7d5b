// Learns which sentences belong to the one before, so that peers can be given the same.
import type { Article } from '../src/corpus/article.ts';
import type { RankedPassage } from '../src/search/search.ts';

/** A passage, and the sentence that it is about. */
type Focused = Pick<RankedPassage, 'article' | 'first' | 'last' | 'focus'>;

/**
 * Which sentences bring the one before along, learned from passages given so far. The peers rank single sentences;
 * with the same sentences brought along, nobody covers an answer only because a passage is longer.
 */
export interface LeadIns {
  note(passage: Focused): void;
  /** Index of the sentence a passage about `sentence` begins with; `sentence` itself where none is known. */
  firstOf(article: Article, sentence: number): number;
}

export function createLeadIns(): LeadIns {
  const known = new Map<Article, Map<number, number>>();
  return {
    note({ article, first, focus }) {
      const firsts = known.get(article) ?? new Map<number, number>();
      known.set(article, firsts.set(focus, first));
    },
    firstOf: (article, sentence) => known.get(article)?.get(sentence) ?? sentence,
  };
}
