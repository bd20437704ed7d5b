import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { permalink } from '../../src/reply/text-fragment.ts';
import { MARKED, openBrowser } from '../browser.ts';
import { type Part, pageOf, textOfPage } from './page.ts';

const ENGLISH: readonly Part[] = [
  { kind: 'h2', text: 'The keepers of the lamp' },
  {
    kind: 'p',
    text: 'The keepers of the lamp wrote down every storm [1]. Anna Berg, a twenty-year-old from Skagen, “read the sky” for 30 years – so the town’s paper says – and was wrong twice [2][3]. It rained.',
  },
  {
    kind: 'p',
    text: 'The council met on Friday. The council met on Friday in the lighthouse itself, since the town hall was flooded. It rained. 100 % of R&D is paid by the state, they said (in 1871).',
  },
  { kind: 'h2', text: 'What burned in it' },
  { kind: 'li', text: 'Whale oil until 1902.' },
  { kind: 'li', text: 'Then gas, which a ship brought every second Wednesday of the month.' },
  { kind: 'blockquote', text: 'We never let the lamp go out, and we never shall. It rained.' },
  {
    kind: 'table',
    rows: [
      ['year', 'fuel of the lamp', 'keeper'],
      ['1871', 'whale oil', 'Anna Berg'],
      ['1902', 'gas', 'Lars Dahl'],
    ],
  },
  { kind: 'pre', lines: ['# Light it', 'lamp --on --fuel=gas', '', 'lamp --status'] },
];

const PAGES: readonly { readonly title: string; readonly lang: string; readonly parts: readonly Part[] }[] = [
  { title: 'The Lighthouse of Skagen', lang: 'en', parts: ENGLISH },
  {
    title: '斯卡恩的灯塔',
    lang: 'zh-Hans',
    parts: [
      { kind: 'h2', text: '守塔人' },
      {
        kind: 'p',
        text: '守塔人记下了每一场风暴[1]。安娜·贝格在塔上住了三十年，只有两次看错了天气。那天下雨了。',
      },
      {
        kind: 'p',
        text: '镇议会星期五在灯塔里开会，因为镇公所被水淹了。那天下雨了。议会决定在1902年改用煤气，由一艘船每隔两周运来。',
      },
    ],
  },
  {
    title: '灯台の話',
    lang: 'ja',
    parts: [
      {
        kind: 'p',
        text: '灯台守は嵐をすべて書き留めた。アンナは三十年のあいだ灯台に住み、空を読み違えたのは二度だけだった。雨が降った。',
      },
    ],
  },
  {
    title: 'منارة سكاغن',
    lang: 'ar',
    parts: [
      {
        kind: 'p',
        text: 'كتب حراس المنارة عن كل عاصفة مرت بالمدينة [1]. عاشت آنا بيرغ في المنارة ثلاثين عامًا، ولم تخطئ في قراءة السماء إلا مرتين.',
      },
      { kind: 'p', text: 'اجتمع مجلس المدينة يوم الجمعة في المنارة نفسها لأن مبناه غمرته المياه.' },
    ],
  },
  {
    title: 'ประภาคาร',
    lang: 'th',
    parts: [{ kind: 'p', text: 'ผู้ดูแลประภาคารจดบันทึกพายุทุกลูกที่พัดผ่านเมือง แอนนาอาศัยอยู่ในประภาคารเป็นเวลาสามสิบปี' }],
  },
];

/** Characters that both a page and an article print: no white space, no soft hyphen, no mark of the file. */
const bare = (text: string) => text.replace(/[\s\u00AD]/g, '');

/** Each sentence of an article, and each with the next of its section, where that is wanted. */
function* passagesOf({ sentences }: Article, withNext: boolean) {
  for (const [at, { start, end, section }] of sentences.entries()) {
    yield { start, end };
    const next = sentences[at + 1];
    if (withNext && next?.section === section) yield { start, end: next.end };
  }
}

const browser = await openBrowser();

// Without a browser it is counted as skipped.
describe.skipIf(browser === undefined)('Chromium, sent to the link of a passage,', () => {
  let page = '';
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
  );
  let root = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await browser?.close();
  });

  const everyWidth = PAGES.flatMap((one) => (one.lang === 'en' ? [{ ...one, width: 40 }, one] : [one]));
  it.each(everyWidth)(
    'marks its words and nothing else: $title, $lang',
    async (one) => {
      const { title, lang, parts } = one;
      page = pageOf(title, lang, parts, MARKED);
      const width = 'width' in one ? one.width : undefined;
      const text = textOfPage(parts, width);
      const article = articleFrom({ id: 'page', title, publisher: 'Harbor Post', lang, text });
      const unlike: unknown[] = [];
      let linked = 0;
      for (const [at, span] of [...passagesOf(article, lang !== 'en' || width !== undefined)].entries()) {
        // Another address each time, so that the page is loaded anew.
        const link = permalink({ ...article, url: `${root}/${at}` }, span);
        if (link === undefined) continue;
        linked += 1;
        const words = bare(
          article.text
            .slice(span.start, span.end)
            .replace(/(?<=\n)[| -]+(?=\n)|(?<=\n)> |\||(?<=\n)- |\n```(?=\n)/g, ''),
        );
        const marked = bare((await browser?.marked(link)) ?? '');
        if (marked !== words) unlike.push({ link: decodeURIComponent(link), marked, words });
      }
      expect(unlike).toEqual([]);
      expect(linked).toBeGreaterThanOrEqual(article.sentences.length);
    },
    120_000,
  );

  it('marks nothing where the words do not stand on the page, so that the test can fail', async () => {
    page = pageOf('The Lighthouse', 'en', ENGLISH, MARKED);
    expect(
      await browser?.marked(`${root}/none#:~:text=${encodeURIComponent('The council met on Monday.')}`),
    ).toBe('');
    const first = `${root}/one#:~:text=${encodeURIComponent('The council met on Friday.')}`;
    expect(await browser?.marked(first)).toBe('ThecouncilmetonFriday.');
  });
});
