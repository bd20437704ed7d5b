import { type Article, countSentences } from '../src/corpus/article.ts';
import { buttonFor, moreButton, openButtons, shareButton, verifyButton } from '../src/reply/buttons.ts';
import { echo } from '../src/reply/echo.ts';
import { articlesOf, footerOf, quotationsOf } from '../src/reply/passages.ts';
import { refTo } from '../src/reply/reference.ts';
import type { Block, Button, Reply } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Words } from '../src/reply/words.ts';
import { type Finding, isUnasked, type Reason } from '../src/search/search.ts';

/** How many names an absent answer lists. */
const MOST_HEADINGS = 12;

export interface Asked {
  /** The articles that were searched. */
  readonly articles: readonly Article[];
  /** How many passages to show at once; the others are under More. */
  readonly shown: number;
  readonly private: boolean;
  readonly words: Words;
}

/** The reply to a question: the passages found, or why there are none to rely on. */
export function replyTo(finding: Finding, asked: Asked): Reply {
  switch (finding.outcome) {
    case 'found':
      return foundReply(finding, asked);
    case 'unclear':
      return unclearReply(finding, asked);
    case 'absent':
      return absentReply(finding, asked);
  }
}

function foundReply(finding: Finding, asked: Asked): Reply {
  const { words } = asked;
  const shown = finding.passages.slice(0, asked.shown);
  return {
    visibility: asked.private ? 'private' : 'public',
    tone: 'found',
    heading: words.ask.found(shown.length, asked.articles.length),
    blocks: [
      ...question(finding, words),
      ...(finding.missing.length > 0 ? wordsLookedUp(finding, words) : readings(finding, words)),
      ...quotationsOf(shown, words),
    ],
    ...passageEnd(finding, asked),
  };
}

function unclearReply(finding: Finding, asked: Asked): Reply {
  const { words } = asked;
  const shown = finding.passages.slice(0, asked.shown);
  return {
    visibility: 'private',
    tone: 'unclear',
    heading: words.ask.unclear(asked.articles.length),
    blocks: [
      ...question(finding, words),
      ...(finding.reason.kind === 'thin'
        ? []
        : [{ kind: 'text', text: words.ask.reason(echoed(finding.reason)) } as const]),
      { kind: 'text', text: words.ask.cannotTell(shown.length) },
      ...wordsLookedUp(finding, words),
      ...quotationsOf(shown, words),
    ],
    ...passageEnd(finding, asked),
  };
}

/** A reason whose words, which a reader typed, are short. */
function echoed(reason: Reason): Reason {
  return 'words' in reason ? { ...reason, words: reason.words.map((word) => echo(word, 50)) } : reason;
}

function absentReply(finding: Finding, asked: Asked): Reply {
  const { words, articles } = asked;
  const { reason, closest } = finding;
  const wasAsked = !isUnasked(reason);
  const sentences = countSentences(articles);
  const why = wasAsked ? words.ask.compared(sentences, articles.length) : words.ask.reason(reason);
  return {
    visibility: 'private',
    tone: 'absent',
    heading: wasAsked ? words.ask.absent(articles.length) : words.ask.notAsked,
    blocks: [
      ...question(finding, words),
      { kind: 'text', text: why },
      ...(wasAsked ? wordsLookedUp(finding, words) : []),
      ...outline(articles, words),
    ],
    buttons: [
      ...(closest ? [buttonFor({ verb: 'closest', passage: refTo(closest) }, words)] : []),
      ...(wasAsked ? [shareButton('absent', [], words)] : []),
    ],
    menus: [],
  };
}

/** What stands under the passages of a reply: whose they are, and what can be done with them. */
function passageEnd(finding: Finding, asked: Asked) {
  const { words } = asked;
  const { passages, outcome } = finding;
  const shown = passages.slice(0, asked.shown);
  const more = moreButton(passages, shown.length, words);
  const buttons: Button[] = [
    ...(more ? [more] : []),
    verifyButton(shown, words),
    ...openButtons(articlesOf(shown), words),
    ...(asked.private || outcome === 'unclear' ? [shareButton(outcome, shown, words)] : []),
  ];
  const rest = (count: number) => moreButton(passages, count, words);
  return { ...footerOf(shown, words), buttons, menus: [], rest };
}

function question(finding: Finding, words: Words): Block[] {
  const asked = echo(finding.question);
  return asked ? [{ kind: 'note', text: words.ask.asked(asked), question: true }] : [];
}

function readings({ readings }: Finding, words: Words): Block[] {
  if (readings.length === 0) return [];
  const told = readings.map(({ asked, read }) => `${echo(asked, 50)} → ${read.join(' / ')}`);
  return [{ kind: 'note', text: words.ask.readAs(told) }];
}

function wordsLookedUp(finding: Finding, words: Words): Block[] {
  const { found, missing } = finding;
  const told = [
    ...(found.length > 0 ? [words.ask.foundWords(found.map((word) => echo(word, 50)))] : []),
    ...(missing.length > 0 ? [words.ask.missingWords(missing.map((word) => echo(word, 50)))] : []),
  ];
  const notes: Block[] = told.length > 0 ? [{ kind: 'note', text: told.join(' · ') }] : [];
  return [...notes, ...readings(finding, words)];
}

/** What there is to ask about: the sections of the only article, or the titles of several. */
function outline(articles: readonly Article[], words: Words): Block[] {
  const [only, another] = articles;
  const isOne = only !== undefined && another === undefined;
  const names = isOne ? only.sections.map(({ heading }) => heading) : articles.map(({ title }) => title);
  const told = names.filter((name) => name !== '');
  if (told.length === 0) return [];
  const list = told.slice(0, MOST_HEADINGS).map((name) => shorten(name, 100));
  const tell = isOne ? words.ask.sections : words.ask.articles;
  return [{ kind: 'note', text: tell(list, told.length - list.length) }];
}
