// Turns what a search found into the reply to a question.
import type { Article } from '../src/corpus/article.ts';
import { buttonFor, moreButton, openButtons, shareButton, verifyButton } from '../src/reply/buttons.ts';
import type { Claim } from '../src/reply/claim.ts';
import { echo } from '../src/reply/echo.ts';
import { languageName } from '../src/reply/language-name.ts';
import { articlesOf, footerOf, quotationsOf } from '../src/reply/passages.ts';
import { refTo } from '../src/reply/reference.ts';
import type { Block, Button, Reply } from '../src/reply/reply.ts';
import type { Words } from '../src/reply/words.ts';
import {
  evidenceOf,
  type Finding,
  isUnasked,
  partedForReply,
  type RankedPassage,
} from '../src/search/search.ts';
import { aboutReply, contentsMenu } from './about-reply.ts';

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
    case 'about':
      return aboutReply(finding, finding.about ?? { topic: 'bot' }, asked);
  }
}

function foundReply(finding: Finding, asked: Asked): Reply {
  const { shown } = partedForReply(finding.passages, asked.shown);
  return {
    visibility: asked.private ? 'private' : 'public',
    tone: 'found',
    heading: {
      kind: 'count',
      as: finding.reason.kind === 'chosen' ? 'chosen' : 'found',
      articles: asked.articles.length,
    },
    ...passageReply(finding, shown, asked),
  };
}

function unclearReply(finding: Finding, asked: Asked): Reply {
  const { words } = asked;
  const { shown } = partedForReply(finding.passages, asked.shown);
  return {
    visibility: asked.private ? 'private' : 'public',
    tone: 'unclear',
    heading: words.ask.unclear(asked.articles.length),
    ...passageReply(finding, shown, asked),
  };
}

/** Passages under what is seen of the question in them. */
function passageReply(finding: Finding, shown: readonly RankedPassage[], asked: Asked) {
  const { words } = asked;
  const { reason, outcome } = finding;
  const evidence = evidenceOf(finding, shown);
  const told = (part: 'line' | 'sentence' | 'legend') =>
    ({ kind: 'evidence', part, evidence, reason: outcome === 'found' ? undefined : reason }) as const;
  return {
    blocks: [
      ...question(finding, words),
      told('line'),
      told('sentence'),
      ...inLanguage(finding, words),
      ...quotationsOf(shown, words),
      told('legend'),
    ],
    ...passageEnd(finding, shown, asked),
  };
}

function absentReply(finding: Finding, asked: Asked): Reply {
  const { words, articles } = asked;
  const { reason, closest } = finding;
  const wasAsked = !isUnasked(reason);
  const isCompared = wasAsked && reason.kind !== 'said-none';
  const why: string | Claim = isCompared
    ? { kind: 'compared', as: 'question', articles }
    : words.ask.reason(reason);
  return {
    visibility: 'private',
    tone: 'absent',
    heading: wasAsked ? words.ask.absent(articles.length) : words.ask.notAsked,
    blocks: [
      ...question(finding, words),
      { kind: 'text', text: why },
      ...inLanguage(finding, words),
      ...outline(articles),
    ],
    buttons: [
      ...(closest ? [buttonFor({ verb: 'closest', passage: refTo(closest) }, words)] : []),
      ...(wasAsked ? [shareButton('absent', [], words)] : []),
    ],
    menus: wasAsked ? contentsMenu(articles, words) : [],
  };
}

/** What stands under the passages of a reply: whose they are, and what can be done with them. */
function passageEnd({ passages, outcome }: Finding, shown: readonly RankedPassage[], asked: Asked) {
  const { words } = asked;
  const { others } = partedForReply(passages, asked.shown);
  const inOrder = [...shown, ...others];
  const more = moreButton(inOrder, shown.length, words);
  const buttons: Button[] = [
    ...(more ? [more] : []),
    verifyButton(shown, words),
    ...openButtons(articlesOf(shown), words),
    ...(asked.private && outcome !== 'about' ? [shareButton(outcome, shown, words)] : []),
  ];
  const rest = (count: number) => moreButton(inOrder, count, words);
  return { ...footerOf(shown), buttons, menus: [], rest };
}

function question(finding: Finding, words: Words): Block[] {
  const asked = echo(finding.question);
  return asked ? [{ kind: 'note', text: words.ask.asked(asked), question: true }] : [];
}

/** That the article is in another language than the question, where no word of it leads there. */
function inLanguage({ foreign }: Finding, words: Words): Block[] {
  if (foreign === undefined) return [];
  return [{ kind: 'text', text: words.ask.articleIn(languageName(foreign, words.locale)) }];
}

/** What there is to ask about: the sections of the only article, or the titles of several. */
function outline(articles: readonly Article[]): Block[] {
  const [only, another] = articles;
  const isOne = only !== undefined && another === undefined;
  return [{ kind: 'note', text: isOne ? { kind: 'sections', article: only } : { kind: 'titles', articles } }];
}
