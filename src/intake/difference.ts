// Compares two versions sentence by sentence.
import { diffArrays } from 'diff';
import type { Article } from '../corpus/article.ts';
import { quoteMarksIn, without } from '../corpus/passage.ts';

/** What a new version of a text lacks and has: whole sentences, in the order in which they stand. */
export interface Difference {
  readonly changes: readonly { readonly kind: 'lost' | 'new'; readonly sentence: string }[];
  /** Sentences that both versions have. */
  readonly same: number;
}

/** Compares two versions of an article sentence by sentence; white space does not count. */
export function differenceOf(before: Article, after: Article): Difference {
  const parts = diffArrays(sentencesOf(before), sentencesOf(after));
  return {
    changes: parts.flatMap(({ added, removed, value }) => {
      if (!added && !removed) return [];
      return value.map((sentence) => ({ kind: added ? ('new' as const) : ('lost' as const), sentence }));
    }),
    same: parts.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0),
  };
}

/** Headings count as sentences: what stands under another heading is said of something else. */
function sentencesOf(article: Article): string[] {
  return article.sections.flatMap(({ heading, first, end }) => [
    ...(heading === '' ? [] : [`# ${heading}`]),
    ...article.sentences.slice(first, end).map((sentence, at) => {
      const passage = { article, first: first + at, last: first + at };
      return without(article.text, sentence, quoteMarksIn(passage, sentence)).text.replace(/\s+/g, ' ');
    }),
  ]);
}
