// Turns chosen sentences into the reply that quotes a summary.
import type { Article } from '../src/corpus/article.ts';
import type { Passage } from '../src/corpus/passage.ts';
import { contextButton, openButtons, pageBefore, verifyButton } from '../src/reply/buttons.ts';
import { quote } from '../src/reply/quotation.ts';
import type { Block, Button, Reply } from '../src/reply/reply.ts';
import { headingOf } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';
import { summarize } from '../src/search/search.ts';
import { otherLengths, type SummaryWish, sectionMenu, summaryAction } from './summary-controls.ts';

/** How many quotations a reply shows at once. */
const SHOWN = 12;

/** The sentences that stand for an article or a section, with `[…]` at each gap and how much of the text they are. */
export function summaryReply(article: Article, wish: SummaryWish, words: Words): Reply {
  const { length, section, from, trail = [] } = wish;
  const isWhole = section === undefined;
  const sentences = summarize(article, wish);
  const all = passagesOf(article, sentences);
  const list = { of: 'summary', article, length, section } as const;
  const shown = all.slice(from, from + SHOWN);
  const rest = (count: number): Button | undefined => {
    const left = all.length - from - count;
    if (left <= 0) return undefined;
    return {
      label: words.buttons.rest(left),
      action: summaryAction(article, { ...wish, from: from + count, trail: [...trail, count] }),
      rest: true,
    };
  };
  const more = rest(shown.length);
  return {
    visibility: 'public',
    tone: 'plain',
    heading: { kind: 'summary', article, length, section },
    blocks: [
      { kind: 'text', text: { kind: 'coverage', article, section } },
      { kind: 'note', text: { kind: 'places', article, section } },
      { kind: 'note', text: { kind: 'range', as: 'quotations', from, all: all.length, list } },
      ...shown.flatMap((passage, index) =>
        crossing(all[from + index - 1], passage, from + index, isWhole, words),
      ),
      ...(!more && article.sentences[shown.at(-1)?.last ?? -1]?.isCut ? [GAP] : []),
    ],
    footer: { kind: 'source', article: article },
    buttons: [
      ...(more ? [more] : []),
      ...(from > 0
        ? [
            {
              label: words.buttons.previous,
              action: summaryAction(article, { length, section, ...pageBefore(wish, SHOWN) }),
            },
          ]
        : []),
      ...otherLengths(article, wish, sentences.length, words),
      ...(shown.length > 0 ? [verifyButton(shown, words, from)] : []),
      ...openButtons(new Set([article]), words),
    ],
    menus: sectionMenu(article, wish, words, true),
    rest,
  };
}

/** Neighboring sentences of one line of the text are one passage. */
function passagesOf(article: Article, sentences: readonly number[]): Passage[] {
  const passages: Passage[] = [];
  for (const index of sentences) {
    const last = passages.at(-1);
    if (last?.last === index - 1 && isOneLine(article, index)) {
      passages[passages.length - 1] = { ...last, last: index };
    } else {
      passages.push({ article, first: index, last: index });
    }
  }
  return passages;
}

/** Whether no line ends between a sentence and the one before it. */
function isOneLine(article: Article, index: number): boolean {
  const end = article.sentences[index - 1]?.end;
  const start = article.sentences[index]?.start;
  return !article.text.slice(end, start).includes('\n');
}

const GAP: Block = { kind: 'gap' };

/** A quotation after the one before it: the gap between them (a cut within a sentence is one), the heading it stands under in the whole, its words. */
function crossing(
  before: Passage | undefined,
  passage: Passage,
  letter: number,
  isWhole: boolean,
  words: Words,
): Block[] {
  const { article, first } = passage;
  const sectionBefore = before && article.sentences[before.last]?.section;
  const button = contextButton(passage, words);
  return [
    ...(before && before.last + 1 < first ? [GAP] : []),
    ...(!before && article.sentences[first - 1]?.isCut ? [GAP] : []),
    ...(isWhole && sectionBefore !== article.sentences[first]?.section ? headingOf(passage) : []),
    { kind: 'quotation', quotation: quote(passage, { letter, button, underHeading: true }) },
  ];
}
