// npm run add -- --refresh: looks at the sources again.
import type { Article } from '../../corpus/article.ts';
import { visible } from '../../corpus/characters.ts';
import { sha256 } from '../../corpus/sha256.ts';
import {
  changedArticleFile,
  differenceOf,
  entryOf,
  fetchSource,
  isWebAddress,
  openFile,
  takeIn,
  today,
} from '../../intake/intake.ts';
import type { Result } from '../../result.ts';
import type { Invocation } from '../arguments.ts';
import { write } from '../stream.ts';
import { type HeldFile, heldFiles, writeArticle } from './article-folder.ts';
import { type Opened, withMeans } from './open-any.ts';
import { type Person, personAt } from './person.ts';
import { differenceLines } from './preview.ts';
import { withProgress } from './progress.ts';

type Refreshing = Extract<Invocation, { program: 'refresh' }>;

const FAILED = 1;

/** What became of an article's source. */
type News =
  | { readonly state: 'unchanged' | 'changed' | 'declined' }
  | { readonly state: 'gone' | 'failed'; readonly sentence: string };

/**
 * Looks at the source of each article again, and shows how its text has changed. Where the source is gone the article stays. Returns the exit status:
 * 1 where a source could not be looked at.
 */
export async function runRefresh(refreshing: Refreshing): Promise<number> {
  const { folder, ids, json } = refreshing;
  const held = (await heldFiles(folder)).filter(
    (file): file is HeldFile & { article: Article } => file.article !== undefined,
  );
  const unknown = ids.find((id) => !held.some((file) => file.id === id));
  if (unknown !== undefined) {
    console.error(
      held.length === 0
        ? `There is no article in ${visible(folder)}.`
        : `There is no article “${visible(unknown)}”; there are ${visible(held.map(({ id }) => id).join(', '))}.`,
    );
    return FAILED;
  }
  const chosen =
    ids.length > 0 ? held.filter(({ id }) => ids.includes(id)) : held.filter(({ article }) => article.source);
  if (chosen.length === 0) {
    console.error(
      `No article in ${visible(folder)} says where it came from. Those that npm run add makes do.`,
    );
  }
  const person = refreshing.yes ? undefined : personAt(process.stdin, process.stderr);
  let status = 0;
  for (const file of chosen) {
    const news = await refresh(file, refreshing, person);
    if (news.state === 'failed') status = FAILED;
    const sentence = 'sentence' in news ? `: ${news.sentence}` : '';
    if (json) {
      await write(
        process.stdout,
        `${JSON.stringify({ id: file.id, source: file.article.source ?? null, ...news })}\n`,
      );
    } else await write(process.stdout, `${visible(file.path)}: ${news.state}${sentence}\n`);
  }
  return status;
}

async function refresh(
  file: HeldFile & { article: Article },
  { json, yes, dryRun, permitted, allowPrivate, folder }: Refreshing,
  person: Person | undefined,
): Promise<News> {
  const { article } = file;
  const { source } = article;
  const failed = (sentence: string): News => ({ state: 'failed', sentence });
  if (source === undefined) return failed('It does not say where it came from. Add it again with --replace.');
  if (source === '-') return failed('It came from standard input. Add it again with --replace.');
  const opened = await openAgain(article, source, allowPrivate);
  if ('problem' in opened) return failed(opened.problem);
  if ('state' in opened.value) return opened.value;
  const { source: bytes, etag, lastModified, reserved } = opened.value;
  const hash = sha256(bytes.bytes);
  if (hash === article.sourceSha256) return { state: 'unchanged' };

  const taken = await withProgress(`Reading ${source}`, process.stderr, (onProgress) =>
    takeIn(bytes, { onProgress, lang: article.lang }),
  );
  if ('problem' in taken) return failed(taken.problem);
  const draft = entryOf(article, taken.value);
  if (!draft) {
    const [first] = taken.value;
    if (taken.value.length > 1)
      return { state: 'gone', sentence: 'It is no longer among the entries of the feed. The article stays.' };
    return failed(first && 'problem' in first ? first.problem : 'Its text is no longer there.');
  }
  const why = draft.reserved ?? reserved;
  if (why !== undefined && !permitted)
    return failed(`${why} If you have the publisher’s permission, add --permitted.`);
  const keys = {
    retrieved: today(),
    source_sha256: hash,
    source_etag: etag,
    source_modified: lastModified,
  };
  const changed = changedArticleFile(file.id, file.contents, keys, draft.text);
  if ('problem' in changed) return failed(changed.problem);
  const difference = differenceOf(article, changed.value.article);
  if (difference.changes.length === 0) {
    // The page differs where its text does not: the server is asked with what it says of this version from now on.
    const { retrieved: _, ...said } = keys;
    const renewed = changedArticleFile(file.id, file.contents, said, draft.text);
    if (!dryRun && 'value' in renewed) await writeArticle(folder, file.id, renewed.value.contents);
    return { state: 'unchanged' };
  }
  if (difference.same === 0) {
    return failed(
      'The source now holds another text, of which no sentence is in the article: if that is the article as it is now, add it again with --replace.',
    );
  }
  const lines = [`${visible(file.path)}:`, ...differenceLines(difference)];
  await write(json ? process.stderr : process.stdout, `${lines.join('\n')}\n`);
  for (const alias of changed.value.lostAliases) {
    console.error(`The alias of “${visible(alias)}” goes, since the new text does not print that name.`);
  }
  if (dryRun) return { state: 'changed' };
  if (!yes) {
    if (!person) return failed('It has changed. Nobody can be asked here: add --yes to write it.');
    if (!(await person.askWhether(`Write ${file.path}?`))) return { state: 'declined' };
  }
  const written = await writeArticle(folder, file.id, changed.value.contents);
  return 'problem' in written ? failed(written.problem) : { state: 'changed' };
}

/** Opens a source again, asking its server for what has changed since. */
async function openAgain(
  { sourceEtag, sourceModified }: Article,
  source: string,
  allowPrivate: boolean,
): Promise<Result<Opened | News>> {
  if (!isWebAddress(source)) {
    const read = await openFile(source);
    if ('problem' in read) {
      return /^There is no such file/.test(read.problem)
        ? { value: { state: 'gone', sentence: 'The file is no longer there. The article stays.' } }
        : read;
    }
    return { value: { source: read.value } };
  }
  const fetched = await withProgress(`Fetching ${source}`, process.stderr, (onProgress) =>
    fetchSource(source, {
      allowPrivate,
      onProgress,
      ...(sourceEtag !== undefined && { etag: sourceEtag }),
      ...(sourceModified !== undefined && { lastModified: sourceModified }),
    }),
  );
  if ('problem' in fetched) return { problem: withMeans(fetched.problem) };
  const { value } = fetched;
  switch (value.outcome) {
    case 'fetched':
      return { value };
    case 'unchanged':
      return { value: { state: 'unchanged' } };
    case 'gone':
      return { value: { state: 'gone', sentence: `${value.sentence} The article stays.` } };
  }
}
