/**
 * Counts up whenever `src/corpus` may split or read the same file in another way: articles that were stored by older rules are then split
 * anew, once. A test knows which sources this number was given for.
 */
const SPLITTING_RULES = 1;

/**
 * By which rules articles are split here. Where sentences end, `Intl.Segmenter` proposes, by the tables of this version of ICU.
 */
export const RULES = `${SPLITTING_RULES} icu ${process.versions.icu ?? 'none'}`;

const numbers = new Intl.Collator('en', { numeric: true });

/** Whether these rules are older than those here, and not such as a newer program has. */
export function isOlder(rules: string): boolean {
  return numbers.compare(rules, RULES) < 0;
}
