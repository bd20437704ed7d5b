import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf, type Shelf, shelvesOf } from '../../../src/search/index/shelf.ts';
import type { Kind } from '../../../src/search/kinds/kind.ts';
import { parseQuestion } from '../../../src/search/question/parse-question.ts';
import { FEATURES } from '../../../src/search/ranking/features.ts';
import { BM25 } from '../../../src/search/ranking/parameters.ts';
import { rank } from '../../../src/search/ranking/ranking.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';

function shelfOf(...texts: string[]): Shelf {
  const [shelf] = shelvesOf(texts.map((text, at) => articleOf(text, { id: `article-${at}` })));
  if (!shelf) throw new Error('There is an article');
  return shelf;
}

function ranked(shelf: Shelf, text: string, kind: Kind = 'other', article?: string) {
  const range = rangeOf(shelf, article);
  if (!range) throw new Error('There is such an article');
  return rank({ ...parseQuestion(text, shelf, range), kind });
}

/** BM25 of each sentence for one word, from the sentences themselves. */
function naiveBm25({ index }: Shelf, word: string): number[] {
  const { language } = index;
  const sentences = index.articles.flatMap(({ text, sentences }) =>
    sentences.map(({ start, end }) =>
      language
        .tokenize(text.slice(start, end))
        .filter((token) => !language.isStopWord(token.text))
        .map((token) => language.stem(token.text)),
    ),
  );
  const stem = language.stem(word);
  const holding = sentences.filter((stems) => stems.includes(stem)).length;
  const idf = Math.log(1 + (sentences.length - holding + 0.5) / (holding + 0.5));
  return sentences.map((stems) => {
    const frequency = stems.filter((other) => other === stem).length;
    const length = 1 - BM25.b + (BM25.b * stems.length) / BM25.averageLength;
    return (idf * frequency * (BM25.k1 + 1)) / (frequency + BM25.k1 * length);
  });
}

describe('BM25 of a question of one word', () => {
  it('is what its formula gives', () => {
    const word = fc.constantFrom('lamp', 'storm', 'keeper', 'harbor', 'the', 'burned');
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const shelf = shelfOf(sentences.join('\n\n'));
        const expected = naiveBm25(shelf, 'lamp');
        for (const { sentence, features } of ranked(shelf, 'lamp').candidates) {
          expect(features[FEATURES.findIndex(({ name }) => name === 'bm25')]).toBeCloseTo(
            expected[sentence] ?? -1,
            4,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('Sentences', () => {
  const shelf = shelfOf(LIGHTHOUSE, 'A storm took the harbor. The keepers of the harbor slept.\n');
  const order = (question: string, kind?: Kind, article?: string) =>
    ranked(shelf, question, kind, article).candidates.map(({ sentence }) => sentence);

  it('come best first, each once', () => {
    const { candidates } = ranked(shelf, 'storm lamp');
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(candidates.map(({ sentence }) => sentence)).size).toBe(candidates.length);
  });

  it('that hold all of a question come before those that hold a part', () => {
    expect(order('whale oil lamp')[0]).toBe(1);
    expect(order('storm in the harbor')[0]).toBe(5);
  });

  it('are none where no word is held, nor like one that is', () => {
    expect(order('zorblax')).toEqual([]);
    expect(order('ocean')[0]).not.toBeUndefined();
    expect(order('')).toEqual([]);
  });

  it('of one article alone are ranked where only this is asked', () => {
    expect(order('storm', 'other', 'article-1')).toEqual([5, 6]);
    expect(order('storm', 'other', 'article-0')).toEqual([3, 4, 2, 1, 0]);
  });

  it('that hold the kind of thing asked for come before others alike', () => {
    const towers = shelfOf(
      'The tower opened to the public.\n\nThe tower opened to the public in 1871.\n\nThe tower opened to the public for Anna Berg.\n',
    );
    const first = (kind: Kind) => ranked(towers, 'tower opened', kind).candidates[0]?.sentence;
    expect(first('time')).toBe(1);
    expect(first('person')).toBe(2);
  });

  it('tell how much they hold of each word, within the range only', () => {
    const { matchesOf } = ranked(shelf, 'whale parrot');
    expect([...matchesOf(1)]).toEqual([1, 0]);
    expect([...matchesOf(0)]).toEqual([0, 0]);
    expect([...ranked(shelf, 'storm', 'other', 'article-0').matchesOf(5)]).toEqual([0]);
    expect([...matchesOf(-1)]).toEqual([0, 0]);
  });

  it('never are the header row of a table, whose words count for each of its rows', () => {
    const fees = shelfOf(
      'Fees are below.\n\n| Port | Fee per day |\n|---|---|\n| Bay | 40 crowns |\n| Cape | 9 crowns |\n',
    );
    const first = (question: string) => ranked(fees, question).candidates[0]?.sentence;
    expect(first('fee per day at the Cape')).toBe(3);
    expect(first('fee per day in the Bay')).toBe(2);
    expect(ranked(fees, 'fee per day').candidates.some(({ sentence }) => sentence === 1)).toBe(false);
  });
});
