import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleAt,
  indexSentences,
  postingsIn,
  type WholeIndex,
} from '../../../src/search/index/sentence-index.ts';
import { languageOf } from '../../../src/search/text/language.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';

const english = languageOf('en');

/** Sentence number → how often it holds the term, as the index tells. */
function told(index: WholeIndex, stem: string, range = { from: 0, to: index.sentenceCount }) {
  const { from, to } = postingsIn(index, index.termId.get(stem) ?? 0, range);
  return new Map(
    Array.from({ length: to - from }, (_, i) => [index.postings[from + i], index.frequencies[from + i]]),
  );
}

/** The same, counted sentence by sentence. */
function counted({ articles, language }: WholeIndex, stem: string) {
  const sentences = articles.flatMap(({ text, sentences }) =>
    sentences.map(({ start, end }) => text.slice(start, end)),
  );
  const counts = sentences.map((sentence, number) => {
    const tokens = language.tokenize(sentence);
    const words = tokens.filter(({ text }) => language.stem(text) === stem);
    const spans = language.spanTerms(sentence, tokens).filter(({ key }) => key === stem);
    return [number, Math.min(255, words.length + spans.length)] as const;
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

describe('An index of sentences', () => {
  const articles = [
    articleOf(LIGHTHOUSE),
    articleOf('The harbor burned. Oil burned, and burning oil burns.\n'),
  ];
  const index = indexSentences(articles, english);

  it('numbers the sentences through all articles', () => {
    expect([...index.firstSentence]).toEqual([0, 5, 7]);
    expect(index.sentenceCount).toBe(7);
    expect([0, 4, 5, 6].map((sentence) => articleAt(index, sentence))).toEqual([0, 0, 1, 1]);
  });

  it('tells which sentences hold a word in any form, and how often', () => {
    expect(told(index, 'burn')).toEqual(
      new Map([
        [1, 1],
        [5, 1],
        [6, 3],
      ]),
    );
    expect(told(index, 'oil')).toEqual(
      new Map([
        [1, 1],
        [6, 2],
      ]),
    );
    expect(told(index, 'parrot')).toEqual(new Map());
  });

  it('tells the same of one article alone', () => {
    expect(told(index, 'burn', { from: 0, to: 5 })).toEqual(new Map([[1, 1]]));
    expect(told(index, 'burn', { from: 5, to: 7 })).toEqual(
      new Map([
        [5, 1],
        [6, 3],
      ]),
    );
    expect(told(index, 'keeper', { from: 5, to: 7 })).toEqual(new Map());
  });

  it('passes over stop words, but not over capitals that spell one', () => {
    expect(index.termId.has('the')).toBe(false);
    const acronyms = indexSentences([articleOf('The US told us about IT, and it told WHO.\n')], english);
    expect(told(acronyms, 'us')).toEqual(new Map([[0, 1]]));
    expect([...new Map(acronyms.termId).keys()]).toEqual(expect.arrayContaining(['us', 'it', 'who']));
  });

  it('counts the words of a sentence that are not stop words', () => {
    const [plain] = indexSentences([articleOf('The lamp of the keeper burned.\n')], english).lengths;
    expect(plain).toBe(3);
  });

  it('keeps the words of each sentence in order, as printed', () => {
    const [from = 0, to = 0] = index.wordStart.slice(5);
    expect([...index.words.slice(from, to)].map((id) => index.surfaces[id])).toEqual([
      'The',
      'harbor',
      'burned',
    ]);
  });

  it('counts no further than 255', () => {
    const shouts = indexSentences([articleOf(`${'storm '.repeat(300).trim()}.\n`)], english);
    for (const frequency of told(shouts, 'storm').values()) expect(frequency).toBeLessThanOrEqual(255);
  });

  it('of no article is empty', () => {
    const empty = indexSentences([], english);
    expect(empty.sentenceCount).toBe(0);
    expect(told(empty, 'lamp')).toEqual(new Map());
  });

  it('agrees with a count by hand, whatever the articles', () => {
    const word = fc.constantFrom(
      'lamp',
      'lamps',
      'Burned',
      'the',
      'storm',
      '千问',
      '中国政府',
      'Ёлка',
      'U.S.',
      '50',
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
    const article = fc
      .array(sentence, { minLength: 1, maxLength: 6 })
      .map((lines) => articleOf(lines.join('\n\n')));
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), (generated) => {
        const index = indexSentences(generated, english);
        for (const [stem, term] of index.termId) {
          if (term !== 0) expect(told(index, stem)).toEqual(counted(index, stem));
        }
        generated.forEach(({ sentences }, at) => {
          const first = index.firstSentence[at] ?? 0;
          expect(index.firstSentence[at + 1]).toBe(first + sentences.length);
          expect(articleAt(index, first)).toBe(at);
          expect(articleAt(index, first + sentences.length - 1)).toBe(at);
        });
      }),
      { numRuns: 60 },
    );
  });
});
