import { describe, expect, it } from 'vitest';
import { chooseArticle, chooseNote, chooseSection } from '../../commands/choosing.ts';
import { completeArticle, completeNote, completeSection } from '../../commands/completing.ts';
import { WORDS } from '../../src/reply/words.ts';
import { articleOf, LIGHTHOUSE, sessionOn } from '../session.ts';

const words = WORDS['en-US'];
const article = articleOf(LIGHTHOUSE);

describe('An article', () => {
  it('is chosen by id or title, without regard to case, accents and spaces', () => {
    const session = sessionOn([articleOf(LIGHTHOUSE, { title: 'Le  Phare d’Éckmühl' })]);
    for (const typed of ['lighthouse', 'Lighthouse ', 'le phare d’eckmuhl']) {
      expect(chooseArticle(typed, session)).toMatchObject({ value: { id: 'lighthouse' } });
    }
  });

  it('must be named by id where two have the same title', () => {
    const session = sessionOn([article, articleOf(LIGHTHOUSE, { id: 'second' })]);
    expect(chooseArticle('the lighthouse', session)).toEqual({
      problem:
        'More than one article is called “the lighthouse”. Choose by id: The Lighthouse (lighthouse), The Lighthouse (second).',
    });
  });

  it('that is not held is answered with the nearest names, five of them', () => {
    const names = ['Harbors', 'Storms', 'Lamps', 'Keepers', 'Whales', 'Ships', 'Islands'];
    const session = sessionOn(names.map((title, n) => articleOf(LIGHTHOUSE, { id: `a${n}`, title })));
    expect(chooseArticle('kepers', session)).toEqual({
      problem: expect.stringMatching(
        /^No article is called “kepers”\. Choose from: Keepers \(a3\), .* and 2 more\.$/,
      ),
    });
  });
});

describe('A section', () => {
  it.each(['Keepers', 'keepers', 'KEEPERS ', '2', '#2', ' # 2'])('is chosen as %j', (typed) => {
    expect(chooseSection(typed, article, words)).toEqual({ value: 1 });
  });

  it('that there is not is answered with the nearest heading first', () => {
    expect(chooseSection('keep', article, words)).toEqual({
      problem: '“The Lighthouse” has no section “keep”. It has: “Keepers”, “Building”.',
    });
  });

  it('is chosen by the part of its heading before a colon', () => {
    const numbered = articleOf(
      '## Group 1: Lamps\n\nOil burned.\n\n## Group 10: Storms\n\nOne.\n\n## Group 2: Keepers\n\nAnna kept it.\n',
    );
    expect(chooseSection('group 1', numbered, words)).toEqual({ value: 0 });
    expect(chooseSection('group 2', numbered, words)).toEqual({ value: 2 });
  });

  it('cannot be chosen where there are no headings', () => {
    expect(chooseSection('1', articleOf('Oil burned.\n'), words)).toEqual({
      problem: '“The Lighthouse” has no headings, so there is no section to choose.',
    });
  });
});

describe('What is offered while typing', () => {
  it('is what can be chosen, nearest first, in at most 25 values of at most 100 characters', () => {
    const long = `Part ${'very '.repeat(30)}long`;
    const sections = [long, ...Array.from({ length: 40 }, (_, n) => `Chapter ${n + 1}`)];
    const book = articleOf(sections.map((heading) => `## ${heading}\n\nOil burned.\n`).join('\n'));
    const offered = completeSection('', book);
    expect(offered).toHaveLength(25);
    for (const { name, value } of offered) {
      expect(String(name).length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
      expect(chooseSection(value, book, words)).toHaveProperty('value');
    }
    expect(completeSection('chaptr 33', book)[0]).toEqual({ name: 'Chapter 33', value: 'Chapter 33' });
    expect(completeArticle('lighthose', sessionOn([article]))).toEqual([
      { name: 'The Lighthouse', value: 'lighthouse' },
    ]);
  });

  it('is of note marks what begins as typed', () => {
    expect(completeNote('', article).map(({ value }) => value)).toEqual(['[1]', '[2]', '[4]']);
    expect(completeNote('4', article).map(({ value }) => value)).toEqual(['[4]']);
    expect(completeNote('', undefined)).toEqual([]);
    expect(chooseNote('2', article, words)).toEqual({ value: '[2]' });
  });
});
