// Replies that list articles, one article's facts, or a note's sentences.
import type { Article } from '../src/corpus/article.ts';
import type { Passage } from '../src/corpus/passage.ts';
import { publicationOf } from '../src/reply/attribution.ts';
import { openButtons, pageBefore, verifyButton } from '../src/reply/buttons.ts';
import type { Claim } from '../src/reply/claim.ts';
import { notesOf } from '../src/reply/notes.ts';
import { quotationsOf } from '../src/reply/passages.ts';
import type { Block, Button, Menu, Reply } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Words } from '../src/reply/words.ts';
import type { Session } from './command.ts';
import { partOf, withWays } from './menu-parts.ts';

/** How many articles, or quotations of a note, one reply shows. */
const SHOWN = 10;
/** How many note marks one entry lists, and how many entries one reply shows. */
const MARKS_IN_ENTRY = 20;
const ENTRIES = 3;

/** What of a list is shown: `from` items are passed over, and of a menu in parts one part, or the first. */
interface Turn {
  readonly from: number;
  /** How many each page before showed. */
  readonly trail?: readonly number[] | undefined;
  readonly part?: number | undefined;
}

/** Every article held, as a list. */
export function articlesReply(articles: readonly Article[], turn: Turn, session: Session): Reply {
  const { from } = turn;
  const { words } = session;
  const shown = articles.slice(from, from + SHOWN);
  const rest = restOf(articles.length, turn, {}, words);
  const reply = listReply({ kind: 'held', articles }, rest, shown.length);
  return {
    ...reply,
    buttons: [...reply.buttons, ...backOf(turn, SHOWN, {}, words)],
    blocks: [
      {
        kind: 'note',
        text: {
          kind: 'range',
          as: 'articles',
          from,
          all: articles.length,
          list: { of: 'articles', articles },
        },
      },
      ...shown.map((article) => ({
        ...entryOf(article, session),
        button: { label: words.buttons.details, action: actionOf(article, 0) },
      })),
      ...readByOf(session),
    ],
  };
}

/** One article, and which sentences print which of its note marks. */
export function articleReply(article: Article, turn: Turn, session: Session): Reply {
  const { from, part } = turn;
  const { words } = session;
  const entries = [entryOf(article, session), ...noteEntries(article, words)];
  const shown = entries.slice(from, from + ENTRIES);
  const about = { article: article.id, edition: article.edition };
  const rest = restOf(entries.length, turn, about, words);
  const isOnly = session.library.articles.length === 1;
  const heading: string | Claim = isOnly ? { kind: 'held', articles: [article] } : words.sources.one;
  const reply = listReply(heading, rest, shown.length);
  return {
    ...reply,
    blocks: [...shown, ...readByOf(session)],
    buttons: [
      ...reply.buttons,
      ...backOf(turn, ENTRIES, about, words),
      ...(isOnly
        ? []
        : [{ label: words.buttons.allArticles, action: { verb: 'sources', from: 0 } } as const]),
      ...openButtons(new Set([article]), words),
    ],
    menus: noteMenu(article, { note: undefined, from, part }, words),
  };
}

/** The sentences that print a note mark. */
export function noteReply(article: Article, note: string, turn: Turn, { words }: Session): Reply {
  const { from } = turn;
  const passages = (notesOf(article).get(note) ?? []).map(
    (index): Passage => ({ article, first: index, last: index }),
  );
  const shown = passages.slice(from, from + SHOWN);
  const about = { article: article.id, edition: article.edition, note };
  const rest = restOf(passages.length, turn, about, words);
  const reply = listReply({ kind: 'note', mark: note, articles: [article] }, rest, shown.length);
  return {
    ...reply,
    blocks: [
      {
        kind: 'note',
        text: {
          kind: 'range',
          as: 'sentences',
          from,
          all: passages.length,
          list: { of: 'note', article, mark: note },
        },
      },
      ...quotationsOf(shown, words, from),
      { kind: 'note', text: words.sources.neverGuessed },
    ],
    footer: { kind: 'source', article: article },
    buttons: [
      ...reply.buttons,
      ...backOf(turn, SHOWN, about, words),
      ...(shown.length > 0 ? [verifyButton(shown, words, from)] : []),
      { label: words.buttons.details, action: actionOf(article, 0) },
      ...openButtons(new Set([article]), words),
    ],
    menus: noteMenu(article, { note, ...turn }, words),
  };
}

