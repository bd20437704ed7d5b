import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/search/quotations/concerning.ts';
import { check, checkMessage } from '../../../src/search/quotations/quotation-check.ts';
import { quotedIn } from '../../../src/search/quotations/quoted.ts';
import { readWords } from '../../../src/search/quotations/words-and-marks.ts';
import { generatedArticle } from '../../generated-articles.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';

describe('The quotations of a message', () => {
  it.each([
    ['He said “two words” and "two more".', ['two words', 'two more']],
    ['„auf Deutsch“ und «en français» et « avec espaces »', ['auf Deutsch', 'en français', 'avec espaces']],
    ['他说「人工智能」和『千问恐慌』', ['人工智能', '千问恐慌']],
    ['“one” 「千问」 "It’s" “ครับ”', []],
    ['เขาบอกว่า “รับเลือกให้เล่นใน” แล้ว', ['รับเลือกให้เล่นใน']],
    ['an unbalanced "quote without end', []],
    ['“same words” and “same words”', ['same words']],
  ])('in %j are %j', (message, quotations) => {
    expect(quotedIn(message)).toEqual(quotations);
  });
});

describe('A checked quotation', () => {
  const article = articleOf(LIGHTHOUSE);
  const checked = (words: string, one = article) => check(words, { articles: [one] })[0]?.checked;
  const found = (words: string, one = article) => {
    const result = checked(words, one);
    if (result?.kind !== 'exact') return undefined;
    const [{ place }] = result.pieces;
    return place.kind === 'sentences' ? one.text.slice(place.span.start, place.span.end) : place.name;
  };
  const edits = (words: string, one = article) => {
    const result = checked(words, one);
    return result?.kind === 'different'
      ? result.pieces.flatMap((piece) => piece.edits.map(({ printed, quoted }) => [printed, quoted]))
      : result?.kind;
  };
  const marks = (words: string, one = article) => {
    const result = checked(words, one);
    return result?.kind === 'marks'
      ? result.pieces.flatMap((piece) =>
          piece.marks.map(({ kind, printed, quoted }) => [kind, printed, quoted]),
        )
      : result?.kind;
  };

  it('does not mind white space, but minds letters', () => {
    expect(found('lamp  burned\nwhale oil')).toBe('lamp burned whale oil');
    expect(edits('Its lamp burned Whale oil')).toEqual([['whale', 'Whale']]);
  });

  it('does not find a word within another', () => {
    expect(found('amp burned')).toBeUndefined();
    expect(found('whale oi')).toBeUndefined();
  });

  it('is found over the end of a sentence', () => {
    const result = checked('in 1871 [1]. Its lamp');
    expect(result).toMatchObject({ kind: 'exact', pieces: [{ place: { passage: { first: 0, last: 1 } } }] });
  });

  it('does not mind how characters are composed, or how quotation marks look', () => {
    const cafe = articleOf('The cafe\u0301 was called "Le Phare" in 1902.\n');
    expect(found('café was called “Le Phare” in', cafe)).toBe('cafe\u0301 was called "Le Phare" in');
  });

  it('begins and ends anywhere in Chinese', () => {
    const chinese = articleOf('灯塔建于一八七一年。灯油用鲸鱼油。\n', { lang: 'zh' });
    expect(found('建于一八七一年。灯油', chinese)).toBe('建于一八七一年。灯油');
  });

  it('is exact for every sentence of any article', () => {
    fc.assert(
      fc.property(generatedArticle, fc.nat(), (any, pick) => {
        const { start, end } = any.sentences[pick % any.sentences.length] ?? { start: 0, end: 0 };
        const words = any.text.slice(start, end);
        fc.pre(readWords(words).words.length > 0);
        expect(checked(words, any)?.kind).toBe('exact');
      }),
    );
  });

  it.each([
    ['Its lamp burned seal oil until 1902', [['whale', 'seal']]],
    ['Its lamp burned whale oil until 1903 [2].', [['1902', '1903']]],
    ['Anna Berg kept the lamp for thirty years', 'marks'],
    ['Anna Berg kept the lamp for years [2].', [['thirty', undefined]]],
    ['Anna Berg never kept the lamp for thirty years [2].', [[undefined, 'never']]],
    ['Anna berg kept the lamp', [['berg', 'berg'].map((word, at) => (at === 0 ? 'Berg' : word))]],
    [
      'The last keeper died in 1965 [4].',
      [
        ['left', 'died'],
        ['1964', '1965'],
      ],
    ],
    ['The last keeper left in 1964', 'marks'],
  ])('%j tells what the article prints in place of what', (words, expected) => {
    expect(edits(words)).toEqual(expected);
  });

  it.each([
    ['the last keeper left in 1964 [4].', [['case', 'The', 'the']]],
    ['The last keeper left in 1964.', [['note', '[4]', '']]],
    ['The last keeper left in 1964 [4]', [['stop', '.', '']]],
    ['Its lamp burned whale oil.', [['stop', '', '.']]],
  ])('%j is the same but for its marks', (words, expected) => {
    expect(marks(words)).toEqual(expected);
  });

  it('tells a dash from a hyphen and single quotation marks from double', () => {
    const one = articleOf('The so-called "night lamp" of 1871 burned well.\n');
    expect(marks('The so–called "night lamp" of 1871 burned well.', one)).toEqual([['dash', '-', '–']]);
    expect(marks("The so-called 'night lamp' of 1871 burned well.", one)).toEqual([
      ['single', '"', "'"],
      ['single', '"', "'"],
    ]);
  });

  it('is checked piece by piece where something is left out', () => {
    const result = checked('The lighthouse was finished … She wrote down every storm.');
    expect(result).toMatchObject({ pieces: [{ edits: [] }, { edits: [] }] });
  });

  it('knows a heading and a title', () => {
    expect(found('Keepers The', articleOf('# Keepers The\n\nNobody came.\n'))).toBe('Keepers The');
    expect(found('The Lighthouse')).toBe('The Lighthouse');
  });

  it('does not take shared words for a quotation', () => {
    expect(checked('the lamp was sold to a museum in Oslo for scrap')).toEqual({ kind: 'not-found' });
  });
});

