import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/search/text/language.ts';

describe('Two forms of a word', () => {
  it.each([
    ['en', 'negotiation', 'negotiations'],
    ['en', 'accusing', 'Accused'],
    ['en', 'Alibaba', "Alibaba's"],
    ['en', 'Alibaba', 'ALIBABA’S'],
    ['en', 'keeper', "keepers'"],
    ['en', 'US', 'U.S'],
    ['en', '1,000', '1000'],
    ['en', 'taught', 'teaches'],
    ['en', 'Women', 'woman'],
    ['en', 'Nov', 'November'],
    ['en', 'naive', 'naïve'],
    ['en', 'fine', 'ﬁne'],
    ['en', 'Qwen', 'Ｑｗｅｎ'],
    ['de', 'Leuchtturm', 'Leuchttürme'],
    ['de', 'Straße', 'STRASSE'],
    ['es', 'negociación', 'negociaciones'],
    ['es', 'modelo', 'Modelos'],
    ['ro', 'guvern', 'guvernul'],
    ['ru', 'город', 'города'],
    ['ru', 'модель', 'моделей'],
    ['tr', 'kitap', 'kitaplar'],
    ['tr', 'IŞIK', 'ışık'],
    ['tr', 'İstanbul', 'istanbul'],
    ['el', 'πόλη', 'πόλης'],
    ['el', 'ΠΟΛΗ', 'πόλη'],
    ['hi', 'लड़का', 'लड़के'],
    ['ar', 'كِتَابٌ', 'كتاب'],
    ['vi', 'Đà', 'da'],
    ['th', 'ภาษา', 'ภาษา'],
    ['zh', 'ＧＰＵ', 'gpu'],
  ])('of %s, %s and %s, have one stem', (tag, one, other) => {
    const language = languageOf(tag);
    expect(language.stem(one)).not.toBe('');
    expect(language.stem(other)).toBe(language.stem(one));
  });

  it.each([
    ['en', 'China', 'Chinese'],
    ['en', '3.14', '314'],
    ['en', '2024', '2025'],
    ['de', 'Turm', 'Sturm'],
    ['th', 'ไม', 'ไม่มี'],
    ['hi', 'कल', 'काल'],
  ])('of %s, %s and %s, that mean different things have two', (tag, one, other) => {
    const language = languageOf(tag);
    expect(language.stem(other)).not.toBe(language.stem(one));
  });
});

describe('Stop words', () => {
  it.each([
    ['ar', 'في'],
    ['de', 'Über'],
    ['el', 'και'],
    ['en', 'Whose'],
    ['en', 'THE'],
    ['en', 'us'],
    ['en', 'When'],
    ['es', 'también'],
    ['hi', 'और'],
    ['ro', 'și'],
    ['ru', 'что'],
    ['th', 'ที่'],
    ['tr', 'için'],
    ['vi', 'của'],
    ['zh', '的'],
  ])('of %s have %s among them, whatever its case', (tag, word) => {
    expect(languageOf(tag).isStopWord(word)).toBe(true);
  });

  it.each([
    ['ar', 'حكومة'],
    ['de', 'Regierung'],
    ['el', 'κυβέρνηση'],
    ['en', 'government'],
    ['es', 'gobierno'],
    ['hi', 'सरकार'],
    ['ro', 'guvern'],
    ['ru', 'правительство'],
    ['th', 'รัฐบาล'],
    ['tr', 'hükümet'],
    ['vi', 'phủ'],
    ['zh', '政府'],
  ])('of %s do not have %s among them', (tag, word) => {
    expect(languageOf(tag).isStopWord(word)).toBe(false);
  });
});

describe('A language', () => {
  it('is the same whatever region its tag names', () => {
    expect(languageOf('en-GB')).toBe(languageOf('EN'));
    expect(languageOf('zh-Hant-TW').tag).toBe('zh');
  });

  it('without a stemmer or stop words is still told apart, folded and looked up', () => {
    const maori = languageOf('mi');
    expect(maori.tokenize('Kei hea te whare?').map(({ text }) => text)).toEqual([
      'Kei',
      'hea',
      'te',
      'whare',
    ]);
    expect(maori.fold('MĀORI')).toBe('maori');
    expect(maori.stem('Whare')).toBe('whare');
    expect(maori.isStopWord('te')).toBe(false);
  });

  it('keeps the vowel signs of Indic scripts and of Thai, which are no ornaments', () => {
    expect(languageOf('hi').fold('हिन्दी')).toBe('हिन्दी');
    expect(languageOf('th').fold('ไม่มี')).toBe('ไม่มี');
  });

  it('leaves no capitals when it folds, and stems whatever is a word to something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'tr', 'ar', 'el', 'zh', 'sv'),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (tag, text) => {
          const language = languageOf(tag);
          const words = language.tokenize(text).map(({ text: word }) => word);
          expect(words.filter((word) => language.stem(word) === '')).toEqual([]);
          expect(words.filter((word) => /\p{Lu}/u.test(language.fold(word)))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('folds the letters of mathematicians, with which readers write bold, as plain ones', () => {
    expect(languageOf('en').fold('𝐐𝐰𝐞𝐧')).toBe('qwen');
  });
});
