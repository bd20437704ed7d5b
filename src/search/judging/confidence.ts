// How likely a passage answers.
import { logOddsOf } from './signs.ts';

/**
 * From which confidence on a question is `found`, where no rule forbids: one point for all articles. ARCHITECTURE.md has what
 * others would give.
 */
export const FOUND = 0.42;

/** How likely it is that the first passage answers, from 0 to 1, by what is seen of it. */
export function confidenceOf(signs: Float64Array): number {
  return 1 / (1 + Math.exp(-logOddsOf(signs)));
}