describe('A message', () => {
  const article = articleOf(LIGHTHOUSE);
  const told = (text: string, quotations: string[] = []) =>
    checkMessage({ text, quotations }, { articles: [article] }).map(
      ({ quotation, checked }) => `${checked.kind}: ${quotation}`,
    );

  it.each([
    [
      'Did you know? Its lamp burned seal oil until 1902 [2]. Wow',
      ['different: Its lamp burned seal oil until 1902 [2].'],
    ],
    ['She wrote down every storm. 😂', ['exact: She wrote down every storm.']],
    ['I like lamps, and whales, and the sea in winter.', []],
    ['They wrote “the moon is cheese” once', ['not-found: the moon is cheese']],
    [
      'I read: Anna Berg kept the lamp for thirty years [2]. She wrote down every storm.',
      ['exact: Anna Berg kept the lamp for thirty years [2]. She wrote down every storm.'],
    ],
  ])('%j has what it copies checked, marked or not', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('has a line that is a title checked as one, whatever ends a sentence within', () => {
    const titled = articleOf('Nobody knows.\n', { title: 'Panic? No need at all' });
    const checks = checkMessage({ text: 'Panic? No need at all', quotations: [] }, { articles: [titled] });
    expect(checks).toMatchObject([
      {
        quotation: 'Panic? No need at all',
        checked: { kind: 'exact', pieces: [{ place: { kind: 'title' } }] },
      },
    ]);
  });

  it('tells the stop of an abbreviation with its word', () => {
    const one = articleOf('The U.S. government paid for the lamp in that year.\n');
    const [told] = checkMessage(
      { text: 'The US government paid for the lamp in that year.', quotations: [] },
      { articles: [one] },
    );
    expect(told).toMatchObject({
      checked: { kind: 'different', pieces: [{ edits: [{ printed: 'U.S', quoted: 'US' }], marks: [] }] },
    });
  });

  it('is not called by what is said of its quotation, if that is right, and by all of it where more is copied', () => {
    const article = articleOf(
      'The keeper wrote that the lamp was “better and cheaper” than any other lamp on the coast of Jutland.\n',
    );
    const kinds = (text: string) =>
      checkMessage({ text, quotations: [] }, { articles: [article] }).map(({ checked }) => checked.kind);
    expect(kinds('It was “better and cheaper”, he said')).toEqual(['exact']);
    expect(kinds('the lamp was “better and cheaper” than any other lamp')).toEqual(['exact']);
    expect(kinds('The keeper said that the lamp was “better and cheaper” than any other lamp.')).toEqual([
      'different',
    ]);
  });

  it('has its block quotes checked', () => {
    expect(told('True?', ['She wrote down every storm.'])).toEqual(['exact: She wrote down every storm.']);
  });
});

describe('The parts of a message', () => {
  it('are at most 300 characters long and hold every word but links and mentions', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z一-龥]{1,12}[.?!]?$/), { maxLength: 200 }), (words) => {
        const message = words.join(' ');
        const parts = partsOf(message);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(300);
        const kept = parts.join(' ');
        for (const word of words) expect(kept).toContain(word.replace(/[.?!]$/, ''));
      }),
    );
    expect(partsOf('See <@123> at https://example.org/a?b <:smile:9>!')).toEqual(['See at !']);
  });
});