/** Which model reads along, where one does. */
function readByOf({ library: { readBy }, words }: Session): Block[] {
  return readBy === undefined ? [] : [{ kind: 'note', text: words.sources.readBy(readBy) }];
}

type Rest = (shown: number) => Button | undefined;
type About = { readonly article?: string; readonly edition?: string; readonly note?: string };

function restOf(all: number, { from, trail = [] }: Turn, about: About, words: Words): Rest {
  return (shown) => {
    const left = all - from - shown;
    if (left <= 0) return undefined;
    const action = { verb: 'sources', ...about, from: from + shown, trail: [...trail, shown] } as const;
    return { label: words.buttons.rest(left), action, rest: true };
  };
}

/** The button that leads back to the page before. */
function backOf(turn: Turn, page: number, about: About, words: Words): Button[] {
  if (turn.from === 0) return [];
  const action = { verb: 'sources', ...about, ...pageBefore(turn, page) } as const;
  return [{ label: words.buttons.previous, action }];
}

function listReply(heading: string | Claim, rest: Rest, shown: number) {
  const more = rest(shown);
  return {
    visibility: 'public',
    tone: 'plain',
    heading,
    buttons: more ? [more] : [],
    menus: [],
    rest,
  } as const;
}

function entryOf(article: Article, { words }: Session) {
  const { title, url } = article;
  const lines: (string | Claim)[] = [
    words.sources.publication(publicationOf(article)),
    { kind: 'size', article },
    { kind: 'identity', article },
    ...(url ? [words.sources.link(url)] : []),
    { kind: 'sections', article },
    ...(notesOf(article).size === 0 ? [words.sources.noNotes] : []),
  ];
  return { kind: 'entry', name: shorten(title, 200), lines } as const;
}

function noteEntries(article: Article, words: Words): Block[] {
  const marks = notesOf(article);
  const lines = [...marks.keys()].map((mark): Claim => ({ kind: 'note-places', article, mark }));
  const closing = [{ kind: 'note-gaps', article } as const, words.sources.neverGuessed];
  const entries: Block[] = [];
  for (let at = 0; at < lines.length; at += MARKS_IN_ENTRY) {
    const isLast = at + MARKS_IN_ENTRY >= lines.length;
    const part = lines.slice(at, at + MARKS_IN_ENTRY);
    entries.push({
      kind: 'entry',
      name: words.sources.notes,
      lines: [...part, ...(isLast ? closing : [])],
    });
  }
  return entries;
}

/** The menu of an article's note marks, from which each can be reached: in parts where they are many. */
function noteMenu(
  article: Article,
  { note, from, trail, part }: Turn & { readonly note: string | undefined },
  words: Words,
): Menu[] {
  const marks = [...notesOf(article)];
  if (marks.length === 0) return [];
  const at = marks.findIndex(([mark]) => mark === note);
  const { offered, first, ways } = partOf(marks, { part, at, fixed: 0 });
  const wayTo = (to: number) => ({ ...actionOf(article, from, note), ...(trail ? { trail } : {}), part: to });
  return [
    {
      placeholder:
        offered.length === marks.length
          ? words.sources.chooseNote
          : words.sources.chooseNoteOf(first + 1, first + offered.length, marks.length),
      options: withWays(
        offered.map(([mark, sentences]) => ({
          label: shorten(mark, 100),
          description: words.sources.printedBy(sentences.length),
          action: actionOf(article, 0, mark),
        })),
        ways.map((way) => ({ ...way, action: wayTo(way.part) })),
        marks.length,
        words,
      ),
    },
  ];
}

function actionOf(article: Article, from: number, note?: string) {
  return {
    verb: 'sources',
    article: article.id,
    edition: article.edition,
    ...(note ? { note } : {}),
    from,
  } as const;
}
