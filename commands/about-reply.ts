// Replies to questions about the articles themselves, or about the bot.
import type { Article } from '../src/corpus/article.ts';
import { LIMITS } from '../src/limits.ts';
import { publicationOf } from '../src/reply/attribution.ts';
import { openButtons, verifyButton } from '../src/reply/buttons.ts';
import { echo } from '../src/reply/echo.ts';
import { notesOf } from '../src/reply/notes.ts';
import { footerOf, quotationsOf } from '../src/reply/passages.ts';
import type { Block, Button, Menu, Reply } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Words } from '../src/reply/words.ts';
import { type About, type Finding, isOfBot } from '../src/search/search.ts';
import type { Asked } from './finding-reply.ts';
import { sectionMenu, summaryAction } from './summary-controls.ts';

/** How many articles a reply lists, and how many sentences that print a note. */
const SHOWN = 10;
/** How many note marks are named. */
const MARKS_NAMED = 12;

/** The reply to a question about the articles themselves or about the bot: what their front matter says, as labels. */
export function aboutReply(finding: Finding, about: About, asked: Asked): Reply {
  const { words, articles } = asked;
  if (isOfBot(about.topic)) return botReply(finding, about, asked);
  const visibility = asked.private ? 'private' : 'public';
  const question: Block = { kind: 'note', text: words.ask.asked(echo(finding.question)), question: true };
  if (about.topic === 'note') {
    const shown = finding.passages.slice(0, SHOWN);
    if (shown.length === 0) return unknownNote(about.note ?? '', question, asked);
    return {
      visibility,
      tone: 'about',
      heading: { kind: 'note', mark: about.note ?? '', articles },
      blocks: [question, ...quotationsOf(shown, words), { kind: 'note', text: words.sources.neverGuessed }],
      ...footerOf(shown),
      buttons: [verifyButton(shown, words), ...sourcesButton(articles, words)],
      menus: [],
    };
  }
  const [only, another] = articles;
  const base = { visibility, tone: 'about', heading: words.about.heading(articles.length) } as const;
  if (!only || another) {
    const listed = articles.slice(0, SHOWN).map((article) => entryOf(article, about, words));
    return {
      ...base,
      blocks: [question, ...listed],
      buttons: sourcesButton([], words),
      menus: articleMenu(articles, words),
    };
  }
  const isSubject = about.topic === 'subject';
  return {
    ...base,
    blocks: [
      question,
      entryOf(only, about, words),
      ...(isSubject ? ([{ kind: 'text', text: words.about.subject }] as const) : []),
      ...quotationsOf(finding.passages, words),
    ],
    footer: { kind: 'source', article: only },
    buttons: [
      summaryButton(only, words),
      ...sourcesButton(articles, words),
      ...(finding.passages.length > 0 ? [verifyButton(finding.passages, words)] : []),
      ...openButtons(new Set([only]), words),
    ],
    menus: sectionMenu(only, { length: 'short', from: 0 }, words),
  };
}

/** For a note that no article prints: which there are. */
function unknownNote(note: string, question: Block, { articles, words }: Asked): Reply {
  const told = articles.flatMap((article): Block[] => {
    const marks = [...notesOf(article).keys()];
    const known = { names: marks.slice(0, MARKS_NAMED), more: Math.max(0, marks.length - MARKS_NAMED) };
    if (marks.length === 0) return [];
    return [{ kind: 'text', text: words.problems.unknownNote(note, shorten(article.title, 100), known) }];
  });
  return {
    visibility: 'private',
    tone: 'about',
    heading: words.about.heading(articles.length),
    blocks: [question, ...told.slice(0, SHOWN)],
    buttons: sourcesButton(articles, words),
    menus: [],
  };
}

/** What there is to press where nothing was found: the sections of the only article, or the articles. */
export function contentsMenu(articles: readonly Article[], words: Words): Menu[] {
  const [only, another] = articles;
  return only && !another
    ? sectionMenu(only, { length: 'short', from: 0 }, words)
    : articleMenu(articles, words);
}

function botReply(finding: Finding, { topic }: About, { articles, words }: Asked): Reply {
  const text = { bot: words.about.bot, greeting: words.about.greeting, thanks: words.about.thanks };
  const [only, another] = articles;
  return {
    visibility: 'private',
    tone: 'about',
    heading: words.about.botHeading,
    blocks: [
      { kind: 'note', text: words.ask.asked(echo(finding.question)), question: true },
      { kind: 'text', text: text[topic as keyof typeof text] },
    ],
    buttons: [...(only && !another ? [summaryButton(only, words)] : []), ...sourcesButton(articles, words)],
    menus: topic === 'thanks' ? [] : contentsMenu(articles, words),
  };
}

function entryOf(article: Article, { topic }: About, words: Words): Block {
  const { title, published } = article;
  return {
    kind: 'entry',
    name: shorten(title, 200),
    lines: [
      words.sources.publication(publicationOf(article)),
      ...(topic === 'date' && published === undefined ? [words.about.noDate] : []),
      { kind: 'size', article },
    ],
  };
}

function summaryButton(article: Article, words: Words): Button {
  return {
    label: words.summary.heading('short'),
    action: summaryAction(article, { length: 'short', from: 0 }),
  };
}

function sourcesButton(articles: readonly Article[], words: Words): Button[] {
  const [only, another] = articles;
  const action =
    only && !another
      ? ({ verb: 'sources', article: only.id, edition: only.edition, from: 0 } as const)
      : ({ verb: 'sources', from: 0 } as const);
  return [{ label: words.buttons.details, action }];
}

function articleMenu(articles: readonly Article[], words: Words): Menu[] {
  if (articles.length < 2) return [];
  const { most } = LIMITS.choices;
  const isAll = articles.length <= most;
  const offered = isAll ? articles : articles.slice(0, most - 1);
  const options = offered.map((article) => ({
    label: shorten(article.title, 100),
    action: { verb: 'sources', article: article.id, edition: article.edition, from: 0 } as const,
  }));
  // The list of all goes on from there.
  const further = {
    label: words.place.options(offered.length + 1, articles.length, articles.length),
    action: { verb: 'sources', from: offered.length } as const,
  };
  return [{ placeholder: words.about.chooseArticle, options: isAll ? options : [...options, further] }];
}
