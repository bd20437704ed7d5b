import type { Article } from '../src/corpus/article.ts';
import { LIMITS } from '../src/limits.ts';
import type { SummaryLength } from '../src/reply/action.ts';
import type { Button, Menu } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Words } from '../src/reply/words.ts';
import { summarize } from '../src/search/search.ts';

const LENGTHS = ['short', 'medium', 'long'] as const satisfies readonly SummaryLength[];
/** Sections in a menu, beside the whole article. */
const SECTIONS_IN_MENU = LIMITS.choices.most - 1;
/** Up to so many sentences, a length that would show nothing new is not offered. */
const FEW = 60;

/** Which summary a reader wants. */
export interface SummaryWish {
  readonly length: SummaryLength;
  /** Index into the article's sections; undefined for the whole article. */
  readonly section?: number | undefined;
  /** How many quotations to pass over: those shown before. */
  readonly from: number;
}

/** Whether a text names one of the lengths. */
export function isLength(text: string): text is SummaryLength {
  return LENGTHS.some((length) => length === text);
}

/** What shows a summary of an article. */
export function summaryAction(article: Article, { length, section, from }: SummaryWish) {
  return {
    verb: 'summary',
    article: article.id,
    edition: article.edition,
    length,
    ...(section === undefined ? {} : { section }),
    from,
  } as const;
}

/** The buttons to a shorter and a longer summary, where that shows anything else. */
export function otherLengths(article: Article, wish: SummaryWish, chosen: number, words: Words): Button[] {
  const at = LENGTHS.indexOf(wish.length);
  const offer = (length: SummaryLength | undefined, label: string): Button[] => {
    if (!length) return [];
    const other = { ...wish, length, from: 0 };
    if (article.sentences.length <= FEW && summarize(article, other).length === chosen) return [];
    return [{ label, action: summaryAction(article, other) }];
  };
  return [...offer(LENGTHS[at - 1], words.buttons.shorter), ...offer(LENGTHS[at + 1], words.buttons.longer)];
}

/** The menu of an article's sections, where it has several. */
export function sectionMenu(article: Article, wish: SummaryWish, words: Words): Menu[] {
  const headed = [...article.sections.entries()].filter(([, { heading }]) => heading !== '');
  if (headed.length < 2) return [];
  const at = Math.max(
    0,
    headed.findIndex(([index]) => index === wish.section),
  );
  const first = at - (at % SECTIONS_IN_MENU);
  const offered = headed.slice(first, first + SECTIONS_IN_MENU);
  const optionOf = (label: string, section?: number) => ({
    label,
    action: summaryAction(article, { length: wish.length, section, from: 0 }),
  });
  return [
    {
      placeholder:
        offered.length === headed.length
          ? words.summary.chooseSection
          : words.summary.chooseSectionOf(first + 1, first + offered.length, headed.length),
      options: [
        // Not where it is shown already.
        ...(wish.section === undefined ? [] : [optionOf(words.summary.wholeArticle)]),
        ...offered.map(([index, { heading }]) => optionOf(shorten(heading, 100), index)),
      ],
    },
  ];
}
