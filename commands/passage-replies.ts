// Replies to presses that show more: context, further passages, the closest one.
import type { Passage } from '../src/corpus/passage.ts';
import type { Action, Judged } from '../src/reply/action.ts';
import {
  backButton,
  contextButton,
  moreButton,
  openButtons,
  passedOver,
  shareButton,
  verifyButton,
} from '../src/reply/buttons.ts';
import type { Claim } from '../src/reply/claim.ts';
import { articlesOf, footerOf, quotationsOf, withGapsAtCuts } from '../src/reply/passages.ts';
import { quote } from '../src/reply/quotation.ts';
import type { Block, Reply } from '../src/reply/reply.ts';
import { bySection, headingOf } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';

/** The passage with one sentence more on each side, under the headings it crosses. */
export function contextReply({ article, first, last }: Passage, words: Words): Reply {
  const wider: Passage = {
    article,
    first: Math.max(0, first - 1),
    last: Math.min(article.sentences.length - 1, last + 1),
  };
  const more = contextButton(wider, words);
  const blocks = inSections(wider).flatMap((passage): Block[] => [
    ...headingOf(passage),
    ...withGapsAtCuts(passage, quote(passage, { underHeading: true })),
  ]);
  return {
    visibility: 'private',
    tone: 'plain',
    heading: words.context.heading,
    blocks: more ? blocks : [...blocks, { kind: 'note', text: { kind: 'whole', article } }],
    footer: { kind: 'source', article: article },
    buttons: [
      ...(more ? [{ ...more, label: words.buttons.moreContext }] : []),
      verifyButton([wider], words),
      ...openButtons(new Set([article]), words),
    ],
    menus: [],
  };
}

/** The passages after those on the pages before, which a reply held back. `before` others were shown under letters of their own. */
export function moreReply(
  all: readonly Passage[],
  { before, trail }: { readonly before: number; readonly trail: readonly number[] },
  words: Words,
): Reply {
  const skipped = passedOver({ trail });
  const passages = all.slice(skipped);
  const back = backButton(all, trail, words, before);
  return {
    visibility: 'private',
    tone: 'plain',
    heading: words.ask.furtherHeading,
    blocks: [
      ...(skipped > 0 || before > 0 ? [{ kind: 'text', text: words.ask.further } as const] : []),
      {
        kind: 'note',
        text: {
          kind: 'range',
          as: 'passages',
          from: before + skipped,
          all: before + all.length,
          list: { of: 'passages', passages: all, before },
        },
      },
      ...quotationsOf(passages, words, before + skipped),
    ],
    ...footerOf(passages),
    buttons: [
      ...(back ? [back] : []),
      verifyButton(passages, words, before + skipped),
      ...openButtons(articlesOf(passages), words),
    ],
    menus: [],
    rest: (shown) => moreButton(all, skipped + shown, words, before, trail),
  };
}

/** The passage nearest to a question that the articles do not answer. */
export function closestReply(passage: Passage, words: Words): Reply {
  const passages = inSections(passage);
  return {
    visibility: 'private',
    tone: 'absent',
    heading: words.ask.closestHeading,
    blocks: [{ kind: 'text', text: words.ask.closest }, ...quotationsOf(passages, words)],
    ...footerOf(passages),
    buttons: [
      verifyButton(passages, words),
      ...openButtons(articlesOf(passages), words),
      shareButton('absent', passages, words),
    ],
    menus: [],
  };
}

/** One page of a passage longer than a message. */
export function pageReply(
  passage: Passage,
  { page, form }: Pick<Extract<Action, { verb: 'page' }>, 'page' | 'form'>,
  words: Words,
): Reply {
  const [start] = inSections(passage);
  if (!start) throw new RangeError('A passage without a sentence');
  const button = contextButton(start, words);
  return {
    visibility: 'private',
    tone: 'plain',
    heading: words.context.page,
    blocks: withGapsAtCuts(
      start,
      quote(start, {
        page: Math.max(0, page),
        ...(form === 'exact' ? { form, offsets: true } : { button }),
      }),
    ),
    ...footerOf([start]),
    buttons: [verifyButton([start], words)],
    menus: [],
  };
}

/** What was shown to one reader, for everyone, under the outcome it had. */
export function sharedReply(outcome: Judged, wanted: readonly Passage[], words: Words): Reply {
  const passages = wanted.flatMap(inSections);
  // Which articles were searched is not known any more; those that are quoted are.
  const articles = Math.max(1, articlesOf(passages).size);
  const heading: Readonly<Record<Judged, string | Claim>> = {
    found: { kind: 'count', as: 'found', articles },
    unclear: words.ask.unclear(articles),
    absent: words.ask.absent(articles),
  };
  const caution: Readonly<Record<Judged, readonly (string | Claim)[]>> = {
    found: [],
    unclear: [{ kind: 'count', as: 'nearest for everyone', articles }],
    absent: [words.ask.sharedAbsent, ...(passages.length > 0 ? [words.ask.sharedClosest] : [])],
  };
  return {
    visibility: 'public',
    tone: outcome,
    heading: heading[outcome],
    blocks: [
      ...caution[outcome].map((text) => ({ kind: 'text', text }) as const),
      ...quotationsOf(passages, words),
    ],
    ...footerOf(passages),
    buttons: [
      ...(passages.length > 0 ? [verifyButton(passages, words)] : []),
      ...openButtons(articlesOf(passages), words),
    ],
    menus: [],
    rest: (shown) => moreButton(passages, shown, words),
  };
}

function inSections({ article, first, last }: Passage): Passage[] {
  return bySection(article, first, last);
}
