// What pages say around an article's words, in each language of the interface.
import type { Locale } from '../reply/locale.ts';

export interface PageWords {
  /** Of the page, for a browser's tab. `place` is as `Words.place.sentences` says it. */
  readonly title: (title: string, place: string) => string;
  readonly citing: string;
  /** What a citation is copied as. */
  readonly forms: { readonly text: string; readonly markdown: string; readonly bibtex: string };
  readonly openAtPublisher: string;
  readonly readWhole: string;
  /** Where the article was replaced since: its passage stands elsewhere, or no more, and what is shown instead. */
  readonly moved: string;
  readonly changed: string;
  readonly notThere: { readonly heading: string; readonly text: string };
  readonly unavailable: { readonly heading: string; readonly text: string };
  /** What the quiet sentences are, for whoever sees no color. */
  readonly before: string;
  readonly behind: string;
  readonly quotation: string;
  readonly about: string;
  readonly whole: string;
}

export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = {
  'en-US': {
    title: (title, place) => `${title} · ${place}`,
    citing: 'Cite this passage',
    forms: { text: 'Plain text', markdown: 'Markdown', bibtex: 'BibTeX' },
    openAtPublisher: 'Open at the publisher',
    readWhole: 'Read the whole article',
    moved: 'The article has been replaced since this passage was quoted. The same sentences are now here.',
    changed:
      'The article has been replaced since this passage was quoted, and no longer has these sentences as they were. This is the closest place; it is not what was quoted.',
    notThere: {
      heading: 'No page here',
      text: 'The link may be incomplete, or the article is no longer available.',
    },
    unavailable: { heading: 'Not available right now', text: 'Try again in a few minutes.' },
    before: 'Before the passage',
    behind: 'After the passage',
    quotation: 'The passage',
    about: 'Quoted word for word by Verbatim',
    whole: 'The whole article',
  },
  'zh-CN': {
    title: (title, place) => `${title} · ${place}`,
    citing: '引用这段文字',
    forms: { text: '纯文本', markdown: 'Markdown', bibtex: 'BibTeX' },
    openAtPublisher: '在发布者处打开',
    readWhole: '阅读全文',
    moved: '引用之后，文章已被替换。这些句子现在位于此处。',
    changed: '引用之后，文章已被替换，其中不再有与当时相同的句子。这里是最接近的位置，并非当时引用的内容。',
    notThere: { heading: '此处没有页面', text: '链接可能不完整，或者文章已不再提供。' },
    unavailable: { heading: '暂时无法显示', text: '请过几分钟再试。' },
    before: '前文',
    behind: '后文',
    quotation: '引文',
    about: '由 Verbatim 逐字引用',
    whole: '全文',
  },
  'zh-TW': {
    title: (title, place) => `${title} · ${place}`,
    citing: '引用這段文字',
    forms: { text: '純文字', markdown: 'Markdown', bibtex: 'BibTeX' },
    openAtPublisher: '在發布者處開啟',
    readWhole: '閱讀全文',
    moved: '引用之後，文章已被替換。這些句子現在位於此處。',
    changed: '引用之後，文章已被替換，其中不再有與當時相同的句子。這裡是最接近的位置，並非當時引用的內容。',
    notThere: { heading: '此處沒有頁面', text: '連結可能不完整，或者文章已不再提供。' },
    unavailable: { heading: '暫時無法顯示', text: '請過幾分鐘再試。' },
    before: '前文',
    behind: '後文',
    quotation: '引文',
    about: '由 Verbatim 逐字引用',
    whole: '全文',
  },
};
