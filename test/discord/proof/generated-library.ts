import { below, oneOf, type Random } from '../../../measure/bench/random.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { articleFrom } from '../../../src/corpus/article-from.ts';

/** Words of several languages to make sentences of: what they say does not matter here, only how long and how many they are. */
const WORDS = {
  en: 'the lamp keeper harbor storm burned oil light stone tower signal winter ship crew letter wrote found repaired bright coast 1871 1902 forty'.split(
    ' ',
  ),
  de: 'der Turm Wärter Hafen Sturm brannte Öl Licht Stein Signal Winter Schiff Brief schrieb fand hell Küste 1871 vierzig über'.split(
    ' ',
  ),
  fr: 'le phare gardien port tempête brûlait huile lumière pierre signal hiver navire lettre écrivit côte 1871 très à'.split(
    ' ',
  ),
  ar: 'المنارة الحارس الميناء العاصفة الزيت الضوء الحجر الشتاء السفينة الرسالة الساحل في من على'.split(' '),
  zh: '灯塔 守护人 港口 风暴 燃烧 石油 光 石头 信号 冬天 船 信件 海岸 阿里巴巴 模型 四十年'.split(' '),
} as const;

type Lang = keyof typeof WORDS;
const LANGS = Object.keys(WORDS) as [Lang, ...Lang[]];

function sentence(lang: Lang, words: number, random: Random): string {
  const list = WORDS[lang] as readonly string[];
  const picked = Array.from({ length: words }, () => list[below(list.length, random)] ?? '');
  const space = lang === 'zh' ? '' : ' ';
  const text = picked.join(space);
  const mark = random() < 0.25 ? ` [${1 + below(40, random)}]` : '';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${mark}${lang === 'zh' ? '。' : '.'}`;
}

/** Of any length, perhaps with a fragment of its own. */
function address(id: string, random: Random): string {
  const path = 'x'.repeat(oneOf([0, 0, 0, 200, 380, 450], random));
  return `https://example.org/${path}/${id}${random() < 0.2 ? '#text' : ''}`;
}

function article(id: string, random: Random): Article {
  const lang = oneOf(LANGS, random);
  const size = oneOf(['small', 'small', 'medium', 'large'] as const, random);
  const sections = { small: below(4, random), medium: below(20, random), large: 20 + below(50, random) }[
    size
  ];
  const parts: string[] = [];
  for (let section = -1; section < sections; section += 1) {
    if (section >= 0)
      parts.push(`## ${sentence(lang, 1 + below(5, random), random).replace(/[.。]$/, '')} ${section + 1}`);
    else if (random() < 0.5 && sections > 0) continue;
    const paragraphs = size === 'large' ? 1 : 1 + below(3, random);
    for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
      const count = 1 + below(size === 'large' ? 3 : 6, random);
      parts.push(
        Array.from({ length: count }, () =>
          sentence(lang, random() < 0.08 ? 90 + below(200, random) : 3 + below(25, random), random),
        ).join(lang === 'zh' ? '' : ' '),
      );
    }
  }
  return articleFrom({
    id,
    title: `${sentence(lang, 2 + below(4, random), random)} ${id}`,
    publisher: oneOf(['Harbor Post', 'Küstenblatt', '港口报'], random),
    ...(random() < 0.3 ? { via: 'Coast Wire' } : {}),
    ...(random() < 0.6 ? { published: '2020-05-01T08:30' } : {}),
    ...(random() < 0.4 ? { retrieved: oneOf(['2026-12-01', '2026-11-30T23:59Z'], random) } : {}),
    ...(random() < 0.7 ? { url: address(id, random) } : {}),
    ...(random() < 0.1 ? { quoteAtMost: 0.3 } : {}),
    lang,
    text: `${parts.join('\n\n')}\n`,
  });
}

/** From 1 to 40 articles in several languages, some with many sections and notes, some with passages longer than a message. */
export function generatedLibrary(random: Random): readonly Article[] {
  const count = oneOf([1, 1, 2, 3, 8, 40], random);
  return Array.from({ length: count }, (_, at) => article(`article-${at + 1}`, random)).filter(
    ({ sentences }) => sentences.length > 0,
  );
}
