// Finds sections asked for by number.
import { underHeadings } from '../index/shelf.ts';
import type { Question } from '../question/question.ts';
import type { Matches } from './matches.ts';

/** `6.2.0`: a number of several parts counts nothing, it names what all of its section is of. */
const NAMING = /^\d+(?:\.\d+)+$/;

/**
 * Of sentences to be looked at those that a section asked for by its number has, and any that print the number: what other sections say
 * is of other versions, whatever words it shares with the question. All of them where no heading has such a number.
 */
export function inNamedSections(
  question: Question,
  sentences: readonly number[],
  matchesOf: Matches,
  most: number,
): readonly number[] {
  const { concepts, shelf, range } = question;
  let kept = sentences;
  concepts.forEach(({ stems }, concept) => {
    if (!stems.some((stem) => NAMING.test(stem))) return;
    const sections = underHeadings(shelf, stems, range).filter(({ isTitle }) => !isTitle);
    if (sections.length === 0) return;
    const under = sections.flatMap(({ from, to }) =>
      Array.from({ length: Math.min(to - from, most) }, (_, at) => from + at),
    );
    kept = [...new Set([...kept, ...under])].filter((sentence) => (matchesOf(sentence)[concept] ?? 0) > 0);
  });
  return kept;
}
