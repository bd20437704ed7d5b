// Makes a draft from a source, or with changed details.
import type { Article } from '../corpus/article.ts';
import { articleFrom } from '../corpus/article-from.ts';
import {
  type Changes,
  changedArticleFile,
  type Difference,
  type Draft,
  differenceOf,
  draftContents,
  entryOf,
  freeId,
  idOf,
  type LeftOutOfKind,
  leftOutByKind,
  type Matter,
  matterOfFile,
  type Named,
  type NamedKey,
  type NeededKey,
  namedBy,
  newArticleFile,
  type Outcome,
  type Source,
  takeIn,
  textOfFile,
} from '../intake/intake.ts';
import { articleOf, splitOf } from '../store/split.ts';
import type { StoredArticle, StoredSplit } from '../store/store.ts';

/** What whoever adds an article tells of it. An empty value takes a key away. */
export type Told = Readonly<Partial<Record<NamedKey, string>>>;

/** A source to be taken in. */
export interface Taking {
  readonly kind: 'taking';
  readonly source: Source;
  readonly told: Told;
  /** Where it came from, for front matter. */
  readonly came: Partial<Matter>;
  /** Ids that another article must not have. */
  readonly taken: readonly string[];
  /** The article that it is to take the place of. */
  readonly replaces?: Pick<StoredArticle, 'id' | 'contents' | 'split'>;
}

/** A draft whose details are told anew. */
export interface Amending {
  readonly kind: 'amending';
  readonly id: string;
  readonly contents: string;
  readonly told: Told;
  readonly taken: readonly string[];
  readonly replaces?: Pick<StoredArticle, 'id' | 'contents' | 'split'>;
}

/** An article file to be, and what a person needs to decide on it. */
export interface Made {
  readonly id: string;
  readonly contents: string;
  readonly split: StoredSplit;
  readonly details: Partial<Named>;
  /** Keys that must be told before it can be published. */
  readonly missing: readonly NeededKey[];
  readonly sections: number;
  readonly sentences: number;
  /** The first sentences, as printed. */
  readonly first: readonly string[];
  /** What became of the source; undefined where only its details were told anew. */
  readonly report?: Report;
  /** How it differs from the article that it is to take the place of. */
  readonly difference?: Difference;
  /** Aliases that go, since the new text does not print those names. */
  readonly lostAliases: readonly string[];
}

/** What was changed and left out when a source was taken in. */
export interface Report {
  readonly leftOut: readonly LeftOutOfKind[];
  readonly changes: Changes;
  /** A heading that is not of the source, over its notes. */
  readonly addedHeading?: string;
  /** Whether the language was told by the words, not by the source. */
  readonly isLangDetected: boolean;
}

/** One document of a source: made into a draft, to be looked for at another address, or refused with a sentence. */
export type Entry = { readonly title: string } & (
  | { readonly made: Made }
  | { readonly elsewhere: string }
  | { readonly problem: string }
);

export type Drafting = Taking | Amending;
/** Entries: of a feed there are several. A problem is a sentence why there is none. */
export type Drafted = { readonly entries: readonly Entry[] } | { readonly problem: string };

/** Sentences that are shown of the start: enough to see whether a page was taken whole. */
const FIRST = 3;

/**
 * Makes drafts of a source, or of a draft whose details are told anew. It computes for as long as the source is large, so it is done apart
 * (`apart.ts`).
 */
export async function draft(work: Drafting): Promise<Drafted> {
  return work.kind === 'taking' ? take(work) : { entries: [amend(work)] };
}

async function take(taking: Taking): Promise<Drafted> {
  const { source, told, replaces } = taking;
  const before = replaces && readStored(replaces);
  const lang = told.lang ?? before?.lang;
  const taken = await takeIn(source, lang === undefined ? {} : { lang });
  if ('problem' in taken) return taken;
  const outcomes = taken.value;
  if (!before) return { entries: outcomes.map((outcome) => entryFrom(outcome, taking)) };
  const found = entryOf(before, outcomes);
  if (found) return { entries: [entryFrom({ draft: found }, taking, before)] };
  return { entries: outcomes.map((outcome) => entryFrom(outcome, taking, before)) };
}

function readStored(stored: Pick<StoredArticle, 'id' | 'contents' | 'split'>): Article | undefined {
  const read = articleOf(stored);
  return 'problem' in read ? undefined : read.value.article;
}

