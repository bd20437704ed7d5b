import type { Article } from '../src/corpus/article.ts';
import type { Passage } from '../src/corpus/passage.ts';
import { LIMITS } from '../src/limits.ts';
import { publicationOf, shortRevision, sourceOf } from '../src/reply/attribution.ts';
import { openButtons, verifyButton } from '../src/reply/buttons.ts';
import { languageName } from '../src/reply/language-name.ts';
import { lackingIn, notesOf } from '../src/reply/notes.ts';
import { quotationsOf } from '../src/reply/passages.ts';
import type { Block, Button, Menu, Reply } from '../src/reply/reply.ts';
import { shorten } from '../src/reply/shorten.ts';
import type { Words } from '../src/reply/words.ts';
import type { Session } from './command.ts';

/** How many articles, or quotations of a note, one reply shows. */
const SHOWN = 10;
/** How many note marks one entry lists, how many entries one reply shows, and how many sentences a mark names. */
const MARKS_IN_ENTRY = 20;
const ENTRIES = 3;
const SENTENCES_NAMED = 12;
const SECTIONS_NAMED = 12;

/** Every article held, as a list. */
export function articlesReply(articles: readonly Article[], from: number, session: Session): Reply {
  const { words } = session;
  const shown = articles.slice(from, from + SHOWN);
  const rest = restOf(articles.length, from, {}, words);
  return {
    ...listReply(words.sources.heading(articles.length), rest, shown.length),
    blocks: [
      ...continued(articles.length, from, shown.length, words),
      ...shown.map((article) => ({
        ...entryOf(article, session),
        button: { label: words.buttons.details, action: actionOf(article, 0) },
      })),
    ],
  };
}

/** One article, and which sentences print which of its note marks. `from` entries were shown before. */
export function articleReply(article: Article, from: number, session: Session): Reply {
  const { words } = session;
  const entries = [entryOf(article, session), ...noteEntries(article, words)];
  const shown = entries.slice(from, from + ENTRIES);
  const rest = restOf(entries.length, from, { article: article.id, edition: article.edition }, words);
  const isOnly = session.library.articles.length === 1;
  const heading = isOnly ? words.sources.heading(1) : words.sources.one;
  const reply = listReply(heading, rest, shown.length);
  return {
    ...reply,
    blocks: shown,
    buttons: [...reply.buttons, ...openButtons(new Set([article]), words)],
    menus: noteMenu(article, words),
  };
}

/** The sentences that print a note mark. */
export function noteReply(article: Article, note: string, from: number, { words }: Session): Reply {
  const passages = (notesOf(article).get(note) ?? []).map(
    (index): Passage => ({ article, first: index, last: index }),
  );
  const shown = passages.slice(from, from + SHOWN);
  const about = { article: article.id, edition: article.edition, note };
  const rest = restOf(passages.length, from, about, words);
  const reply = listReply(words.sources.noteHeading(note, passages.length), rest, shown.length);
  return {
    ...reply,
    blocks: [
      ...continued(passages.length, from, shown.length, words),
      ...quotationsOf(shown, words, from),
      { kind: 'note', text: words.sources.neverGuessed },
    ],
    footer: sourceOf(article, words),
    buttons: [
      ...reply.buttons,
      ...(shown.length > 0 ? [verifyButton(shown, words)] : []),
      ...openButtons(new Set([article]), words),
    ],
    menus: noteMenu(article, words),
  };
}

type Rest = (shown: number) => Button | undefined;
type About = { readonly article?: string; readonly edition?: string; readonly note?: string };

function restOf(all: number, from: number, about: About, words: Words): Rest {
  return (shown) => {
    const left = all - from - shown;
    if (left <= 0) return undefined;
    const action = { verb: 'sources', ...about, from: from + shown } as const;
    return { label: words.buttons.rest(left), action, rest: true };
  };
}

function listReply(heading: string, rest: Rest, shown: number) {
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

function continued(all: number, from: number, shown: number, words: Words): Block[] {
  if (shown === all) return [];
  return [{ kind: 'note', text: words.sources.continued(from + 1, from + shown, all) }];
}

function entryOf(article: Article, { locale, words }: Session) {
  const { id, title, url, lang, sections, sentences } = article;
  const headings = sections.map(({ heading }) => heading).filter((heading) => heading !== '');
  const named = headings.slice(0, SECTIONS_NAMED).map((heading) => shorten(heading, 100));
  const lines = [
    words.sources.publication(publicationOf(article)),
    words.sources.size(languageName(lang, locale), headings.length, sentences.length),
    words.sources.identity(id, shortRevision(article)),
    ...(url ? [words.sources.link(url)] : []),
    ...(named.length > 0 ? [words.sources.sections(named, headings.length - named.length)] : []),
    ...(notesOf(article).size === 0 ? [words.sources.noNotes] : []),
  ];
  return { kind: 'entry', name: shorten(title, 200), lines } as const;
}

function noteEntries(article: Article, words: Words): Block[] {
  const marks = notesOf(article);
  const lines = [...marks].map(([mark, sentences]) => {
    const numbers = sentences.map((index) => String(index + 1));
    const more = numbers.length - SENTENCES_NAMED;
    const named = numbers.slice(0, SENTENCES_NAMED);
    return words.sources.noteLine(mark, more > 0 ? [...named, words.place.andMore(more)] : named);
  });
  const lacking = lackingIn([...marks.keys()]);
  const closing = [
    ...(lacking.length > 0 ? [words.sources.notOccurring(lacking.slice(0, MARKS_IN_ENTRY))] : []),
    words.sources.neverGuessed,
  ];
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

function noteMenu(article: Article, words: Words): Menu[] {
  const marks = [...notesOf(article)];
  if (marks.length === 0) return [];
  const offered = marks.slice(0, LIMITS.choices.most);
  return [
    {
      placeholder:
        offered.length === marks.length
          ? words.sources.chooseNote
          : words.sources.chooseNoteOf(1, offered.length, marks.length),
      options: offered.map(([mark, sentences]) => ({
        label: shorten(mark, 100),
        description: words.sources.printedBy(sentences.length),
        action: actionOf(article, 0, mark),
      })),
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
