import type { Article } from '../src/corpus/article.ts';
import { type Passage, spanOf } from '../src/corpus/passage.ts';
import type { SummaryLength } from '../src/reply/action.ts';
import { shortRevision, sourceOf } from '../src/reply/attribution.ts';
import { contextButton, openButtons, verifyButton } from '../src/reply/buttons.ts';
import { quote } from '../src/reply/quotation.ts';
import type { Block, Button, Menu, Reply } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import { headingOf } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';
import { summarize } from '../src/search/summary.ts';

const LENGTHS = ['short', 'medium', 'long'] as const satisfies readonly SummaryLength[];
/** How many quotations a reply shows at once. */
const SHOWN = 12;
/** Sections in a menu, beside the whole article: Discord shows 25 options. */
const SECTIONS_IN_MENU = 24;
/** Up to so many sentences, a length that would show nothing new is not offered. */
const FEW = 60;

export interface SummaryWish {
  readonly length: SummaryLength;
  /** Index into the article's sections; undefined for the whole article. */
  readonly section?: number | undefined;
  /** How many quotations to pass over: those shown before. */
  readonly from: number;
}

export function isLength(text: string): text is SummaryLength {
  return LENGTHS.some((length) => length === text);
}

/** The sentences that stand for an article or a section, with `[…]` at each gap and how much of the text they are. */
export function summaryReply(article: Article, wish: SummaryWish, words: Words): Reply {
  const { length, section, from } = wish;
  const heading = section === undefined ? undefined : article.sections[section]?.heading;
  const isWhole = section === undefined;
  const sentences = chosenFor(article, wish);
  const all = passagesOf(article, sentences);
  const shown = all.slice(from, from + SHOWN);
  const rest = (count: number): Button | undefined => {
    const left = all.length - from - count;
    if (left <= 0) return undefined;
    return {
      label: words.buttons.rest(left),
      action: actionOf(article, { ...wish, from: from + count }),
      rest: true,
    };
  };
  const more = rest(shown.length);
  return {
    visibility: 'public',
    tone: 'plain',
    heading: heading ? words.summary.ofSection(length, shorten(heading, 120)) : words.summary.heading(length),
    blocks: [
      { kind: 'text', text: coverage(article, sentences, section, words) },
      ...(from > 0 || more
        ? [
            {
              kind: 'note',
              text: words.summary.continued(from + 1, from + shown.length, all.length),
            } as const,
          ]
        : []),
      ...shown.flatMap((passage, index) =>
        crossing(all[from + index - 1], passage, from + index, isWhole, words),
      ),
    ],
    footer: sourceOf(article, words),
    buttons: [
      ...(more ? [more] : []),
      ...otherLengths(article, wish, sentences.length, words),
      ...(shown.length > 0 ? [verifyButton(shown, words)] : []),
      ...openButtons(new Set([article]), words),
    ],
    menus: sectionMenu(article, wish, words),
    rest,
  };
}

/** Summaries made before: texts never change, and a summary takes longer than all else in its reply. */
const made = new WeakMap<Article, Map<string, readonly number[]>>();

function chosenFor(article: Article, { length, section }: Omit<SummaryWish, 'from'>): readonly number[] {
  const known = made.get(article) ?? new Map<string, readonly number[]>();
  made.set(article, known);
  const key = `${length} ${section ?? ''}`;
  const chosen = known.get(key) ?? summarize(article, { length, section });
  known.set(key, chosen);
  return chosen;
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

/** A quotation after the one before it: the gap between them, the heading it stands under in the whole, its words. */
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
    ...(before && before.last + 1 < first ? [{ kind: 'gap' } as const] : []),
    ...(isWhole && sectionBefore !== article.sentences[first]?.section ? headingOf(passage) : []),
    { kind: 'quotation', quotation: quote(passage, { words, letter, button, underHeading: true }) },
  ];
}

function coverage(
  article: Article,
  chosen: readonly number[],
  section: number | undefined,
  words: Words,
): string {
  const whole = section === undefined ? undefined : article.sections[section];
  const first = whole?.first ?? 0;
  const end = whole?.end ?? article.sentences.length;
  if (end === first) return words.summary.empty;
  const lengthOf = (index: number) => {
    const { start, end } = spanOf({ article, first: index, last: index });
    return end - start;
  };
  let all = 0;
  for (let index = first; index < end; index += 1) all += lengthOf(index);
  const shown = chosen.reduce((sum, index) => sum + lengthOf(index), 0);
  const tell = whole ? words.summary.sectionCoverage : words.summary.coverage;
  return tell(chosen.length, end - first, percentOf(shown, all));
}

/** Never 0 for a part, never 100 for less than all. */
function percentOf(part: number, all: number): string {
  if (part === all) return '100';
  const percent = Math.round((100 * part) / all);
  return percent === 0 ? '<1' : String(Math.min(percent, 99));
}

function actionOf(article: Article, { length, section, from }: SummaryWish) {
  return {
    verb: 'summary',
    article: article.id,
    revision: shortRevision(article),
    length,
    ...(section === undefined ? {} : { section }),
    from,
  } as const;
}

function otherLengths(article: Article, wish: SummaryWish, chosen: number, words: Words): Button[] {
  const at = LENGTHS.indexOf(wish.length);
  const offer = (length: SummaryLength | undefined, label: string): Button[] => {
    if (!length) return [];
    const other = { ...wish, length, from: 0 };
    if (article.sentences.length <= FEW && chosenFor(article, other).length === chosen) return [];
    return [{ label, action: actionOf(article, other) }];
  };
  return [...offer(LENGTHS[at - 1], words.buttons.shorter), ...offer(LENGTHS[at + 1], words.buttons.longer)];
}

function sectionMenu(article: Article, wish: SummaryWish, words: Words): Menu[] {
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
    action: actionOf(article, { length: wish.length, section, from: 0 }),
  });
  return [
    {
      placeholder:
        offered.length === headed.length
          ? words.summary.chooseSection
          : words.summary.chooseSectionOf(first + 1, first + offered.length, headed.length),
      options: [
        optionOf(words.summary.wholeArticle),
        ...offered.map(([index, { heading }]) => optionOf(shorten(heading, 100), index)),
      ],
    },
  ];
}
