// Reads misspelt words.
import type { Shelf } from '../index/shelf.ts';
import type { Neighbor } from '../index/spelling.ts';
import type { Draft } from './concepts.ts';

/** Spellings that are this much less alike than the nearest are not considered. */
const SPELLING_MARGIN = 0.1;
const MOST_SPELLINGS = 4;
/** How alike a name and a common word must be for the one to be the other, written with a capital. */
const SAME_WORD = 0.75;
/** Letters of the shortest stem that is worth looking up by itself. */
const SHORTEST_STEM = 5;

const LETTERS = /^[\p{L}\p{M}'’]+$/u;

/** A word of a question that no sentence in range holds. */
export interface UnknownWord {
  readonly asked: string;
  readonly stem: string;
  readonly isName: boolean;
}

/**
 * What a word may be a misspelling of, nearest first; `stop-word` where that is a word of no weight, such as `teh`. Not
 * everything near is meant: Musk is not a misspelt `must`, nor Tencent a misspelt `recent`.
 */
export function misspellingOf(
  { asked, stem, isName }: UnknownWord,
  shelf: Shelf,
  holds: Draft['holds'],
): readonly Neighbor[] | 'stop-word' {
  // A name with a sign or a figure, such as `C++`, differs from the next by just that.
  if (!LETTERS.test(asked) || shelf.index.language.isKnown(asked)) return [];
  const spellings = spellingsOf(asked, stem, shelf, holds);
  const [nearest] = spellings;
  if (nearest?.term === 0 && !isName) return 'stop-word';
  const least = (nearest?.similarity ?? 0) - SPELLING_MARGIN;
  return (
    spellings
      .filter((other) => other.term !== 0 && other.similarity >= least)
      // A name may be a misspelt name.
      .filter(({ surface, similarity }) => !isName || similarity >= SAME_WORD || /^\p{Lu}/u.test(surface))
      .slice(0, MOST_SPELLINGS)
  );
}

/** What a word may have meant; if nothing as it stands, then without its ending: `suporting` → `support`. */
function spellingsOf(
  asked: string,
  stem: string,
  { speller }: Shelf,
  holds: Draft['holds'],
): readonly Neighbor[] {
  const asTyped = speller.meant(asked, holds);
  return asTyped.length > 0 || stem.length < SHORTEST_STEM ? asTyped : speller.meant(stem, holds);
}
