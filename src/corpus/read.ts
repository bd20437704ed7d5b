// Reads a folder of articles, once.
import { join } from 'node:path';
import type { Article } from './article.ts';
import { articleFiles, bytesOf, clashesAmong, idOf, stampOf } from './article-files.ts';
import { CorpusError, type Problem } from './corpus-error.ts';
import { parseArticle } from './parse.ts';
import { sha256 } from './sha256.ts';

/**
 * Reads every `.md` file of a folder, in the order of their names; subfolders, hidden files and other files are passed
 * over. Every `.md` file must be an article: a stray one is told, not skipped.
 * @throws CorpusError that lists what is wrong with all files, or with the folder.
 */
export async function readCorpus(folder: string): Promise<readonly Article[]> {
  return articlesOf((await readFiles(folder)).files);
}

/** An article file as it was when it was last looked at. */
export interface ReadFile {
  /** Tells two states of the file apart without reading it, with what its neighbors do to its id. */
  readonly stamp: string;
  /** Of its bytes, or of why it cannot be read; with what its neighbors do to its id. */
  readonly digest: string;
  /** By `Date.now()`: when it was read. */
  readonly readAt: number;
  /** The last one that was right. */
  readonly article: Article | undefined;
  /** What is wrong with the file as it is. */
  readonly problems: readonly Problem[];
}

/** Files by their names, sorted. */
export type ReadFiles = ReadonlyMap<string, ReadFile>;

/**
 * How long after a change a further one may have left the same times, in milliseconds: FAT keeps them by two seconds, the
 * coarsest that there is.
 */
const COARSEST_MS = 2000;

/**
 * Reads the files of a folder that are not as they were `before`. What is wrong with one stays with it, and the article as it
 * was. `isSettled` tells that no file changed while it was read.
 * @throws CorpusError where the folder cannot be read or holds no article file.
 */
export async function readFiles(
  folder: string,
  before: ReadFiles = new Map(),
): Promise<{ readonly files: ReadFiles; readonly isSettled: boolean }> {
  const names = await articleFiles(folder);
  // Who holds an id keeps it: the one that came later is told.
  const oldestFirst = [...names].sort(
    (a, b) => Number(isRight(before.get(b))) - Number(isRight(before.get(a))),
  );
  const clashes = clashesAmong(oldestFirst, folder);
  const taken = new Set(names.map(idOf));
  const files = new Map<string, ReadFile>();
  let isSettled = true;
  for (const name of names) {
    const path = join(folder, name);
    const clash = clashes.get(name);
    const known = before.get(name);
    const stamp = `${await stampOf(path)} ${clash?.message ?? ''}`;
    // What cannot be read now may be readable then, at the same time and size.
    if (known?.stamp === stamp && isRight(known) && isCertain(known)) {
      files.set(name, known);
      continue;
    }
    files.set(name, await readFileAt(path, name, { stamp, clash, taken, known }));
    isSettled &&= stamp.startsWith(`${await stampOf(path)} `);
  }
  return { files, isSettled };
}

const isRight = (file: ReadFile | undefined) => file !== undefined && file.problems.length === 0;

/** Whether a further change would have left another stamp: not where the latest was just before the file was read. */
function isCertain({ stamp, readAt }: ReadFile): boolean {
  const [, , , mtime = '0', ctime = '0'] = stamp.split(' ')[0]?.split(',') ?? [];
  const latest = Math.max(Number(mtime), Number(ctime)) / 1e6;
  return latest < readAt - COARSEST_MS;
}

interface Circumstances {
  readonly stamp: string;
  readonly clash: Problem | undefined;
  /** Ids that other files have. */
  readonly taken: Set<string>;
  readonly known: ReadFile | undefined;
}

async function readFileAt(
  path: string,
  name: string,
  { stamp, clash, taken, known }: Circumstances,
): Promise<ReadFile> {
  const readAt = Date.now();
  const about = (contents: string | Uint8Array) => `${sha256(contents)} ${clash?.message ?? ''}`;
  const problems = clash ? [clash] : [];
  let digest = '';
  try {
    const bytes = await bytesOf(path);
    digest = about(bytes);
    if (known?.digest === digest) return { ...known, stamp, readAt };
    const article = parseArticle(idOf(name), bytes, path, taken);
    return { stamp, digest, readAt, problems, article: clash ? known?.article : article };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    digest ||= about(error.message);
    return { stamp, digest, readAt, problems: [...problems, ...error.problems], article: known?.article };
  }
}

/**
 * The articles of files that are all right.
 * @throws CorpusError that lists what is wrong with all of them.
 */
export function articlesOf(files: ReadFiles): readonly Article[] {
  const read = [...files.values()];
  const problems = read.flatMap((file) => file.problems);
  if (problems.length > 0) throw new CorpusError(problems);
  return read.flatMap(({ article }) => article ?? []);
}
