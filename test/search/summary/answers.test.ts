import { describe, expect, it } from 'vitest';
import { answersTo } from '../../../src/search/summary/answers.ts';
import { summarize } from '../../../src/search/summary/summarize.ts';
import { articleOf, realSession } from '../../session.ts';

const answered = (text: string, lang = 'en') => answersTo(articleOf(text, { lang }), 0);

describe('A charge', () => {
  it.each([
    ['Prosecutors accused Mira Holm of theft. She has pleaded not guilty.', [1]],
    [
      'A leaked memo accused Gamma Oils of spying. The firm was founded in 1990. It rejects the allegations.',
      [2],
    ],
    [
      'King alleges that Sterling lied. It rained. A lawyer for Sterling told the paper that her claim was baseless.',
      [2],
    ],
    ['The government accused Gamma Oils of spying, which Gamma Oils has denied.', [0]],
    ['Prosecutors accused Mira Holm of theft. Her lawyer has called the allegations false.', [1]],
    [
      'King accused Mira Holm of theft. Mira Holm lawyer Olav Berg called the charges from both women “ridiculous”.',
      [1],
    ],
    [
      'Kyiv accused rebels of downing the plane. It rained. The field was closed. Wreckage lay about. Experts came. They left. The summer ended. The rebels, who deny responsibility for the plane, held the site.',
      [7],
    ],
  ])('is answered by what the accused says to it: %s', (text, expected) => {
    expect(answered(text)).toEqual(expected);
  });

  it.each([
    // Somebody else's, or no answer at all.
    'Prosecutors accused Mira Holm of theft. Judge Olav Berg denied her request for bail.',
    'Prosecutors accused Mira Holm of theft. Olav Berg, a neighbor, denied that he had seen anything.',
    'Prosecutors accused Mira Holm of theft. She has neither confirmed nor denied it.',
    'Prosecutors accused Mira Holm of theft. She was denied entry to the court.',
    'Prosecutors accused Mira Holm of theft. A fair trial is what she was denied, her brother said.',
    'Prosecutors accused Mira Holm of theft. Parliament rejected the budget.',
    'Prosecutors accused Mira Holm of theft. Critics blamed the port as well, a claim the port strongly denies.',
    'Prosecutors accused Mira Holm of theft. Her lawyers filed a motion to dismiss the charges.',
    'Prosecutors accused Mira Holm of theft. Police accused Olav Berg of fraud. He has denied it.',
    'The ferry sails at noon. The captain denied that it was late.',
  ])('is not answered by %s', (text) => {
    expect(answered(text)).toEqual([]);
  });

  it('is answered in other languages', () => {
    expect(answered('检方指控该公司窃取数据。公司否认了这些指控。', 'zh')).toEqual([1]);
    expect(
      answered('Die Polizei wirft der Firma Holm Betrug vor. Die Firma Holm bestreitet die Vorwürfe.', 'de'),
    ).toEqual([1]);
  });
});

describe('A charge against him', () => {
  it('is one against whom the sentence before names', () => {
    const text =
      'Olav Berg keeps bees. He was charged with fraud. It rained. The honey sold well. Winter came. Snow fell on the hives. Spring came late. Olav Berg is on bail after pleading not guilty to fraud.';
    expect(answersTo(articleOf(text), 1)).toEqual([7]);
    expect(answersTo(articleOf(text.replace('Olav Berg keeps', 'Mira Holm keeps')), 1)).toEqual([]);
  });
});

describe('A summary of the shipped article', () => {
  it('has an answer beside the accusation, in every length', async () => {
    const [article] = (await realSession()).library.articles;
    if (!article) throw new Error('There is an article');
    for (const length of ['short', 'medium', 'long'] as const) {
      const sentences = summarize(article, { length });
      const charges = sentences.filter((sentence) => answersTo(article, sentence).length > 0);
      expect(charges.length).toBeGreaterThan(0);
      for (const charge of charges)
        expect(answersTo(article, charge).some((answer) => sentences.includes(answer))).toBe(true);
    }
  });
});
