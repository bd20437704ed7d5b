// Pages of passages, as whoever follows a link from a reply sees them.
import type { Article } from '../src/corpus/article.ts';
import { articleFrom } from '../src/corpus/article-from.ts';
import { readCorpus } from '../src/corpus/read.ts';
import { pageAddresses } from '../src/page/address.ts';
import { makePages } from '../src/page/pages.ts';
import type { Locale } from '../src/reply/locale.ts';
import { createLibrary } from '../src/search/search.ts';

export interface ShownPage {
  readonly id: string;
  readonly title: string;
  /** All of it. */
  readonly markup: string;
  /** The anchor that is opened, where one is. */
  readonly anchor?: string;
}

const ORIGIN = { url: 'https://quotes.example', secret: 'a secret that is known to everybody' };

const LAMP = `## The keepers

The keepers of the lamp wrote down every storm [1]. Anna Berg, a twenty-year-old from Skagen, “read the sky” for 30 years – so the town’s paper says – and was wrong twice. It rained.

> We never let the lamp go out, and we never shall.

## What burned in it

- Whale oil until 1902.
- Then gas, which a ship brought every second Wednesday of the month.

| year | fuel of the lamp |
| --- | --- |
| 1871 | whale oil |
| 1902 | gas |

The end came with electricity. Nobody has kept the lamp since.
`;

function articleOf(
  id: string,
  title: string,
  lang: string,
  text: string,
  more: Partial<Article> = {},
): Article {
  return articleFrom({
    ...more,
    id,
    title,
    lang,
    text,
    publisher: 'The Harbor Post',
    published: '2025-11-16',
    retrieved: '2026-12-01',
    url: `https://harbor.example/${id}`,
  });
}

/** Pages of an article of `corpus/` and of some that were written for this. */
export async function showPages(): Promise<readonly ShownPage[]> {
  const [shipped] = await readCorpus('corpus');
  const lamp = articleOf('lamp', 'The keepers of the lamp', 'en', LAMP, { republish: true });
  const earlier = articleOf(
    'lamp',
    lamp.title,
    'en',
    LAMP.replace('It rained.', 'It hailed.').replace('## The keepers\n\n', ''),
  );
  const arabic = articleOf(
    'arabic',
    'حراس المنارة',
    'ar',
    'كتب حراس المنارة عن كل عاصفة مرت بالميناء. كانت آنا بيرغ تقرأ السماء ثلاثين عاما وأخطأت مرتين فقط. ثم هطل المطر ثلاثة أيام. اجتمع المجلس يوم الجمعة في المنارة نفسها. لم يترك أحد المصباح ينطفئ.',
  );
  const chinese = articleOf(
    'chinese',
    '灯塔的守护者',
    'zh-Hans',
    '守塔人记下了每一场风暴。安娜·贝格“看了三十年的天”，只错过两次。那天下了雨。星期五，议会在灯塔里开会，因为市政厅被水淹了。他们说，灯从来没有熄灭过。',
  );
  const addresses = pageAddresses(ORIGIN);
  const library = createLibrary([...(shipped ? [shipped] : []), lamp, arabic, chinese]);
  const pages = makePages({ addresses, libraryOf: async () => library });
  const shown = async (
    id: string,
    title: string,
    address: string | undefined,
    locale: Locale,
    anchor?: string,
  ): Promise<ShownPage> => {
    const { body } = await pages((address ?? '/').slice(ORIGIN.url.length), locale);
    return { id, title, markup: body, ...(anchor !== undefined && { anchor }) };
  };
  const passage = (article: Article, first: number, last = first) =>
    addresses.ofPassage(undefined, { article, first, last });
  return [
    await shown('page', 'A passage', shipped && passage(shipped, 1), 'en-US'),
    await shown(
      'page-whole',
      'An article that may be republished, at a passage',
      addresses.ofArticle(undefined, lamp),
      'en-US',
      's2-3',
    ),
    await shown('page-moved', 'A passage of an article that was replaced', passage(earlier, 1), 'en-US'),
    await shown('page-gone', 'One that the article no longer prints', passage(earlier, 2), 'en-US'),
    await shown('page-arabic', 'A passage in Arabic', passage(arabic, 1), 'en-US'),
    await shown('page-chinese', 'A passage in Chinese', passage(chinese, 1), 'zh-CN'),
    await shown('page-none', 'A link that leads nowhere', undefined, 'en-US'),
  ];
}
