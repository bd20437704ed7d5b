// Writes article files.
import { Document, isMap, isScalar, parseDocument } from 'yaml';
import type { Article } from '../corpus/article.ts';
import { CorpusError } from '../corpus/corpus-error.ts';
import { parseArticle } from '../corpus/parse.ts';
import type { Result } from '../result.ts';

/** The keys of front matter that taking in fills, in the order in which they are written. */
export interface Matter {
  readonly title: string;
  readonly publisher: string;
  readonly via?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly lang: string;
  readonly retrieved?: string | undefined;
  readonly source?: string | undefined;
  readonly source_sha256?: string | undefined;
  readonly source_etag?: string | undefined;
  readonly source_modified?: string | undefined;
  readonly literal?: 'yes' | undefined;
}

/** The contents of an article file, and the article that they are read as. */
export interface ArticleFile {
  readonly contents: string;
  readonly article: Article;
  /** Names of `aliases` that were taken out, since the text prints them no more. */
  readonly lostAliases: readonly string[];
}

/** A new article file. What is wrong with a key is a sentence that names the key. */
export function newArticleFile(id: string, matter: Matter, text: string): Result<ArticleFile> {
  return readContents(id, draftContents(matter, text), []);
}

/** The contents of an article file to be, in which keys may be missing that it must have. */
export function draftContents(matter: Partial<Matter>, text: string): string {
  const entries = Object.entries(matter).filter(([, value]) => value !== undefined && value !== '');
  const document = new Document(Object.fromEntries(entries), { schema: 'failsafe' });
  return `---\n${yamlOf(document)}---\n${text}`;
}

/** The keys that stand in the front matter of a file, whether that is complete or not. */
export function matterOfFile(contents: string): Partial<Matter> {
  const parts = partsOf(contents);
  const read: unknown = parts && parseDocument(parts.yaml, { schema: 'failsafe' }).toJS();
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(
    Object.entries(read).filter(([key, value]) => MATTER_KEYS.has(key) && typeof value === 'string'),
  );
}

const MATTER_KEYS: ReadonlySet<string> = new Set<keyof Matter>([
  'title',
  'publisher',
  'via',
  'published',
  'url',
  'lang',
  'retrieved',
  'source',
  'source_sha256',
  'source_etag',
  'source_modified',
]);

/**
 * An article file with another text, and with some keys of its front matter set: all others, and the comments, stay. An alias for a name that the text prints
 * no more would stop the start, so it goes, and is told.
 */
export function changedArticleFile(
  id: string,
  contents: string,
  keys: Partial<Matter>,
  text: string,
): Result<ArticleFile> {
  const parts = partsOf(contents);
  if (!parts) return { problem: UNREADABLE };
  const document = parseDocument(parts.yaml, { schema: 'failsafe' });
  for (const [key, value] of Object.entries(keys)) {
    if (value === undefined || value === '') document.delete(key);
    else document.set(key, value);
  }
  const lost: string[] = [];
  const aliases = document.get('aliases');
  if (isMap(aliases)) {
    const printed = text.replace(/\s+/g, ' ');
    for (const { key } of [...aliases.items]) {
      const name = String(isScalar(key) ? key.value : key);
      if (printed.includes(name)) continue;
      aliases.delete(key);
      lost.push(name);
    }
    if (aliases.items.length === 0) document.delete('aliases');
  }
  return readBack(id, yamlOf(document), text, lost);
}

/** The same file with another text: its front matter stays to the letter, unless an alias in it would stop the start. */
export function withText(id: string, contents: string, text: string): Result<ArticleFile> {
  const parts = partsOf(contents);
  if (!parts) return { problem: UNREADABLE };
  const kept = readContents(id, `${parts.opening}${parts.yaml}${parts.closing}${text}`, []);
  return 'value' in kept ? kept : changedArticleFile(id, contents, {}, text);
}

const UNREADABLE = 'Its front matter cannot be read. See what is wrong with it: npm run -s corpus';

function yamlOf(document: Document): string {
  // Folded lines would be read back as the same value, and be harder to read.
  return document.toString({ lineWidth: 0 });
}

function readBack(
  id: string,
  yaml: string,
  text: string,
  lostAliases: readonly string[],
): Result<ArticleFile> {
  return readContents(id, `---\n${yaml}---\n${text}`, lostAliases);
}

function readContents(id: string, contents: string, lostAliases: readonly string[]): Result<ArticleFile> {
  try {
    const article = parseArticle(id, Buffer.from(contents));
    return { value: { contents, article, lostAliases } };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return { problem: error.problems[0]?.message ?? error.message };
  }
}

interface Parts {
  readonly opening: string;
  readonly yaml: string;
  readonly closing: string;
  readonly text: string;
}

/** The contents of an article file in its parts, which put together again are the contents. */
function partsOf(contents: string): Parts | undefined {
  const found = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))([\s\S]*)$/m.exec(contents);
  if (!found) return undefined;
  const [, opening = '', yaml = '', closing = '', text = ''] = found;
  return { opening, yaml, closing, text };
}

/** The text of an article file: what follows its front matter; undefined where it has none. */
export function textOfFile(contents: string): string | undefined {
  return partsOf(contents)?.text;
}
