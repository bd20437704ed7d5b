import type { Passage } from '../src/corpus/passage.ts';
import type { Action, Judged } from '../src/reply/action.ts';
import { sourceOf } from '../src/reply/attribution.ts';
import { contextButton, moreButton, openButtons, shareButton, verifyButton } from '../src/reply/buttons.ts';
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
    ...withGapsAtCuts(passage, quote(passage, { words, underHeading: true })),
  ]);
  return {
    visibility: 'private',
    tone: 'plain',
    heading: words.context.heading,
    blocks: more ? blocks : [...blocks, { kind: 'note', text: words.context.whole }],
    footer: sourceOf(article, words),
    buttons: [
      ...(more ? [{ ...more, label: words.buttons.moreContext }] : []),
      verifyButton([wider], words),
      ...openButtons(new Set([article]), words),
    ],
    menus: [],
  };
}

/** Passages that a reply held back. `before` were shown by earlier replies. */
export function moreReply(wanted: readonly Passage[], before: number, words: Words): Reply {
  const passages = wanted.flatMap(inSections);
  return {
    visibility: 'private',
    tone: 'plain',
    heading: words.ask.furtherHeading,
    blocks: [{ kind: 'text', text: words.ask.further }, ...quotationsOf(passages, words, before)],
    ...footerOf(passages, words),
    buttons: [verifyButton(passages, words), ...openButtons(articlesOf(passages), words)],
    menus: [],
    rest: (shown) => moreButton(passages, shown, words, before),
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
    ...footerOf(passages, words),
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
        words,
        page: Math.max(0, page),
        ...(form === 'exact' ? { form, offsets: true } : { button }),
      }),
    ),
    ...footerOf([start], words),
    buttons: [verifyButton([start], words)],
    menus: [],
  };
}

/** What was shown to one reader, for everyone, under the outcome it had. */
export function sharedReply(outcome: Judged, wanted: readonly Passage[], words: Words): Reply {
  const passages = wanted.flatMap(inSections);
  // Which articles were searched is not known any more; those that are quoted are.
  const articles = Math.max(1, articlesOf(passages).size);
  const heading = {
    found: words.ask.found(passages.length, articles),
    unclear: words.ask.unclear(articles),
    absent: words.ask.absent(articles),
  };
  const caution = {
    found: [],
    unclear: [words.ask.sharedUnclear(passages.length)],
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
    ...footerOf(passages, words),
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
