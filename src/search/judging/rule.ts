// What a rule against an answer is.
import type { Reason } from '../finding.ts';
import type { Sight } from './sight.ts';

/** One reason why the first passage is no answer, whatever it shares with the question. */
export interface Rule {
  /** Also the name of its file in `rules/`, and of its test. */
  readonly name: string;
  /** What it saw, in words that are true of the passage; undefined where it saw nothing. Pure. */
  readonly see: (sight: Sight) => Reason | undefined;
}
