// The buttons and menus of a summary: other lengths, other sections.
import type { Article } from '../src/corpus/article.ts';
import type { SummaryLength } from '../src/reply/action.ts';
import type { Button, Menu } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Words } from '../src/reply/words.ts';
import { summarize } from '../src/search/search.ts';
import { partOf, withWays } from './menu-parts.ts';

const LENGTHS = ['short', 'medium', 'long'] as const satisfies readonly SummaryLength[];
/** Up to so many sentences, a length that would show nothing new is not offered. */
const FEW = 60;

/** Which summary a reader wants. */
export interface SummaryWish {
  readonly length: SummaryLength;
  /** Index into the article's sections; undefined for the whole article. */
  readonly section?: number | undefined;
  /** How many quotations to pass over: those shown before. */
  readonly from: number;
  /** How many each page before showed. */
  readonly trail?: readonly number[] | undefined;
  /** Which part of the menu of sections is offered, from 0; undefined for the one with this section. */
  readonly part?: number | undefined;
}

/** Whether a text names one of the lengths. */
export function isLength(text: string): text is SummaryLength {
  return LENGTHS.some((length) => length === text);
}

/** What shows a summary of an article. */
export function summaryAction(article: Article, { length, section, from, trail }: SummaryWish) {
  return {
    verb: 'summary',
    article: article.id,
    edition: article.edition,
    length,
    ...(section === undefined ? {} : { section }),
    from,
    ...(trail && trail.length > 0 ? { trail } : {}),
  } as const;
}

/** The buttons to a shorter and a longer summary, where that shows anything else. */
export function otherLengths(article: Article, wish: SummaryWish, chosen: number, words: Words): Button[] {
  const at = LENGTHS.indexOf(wish.length);
  const offer = (length: SummaryLength | undefined, label: string): Button[] => {
    if (!length) return [];
    const other = { length, section: wish.section, from: 0 };
    if (article.sentences.length <= FEW && summarize(article, other).length === chosen) return [];
    return [{ label, action: summaryAction(article, other) }];
  };
  return [...offer(LENGTHS[at - 1], words.buttons.shorter), ...offer(LENGTHS[at + 1], words.buttons.longer)];
}

/**
 * The menu of an article's sections, where it has several: in parts where they are many. The whole article is offered where it is not
 * what is shown.
 */
export function sectionMenu(article: Article, wish: SummaryWish, words: Words, isShown = false): Menu[] {
  const headed = [...article.sections.entries()].filter(([, { heading }]) => heading !== '');
  if (headed.length < 2) return [];
  const optionOf = (label: string, section?: number) => ({
    label,
    action: summaryAction(article, { length: wish.length, section, from: 0 }),
  });
  const whole = isShown && wish.section === undefined ? [] : [optionOf(words.summary.wholeArticle)];
  const at = headed.findIndex(([index]) => index === wish.section);
  // One option is kept for the whole article even where it is not offered, so that parts begin where they always do.
  const { offered, first, ways } = partOf(headed, { part: wish.part, at, fixed: 1 });
  const wayTo = (part: number) => ({ ...summaryAction(article, wish), part });
  return [
    {
      placeholder:
        offered.length === headed.length
          ? words.summary.chooseSection
          : words.summary.chooseSectionOf(first + 1, first + offered.length, headed.length),
      options: [
        ...whole,
        ...withWays(
          offered.map(([index, { heading }]) => optionOf(shorten(heading, 100), index)),
          ways.map((way) => ({ ...way, action: wayTo(way.part) })),
          headed.length,
          words,
        ),
      ],
    },
  ];
}
