import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/corpus/passage.ts';
import { readCorpus } from '../../../src/corpus/read.ts';
import { indexSentences } from '../../../src/search/index/sentence-index.ts';
import { createSpeller, type Speller } from '../../../src/search/index/spelling.ts';
import type { Library } from '../../../src/search/search.ts';
import { editDistance } from '../../../src/search/text/edit-distance.ts';
import { languageOf } from '../../../src/search/text/language.ts';
import { realSession } from '../../session.ts';

let speller: Speller;
let library: Library;
const anywhere = (term: number) => term > 0;
const meant = (word: string) => speller.meant(word, anywhere);

beforeAll(async () => {
  speller = createSpeller(indexSentences(await readCorpus('corpus'), languageOf('en')));
  ({ library } = await realSession());
});

describe('A misspelt word of the article', () => {
  it.each([
    // Neighbors swapped.
    ['Alibaba', 'Ailbaba'],
    ['government', 'goverMnent'],
    ['military', 'miltiary'],
    ['allegations', 'allegatoins'],
    ['panic', 'pnaic'],
    // A letter doubled, or not doubled.
    ['Alibaba', 'Alibabba'],
    ['accused', 'acused'],
    ['memorandum', 'memmorandum'],
    ['assistant', 'asistant'],
    ['professor', 'proffesor'],
    // A neighbor on the keyboard.
    ['Alibaba', 'Alobaba'],
    ['security', 'securiry'],
    ['leaked', 'lraked'],
    ['Stanford', 'Stanfoed'],
    // A letter left out, or one too many.
    ['government', 'goverment'],
    ['intelligence', 'inteligence'],
    ['technological', 'technlogical'],
    ['campaign', 'campaiign'],
    ['Silicon', 'Silcon'],
    // Written as heard.
    ['malicious', 'malishous'],
    ['negotiations', 'negociations'],
    ['cheaper', 'cheeper'],
    ['Jensen', 'Jenson'],
    ['memorandum', 'memorandom'],
  ])('%s is read from %s', (printed, typed) => {
    expect(meant(typed)[0]?.form).toBe(printed.toLowerCase());
  });

  it('is read in a question too, and told', async () => {
    const { passages, readings } = await library.ask('who acused alibabba of suport for the miltary');
    expect(passages[0] && textOf(passages[0])).toContain('has accused Alibaba');
    expect(readings).toEqual([
      { asked: 'acused', read: ['accused'], by: 'spelling' },
      { asked: 'alibabba', read: ['Alibaba'], by: 'spelling' },
      { asked: 'suport', read: ['support'], by: 'spelling' },
      { asked: 'miltary', read: ['military'], by: 'spelling' },
    ]);
  });
});

describe('What is no slip', () => {
  it.each(['steak', 'heather', 'police', 'poses', 'china', 'trust', 'shore', 'angel', 'peach', 'sentinel'])(
    'such as %s is looked up as typed',
    async (word) => {
      expect((await library.ask(word)).readings).toEqual([]);
    },
  );

  it.each(['ai', 'u', 'ｇ', '千'])('such as %s, too short to tell, is left alone', (word) => {
    expect(meant(word)).toEqual([]);
  });

  it.each(['blorp', 'zxcvbnm', 'kangaroo', 'Baidu', 'x'.repeat(300), '🙂🙂🙂'])(
    'such as %s is like nothing',
    (word) => {
      expect(meant(word)).toEqual([]);
    },
  );
});

describe('Words that a slip may have meant', () => {
  it('come nearest first, with a similarity from 0 to 1', () => {
    const similarities = meant('competion').map(({ similarity }) => similarity);
    expect(similarities.length).toBeGreaterThan(1);
    expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
    for (const similarity of similarities) expect(similarity > 0 && similarity <= 1).toBe(true);
  });

  it('are only those that count', () => {
    expect(speller.meant('alibabba', () => false)).toEqual([]);
  });

  it('may be a stop word, which then is not looked up', async () => {
    expect(meant('wich')[0]).toMatchObject({ form: 'which', term: 0 });
    expect((await library.ask('wich thier becuase')).reason).toEqual({ kind: 'stop-words' });
  });
});

describe('Related words', () => {
  it('share their beginning and most letters', () => {
    const forms = speller.related('competitor', anywhere).map(({ form }) => form);
    expect(forms).toEqual(expect.arrayContaining(['competitive', 'competition']));
    expect(speller.related('zebra', anywhere)).toEqual([]);
    expect(speller.related('com', anywhere)).toEqual([]);
  });
});

describe('The edit distance', () => {
  const naive = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const cost = a.at(-1) === b.at(-1) ? 0 : 1;
    const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
    const least = Math.min(naive(x, b) + 1, naive(a, y) + 1, naive(x, y) + cost);
    const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === y.at(-1) && x.at(-1) === b.at(-1);
    return isSwap ? Math.min(least, naive(a.slice(0, -2), b.slice(0, -2)) + 1) : least;
  };

  it('counts letters changed, added and left out, and a swap of neighbors as one', () => {
    expect(editDistance('military', 'miltiary')).toBe(1);
    expect(editDistance('memo', 'memorandum')).toBe(6);
    expect(editDistance('', 'lamp')).toBe(4);
    expect(editDistance('lamp', 'lamp')).toBe(0);
  });

  it('is what its definition gives', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(short, short, (a, b) => editDistance(a, b) === naive(a, b)),
      { numRuns: 150 },
    );
  });
});
