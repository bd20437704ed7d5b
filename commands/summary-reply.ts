import type { Article } from '../src/corpus/article.ts';
import { type Passage, sizeOf } from '../src/corpus/passage.ts';
import { sourceOf } from '../src/reply/attribution.ts';
import { contextButton, openButtons, verifyButton } from '../src/reply/buttons.ts';
import { quote } from '../src/reply/quotation.ts';
import type { Block, Button, Reply } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import { headingOf } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';
import { summarize } from '../src/search/search.ts';
import { otherLengths, type SummaryWish, sectionMenu, summaryAction } from './summary-controls.ts';

/** How many quotations a reply shows at once. */
const SHOWN = 12;

/** The sentences that stand for an article or a section, with `[…]` at each gap and how much of the text they are. */
export function summaryReply(article: Article, wish: SummaryWish, words: Words): Reply {
  const { length, section, from } = wish;
  const heading = section === undefined ? undefined : article.sections[section]?.heading;
  const isWhole = section === undefined;
  const sentences = summarize(article, wish);
  const all = passagesOf(article, sentences);
  const shown = all.slice(from, from + SHOWN);
  const rest = (count: number): Button | undefined => {
    const left = all.length - from - count;
    if (left <= 0) return undefined;
    return {
      label: words.buttons.rest(left),
      action: summaryAction(article, { ...wish, from: from + count }),
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
      ...placesOf(article, sentences, section, words),
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
      ...(!more && article.sentences[shown.at(-1)?.last ?? -1]?.isCut ? [GAP] : []),
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
  const all = sizeOf(article.sentences.slice(first, end));
  const shown = sizeOf(chosen.flatMap((index) => article.sentences[index] ?? []));
  const tell = whole ? words.summary.sectionCoverage : words.summary.coverage;
  const gaps = chosen.some((index, at) => at > 0 && index - 1 !== chosen[at - 1]);
  return tell(chosen.length, end - first, percentOf(shown, all), gaps);
}

/** At most so many blocks show where sentences stand. */
const MOST_BLOCKS = 40;

/** Where the sentences of a summary stand in what it is of: a line of blocks, one for each stretch, and the same in words. */
function placesOf(
  article: Article,
  chosen: readonly number[],
  section: number | undefined,
  words: Words,
): Block[] {
  const whole = section === undefined ? undefined : article.sections[section];
  const first = whole?.first ?? 0;
  const count = (whole?.end ?? article.sentences.length) - first;
  if (count < 2 || chosen.length === 0) return [];
  const stretch = Math.ceil(count / MOST_BLOCKS);
  const held = new Set(chosen.map((index) => Math.floor((index - first) / stretch)));
  const blocks = Array.from({ length: Math.ceil(count / stretch) }, (_, at) =>
    held.has(at) ? '▮' : '▯',
  ).join('');
  const ranges: [number, number][] = [];
  for (const index of chosen) {
    const last = ranges.at(-1);
    if (last && last[1] === index) last[1] = index + 1;
    else ranges.push([index + 1, index + 1]);
  }
  const told = ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return [{ kind: 'note', text: `${blocks} · ${words.summary.places(told, first + 1, first + count)}` }];
}

/** Never 0 for a part, never 100 for less than all. */
function percentOf(part: number, all: number): string {
  if (part === all) return '100';
  const percent = Math.round((100 * part) / all);
  return percent === 0 ? '<1' : String(Math.min(percent, 99));
}