function entryFrom(outcome: Outcome, taking: Taking, before?: Article): Entry {
  const stated = 'draft' in outcome ? outcome.draft.stated : outcome.stated;
  const title = stated.title ?? '';
  if ('problem' in outcome) return { title, problem: outcome.problem };
  if ('elsewhere' in outcome) return { title, elsewhere: outcome.elsewhere };
  const { draft } = outcome;
  if (draft.reserved !== undefined) return { title, problem: draft.reserved };
  const made = before ? replacement(draft, taking, before) : addition(draft, taking);
  return 'problem' in made ? { title, problem: made.problem } : { title, made };
}

function addition(draft: Draft, { told, came, source, taken }: Taking): Made | { readonly problem: string } {
  const { named, missing } = namedBy(draft.stated, told);
  const id = freeId(idOf(named.title ?? '', named.url, source.name), (one) => taken.includes(one));
  const report = reportOf(draft);
  const matter = { ...named, ...came };
  if (missing.length > 0) {
    const contents = draftContents(matter, draft.text);
    return { ...unfinished(id, contents, named, missing, draft), report };
  }
  const file = newArticleFile(id, matter as Matter, draft.text);
  if ('problem' in file) return file;
  return { ...finished(file.value.article, file.value.contents), report };
}

function replacement(
  draft: Draft,
  { told, came, replaces }: Taking,
  before: Article,
): Made | { readonly problem: string } {
  const contents = new TextDecoder().decode(replaces?.contents);
  const file = changedArticleFile(before.id, contents, { ...came, ...told }, draft.text);
  if ('problem' in file) return file;
  const { article, lostAliases } = file.value;
  const difference = differenceOf(before, article);
  return { ...finished(article, file.value.contents), lostAliases, difference, report: reportOf(draft) };
}

function amend({ id, contents, told, taken, replaces }: Amending): Entry {
  const matter: Partial<Matter> = { ...matterOfFile(contents), ...told };
  const text = textOfFile(contents) ?? '';
  const { named, missing } = namedBy(matter, {});
  const title = named.title ?? '';
  if (missing.length > 0) {
    const { sections, sentences } = articleFrom({
      id,
      title,
      publisher: '',
      lang: named.lang ?? 'en',
      text,
    });
    const draftText = draftContents(matter, text);
    return { title, made: unfinished(id, draftText, named, missing, { text, sections, sentences }) };
  }
  const before = replaces && readStored(replaces);
  // What is replaced keeps its id, and its front matter the keys that are known here by no name.
  const newId = before ? id : freeId(idOf(title, named.url, id), (one) => taken.includes(one));
  const file = isComplete(contents)
    ? changedArticleFile(newId, contents, told, text)
    : newArticleFile(newId, matter as Matter, text);
  if ('problem' in file) return { title, problem: file.problem };
  const { article, lostAliases } = file.value;
  const made = { ...finished(article, file.value.contents), lostAliases };
  return { title, made: before ? { ...made, difference: differenceOf(before, article) } : made };
}

function isComplete(contents: string): boolean {
  return namedBy(matterOfFile(contents), {}).missing.length === 0;
}

function finished(article: Article, contents: string): Made {
  const { id, title, publisher, via, published, url, lang } = article;
  return {
    id,
    contents,
    split: splitOf(article, Buffer.from(contents)),
    details: {
      title,
      publisher,
      lang,
      ...(via && { via }),
      ...(published && { published }),
      ...(url && { url }),
    },
    missing: [],
    lostAliases: [],
    ...shownOf(article),
  };
}

/** Of a draft that cannot be read as an article yet, nothing is split. */
function unfinished(
  id: string,
  contents: string,
  details: Partial<Named>,
  missing: readonly NeededKey[],
  text: Pick<Article, 'text' | 'sections' | 'sentences'>,
): Made {
  const split = { rules: '', form: '' };
  return { id, contents, split, details, missing, lostAliases: [], ...shownOf(text) };
}

function shownOf(article: Pick<Article, 'text' | 'sections' | 'sentences'>) {
  const { text, sections, sentences } = article;
  return {
    sections: sections.length,
    sentences: sentences.length,
    first: sentences.slice(0, FIRST).map(({ start, end }) => text.slice(start, end)),
  };
}

function reportOf({ leftOut, changes, addedHeading, isLangDetected }: Draft): Report {
  return {
    leftOut: leftOutByKind(leftOut),
    changes,
    isLangDetected,
    ...(addedHeading !== undefined && { addedHeading }),
  };
}
