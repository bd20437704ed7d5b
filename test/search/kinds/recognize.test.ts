import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/search/kinds/kind.ts';
import { recognize } from '../../../src/search/kinds/recognize.ts';

const inText = (kind: Kind, text: string, tag = 'en') =>
  recognize(kind, text, tag).spans.map(({ start, end }) => text.slice(start, end));

describe('What is of a kind', () => {
  it.each<[Kind, string, string[]]>([
    ['age', 'Mira Holm, 46, sailed at 12 with a 9-year-old dog.', ['46', '9-year-old']],
    ['age', 'The ferry left pier 46 in 1946.', []],
    ['money', 'The ticket cost $5 million, or 40 crowns in 1950.', ['$5 million']],
    ['percentage', 'Of 300 gulls 8 percent stayed.', ['8 percent']],
    ['duration', 'She sailed for three weeks over 40 miles.', ['three weeks']],
    ['distance', 'She sailed 40 miles in three weeks.', ['40 miles']],
    [
      'distance',
      'A gale of 120 kilometers an hour drove it 40 miles; it made 9 miles per hour.',
      ['40 miles'],
    ],
    ['count', 'In 1950, 300 gulls ate 8 percent of it.', ['300']],
    ['date', 'On 12 May 1950 it sank; last year it was raised.', ['12 May 1950', 'last year']],
    ['time', 'It sails at 6:30 p.m. from pier 6.', ['6:30 p.m.']],
    ['person', 'On Monday Jensen Huang met Mrs. Lee of Gamma Oils in Houston.', ['Jensen Huang', 'Mrs. Lee']],
    ['group', 'Jensen Huang sued Delta Bank and OpenAI in Houston.', ['Delta Bank', 'OpenAI']],
    ['place', 'Jensen Huang sued Delta Bank in Houston.', ['Houston']],
  ])('%s in %j', (kind, text, expected) => {
    expect(inText(kind, text)).toEqual(expected);
  });

  it('is read in other languages by their units', () => {
    expect(inText('age', '船长四十六岁。', 'zh')).toEqual(['四十六岁']);
    expect(inText('percentage', 'Es waren 8 Prozent.', 'de')).toEqual(['8 Prozent']);
  });

  it('is not what the question brought', () => {
    const text = 'Jensen Huang met Mira Holm.';
    expect(recognize('person', text, 'en', [{ start: 7, end: 12 }]).spans).toMatchObject([
      { start: 17, end: 26 },
    ]);
  });

  it('can be nothing in a text without a figure, a name, a person', () => {
    expect(recognize('count', 'Gulls follow the ferry.', 'en').mayHold).toBe(false);
    expect(recognize('count', 'Several gulls follow the ferry.', 'en').mayHold).toBe(true);
    expect(recognize('person', 'It rained on the pier.', 'en').mayHold).toBe(false);
    expect(recognize('person', 'A captain sang on the pier.', 'en').mayHold).toBe(true);
    expect(recognize('person', 'The Qwen model pleased OpenAI.', 'en', [], true).mayHold).toBe(false);
  });
});
