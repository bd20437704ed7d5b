// Rule: a name or figure is missing.
import type { Rule } from '../rule.ts';
import type { Sight, Word } from '../sight.ts';

/**
 * A name, a figure or a label that is asked about and that the passage lacks: what is told of 2022 does not answer for 2021, nor
 * `Chapter 3` for chapter 4, nor what Alibaba said for Airbnb, nor what is told of Northfield for Southfield.
 */
export const lackingName: Rule = {
  name: 'lacking-name',
  see(sight) {
    const lacking = sight.words.filter(
      (word) => (word.concept.isName || word.concept.isNumber) && (!word.held || isOtherName(word, sight)),
    );
    return lacking.length > 0
      ? { kind: 'lacking', words: lacking.map(({ concept }) => concept.asked) }
      : undefined;
  },
};

/** Whether a name was read as one that begins with another letter: readers hardly mistype the first. */
function isOtherName({ concept, held }: Word, { question, passage }: Sight): boolean {
  if (held?.state !== 'read') return false;
  const isSpelled = question.readings.some(({ asked, by }) => asked === concept.asked && by === 'spelling');
  const [first] = held.spans;
  const printed = first && passage.article.text.slice(first.start, first.end);
  return isSpelled && printed?.charAt(0).toLowerCase() !== concept.asked.charAt(0).toLowerCase();
}
