// Finds what somebody may have meant by a misspelt name.
import { allowance, editDistance } from '../search/search.ts';

/** How much of a name must be typed, from its beginning, for another ending to be a slip: `/summarize`. */
const STEM = { least: 5, share: 2 / 3 } as const;

/**
 * The names that somebody may have meant: the very one, else those that begin with what was typed, else Chinese ones that hold it, else those that differ by a slip,
 * else those with another ending. More than one where that cannot be told apart; none where nothing is near. Case and width are ignored.
 */
export function meantBy(typed: string, names: readonly string[]): readonly string[] {
  const asked = folded(typed);
  if (asked === '') return [];
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => name === asked,
    (name) => name.startsWith(asked),
    // 查找 for 在文章中查找
    (name) => /^\p{Script=Han}{2}/u.test(asked) && name.includes(asked),
    (name) => isSlip(asked, name),
    (name) => !/\s/.test(asked) && sharedStart(asked, name) >= Math.max(STEM.least, name.length * STEM.share),
  ];
  for (const isMeant of ways) {
    const meant = names.filter((name) => isMeant(folded(name)));
    if (meant.length > 0) return meant;
  }
  return [];
}

/** Whether what was typed is a misspelling of a name; two words of few letters differ by more than a slip. */
export function isSlip(typed: string, name: string): boolean {
  const [asked, known] = [folded(typed), folded(name)];
  // A letter of so few is half of the word, and of signs each is one.
  if (Math.min(asked.length, known.length) < 3 || /\p{Script=Han}/u.test(known)) return false;
  return editDistance(asked, known) <= allowance(Math.min(asked.length, known.length));
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}
