// Rule: the passage says the contrary verb.
import { textOf } from '../../../corpus/passage.ts';
import { antonymsOf } from '../../text/english-senses.ts';
import { PART, partsOfSpeech } from '../../text/english-words.ts';
import type { Rule } from '../rule.ts';
import { lackingOf } from '../sight.ts';

/**
 * The passage lacks a verb of the question and has its contrary (antonyms of WordNet): "Why did Alibaba *admit* …" over "Alibaba has
 * *denied* …". To a question of yes or no the contrary is an answer. Of XQuAD's and SelQA's answerable questions it bars under 0.3 %.
 */
export const contrary: Rule = {
  name: 'contrary',
  see(sight) {
    const { question, passage } = sight;
    const { language } = question.shelf.index;
    if (language.tag !== 'en' || question.kind === 'yes-no') return undefined;
    const isVerb = (word: string) => (partsOfSpeech(word) & PART.verb) !== 0;
    const verbs = lackingOf(sight).filter(
      ({ concept }) => !concept.isName && !concept.isNumber && isVerb(language.stem(concept.asked)),
    );
    const contraries = verbs.flatMap(({ concept }) =>
      antonymsOf(language.stem(concept.asked))
        .filter(isVerb)
        .map((antonym) => ({ word: concept.asked, key: language.stem(antonym) })),
    );
    if (contraries.length === 0) return undefined;
    for (const { text } of language.tokenize(textOf(passage))) {
      const key = language.stem(text);
      // A form with an ending is no noun: `a pass` is not the contrary of `failed`.
      const found = key === text.toLowerCase() ? undefined : contraries.find((one) => one.key === key);
      if (found) return { kind: 'contrary', word: found.word, printed: text };
    }
    return undefined;
  },
};
