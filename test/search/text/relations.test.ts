import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../../src/search/search.ts';
import { languageOf } from '../../../src/search/text/language.ts';
import { RELATIONS } from '../../../src/search/text/relations.ts';
import { articleOf } from '../../session.ts';
import { DERIVED, NONE, pairsOf, SAME } from './word-pairs.ts';

/** Sentences around one that prints a word, in each language; `%` is the word. */
const TEXTS: Readonly<Record<string, string>> = {
  ar: 'هطل المطر طوال الليل. يذكر التقرير % كثيرا.',
  de: 'Es regnete die ganze Nacht. Der Bericht erwähnt % mehrmals. Eine Katze schlief am Ofen.',
  en: 'Rain fell on the roofs all night. The report speaks of % again and again. A cat slept near the warm stove.',
  es: 'Llovió toda la noche. El informe menciona % siempre. Un gato dormía.',
  fr: 'Il a plu toute la nuit. Le rapport mentionne % souvent. Un chat dormait.',
  he: 'ירד גשם כל הלילה. הדוח מזכיר % הרבה.',
  ja: '夜通し雨が降った。報告は%に触れている。',
  ko: '밤새 비가 왔다. 보고서는 % 자주 언급한다.',
  nl: 'Het regende de hele nacht. Het rapport noemt % vaak. Een kat sliep.',
  ru: 'Всю ночь шёл дождь. Доклад упоминает % часто. Кот спал у печи.',
  tr: 'Bütün gece yağmur yağdı. Rapor % sözünden bahseder.',
  zh: '昨晚下雨了。报道多次提到%的情况。猫睡着了。',
};

async function ask(lang: string, printed: string, asked: string) {
  const article = articleOf(`${TEXTS[lang]?.replace('%', printed)}\n`, { lang });
  const finding = await createLibrary([article]).ask(asked);
  const isShown = finding.passages.some(({ first, last }) => {
    const [from, to] = [article.sentences[first], article.sentences[last]];
    return article.text.slice(from?.start, to?.end).includes(printed);
  });
  return { ...finding, isShown };
}

describe('Words that are the same', () => {
  it.each(pairsOf(SAME))(
    'find each other, and none is called not found (%s): %s, %s',
    async (lang, printed, asked) => {
      const { isShown, missing } = await ask(lang, printed, asked);
      expect({ isShown, missing }).toEqual({ isShown: true, missing: [] });
    },
  );
});

describe('Words that are derived from one another', () => {
  it.each(pairsOf(DERIVED))('find each other, which is told (%s): %s, %s', async (lang, printed, asked) => {
    const { isShown, readings } = await ask(lang, printed, asked);
    expect(isShown).toBe(true);
    expect(readings.map((reading) => reading.asked)).toEqual([asked]);
  });
});

describe('Words that only look alike', () => {
  // No list tells the words of these languages, so that either may be a slip for the other, which the reply tells.
  const SLIPS = ['Kirche Kirsche', 'Mutter Butter', 'Bär Bar', 'caro carro', 'hombre hombro'];

  it.each(pairsOf(NONE).filter(([, printed, asked]) => !SLIPS.includes(`${printed} ${asked}`)))(
    'are never called an answer for each other (%s): %s, %s',
    async (lang, printed, asked) => {
      const question = lang === 'en' ? `What does the report say of ${asked}?` : asked;
      const { outcome, isShown, missing } = await ask(lang, printed, asked === 'even' ? 'even' : question);
      expect(outcome === 'found' && isShown && missing.length === 0).toBe(false);
    },
  );

  it.each(
    pairsOf(NONE).filter(([lang, printed, asked]) => lang === 'en' && !/[ .\d+]/.test(printed + asked)),
  )('stand in no relation (%s): %s, %s', (lang, printed, asked) => {
    const language = languageOf(lang);
    const related = RELATIONS.filter(({ keysOf }) =>
      keysOf(asked, language).includes(language.stem(printed)),
    );
    expect(related.map(({ name }) => name)).toEqual([]);
  });
});
