// Reads a folder of articles, again and again.
import { join } from 'node:path';
import type { Article } from './article.ts';
import { articleFiles, stampOf } from './article-files.ts';
import { CorpusError, type Problem } from './corpus-error.ts';
import { articlesOf, type ReadFile, type ReadFiles, readFiles } from './read.ts';

/** What became of an article, with the article as it is now, or as it was before it was removed. */
export interface Change {
  readonly kind: 'new' | 'changed' | 'removed';
  /** The file's name in the folder. */
  readonly file: string;
  readonly article: Article;
}

/** A file that is not right, or the folder itself. */
export interface Failure {
  readonly problems: readonly Problem[];
  /** What goes on as it was: the article of the file, all articles where the folder is meant, or nothing. */
  readonly keeps: 'article' | 'articles' | 'nothing';
}

/** What was found when a folder was read again. */
export interface Reading {
  /** Those that are right, and as they were those that are not any more; never none. */
  readonly articles: readonly Article[];
  readonly changes: readonly Change[];
  /** What was not told before. */
  readonly failures: readonly Failure[];
  /** Something is wrong that was not when the folder was read before: it may be half written, and is told the next time. */
  readonly isDoubtful: boolean;
}

/** A folder of articles that can be read again. */
export interface CorpusFolder {
  readonly folder: string;
  /** As they were read last. */
  readonly articles: readonly Article[];
  /** What tells two states of the folder apart without reading its files. */
  glance(): Promise<string>;
  /** Reads what is not as it was; undefined where a file changed while it was read. */
  readAgain(): Promise<Reading | undefined>;
}

/**
 * Reads a folder for the first time, where everything must be right.
 * @throws CorpusError as `readCorpus` does.
 */
export async function openCorpus(folder: string): Promise<CorpusFolder> {
  let { files } = await readFiles(folder);
  let articles = articlesOf(files);
  /** What was found wrong, by the file's name or the folder's, and whether that was told. */
  let found = new Map<string, Wrong>();

  /** What of all that is wrong is to be told, and whether more may have to be. */
  function look(wrong: ReadonlyMap<string, Omit<Wrong, 'isTold'>>) {
    const next = new Map<string, Wrong>();
    const failures: Failure[] = [];
    let isDoubtful = false;
    for (const [name, { digest, failure }] of wrong) {
      const before = found.get(name);
      const isSame = before?.digest === digest;
      if (isSame && !before.isTold) failures.push(failure);
      if (!isSame) isDoubtful = true;
      next.set(name, { digest, failure, isTold: isSame });
    }
    found = next;
    return { failures, isDoubtful };
  }

  const asItWas = (error: CorpusError): Reading => ({
    articles,
    changes: [],
    ...look(
      new Map([
        [folder, { digest: error.message, failure: { problems: error.problems, keeps: 'articles' } }],
      ]),
    ),
  });

  return {
    folder,
    get articles() {
      return articles;
    },
    async glance() {
      try {
        const names = await articleFiles(folder);
        const stamps = await Promise.all(names.map((name) => stampOf(join(folder, name))));
        return names.map((name, at) => `${name} ${stamps[at]}`).join('\n');
      } catch (error) {
        if (error instanceof CorpusError) return error.message;
        throw error;
      }
    },
    async readAgain() {
      let read: Awaited<ReturnType<typeof readFiles>>;
      try {
        read = await readFiles(folder, files);
      } catch (error) {
        if (error instanceof CorpusError) return asItWas(error);
        throw error;
      }
      if (!read.isSettled) return undefined;
      const held = [...read.files.values()].flatMap(({ article }) => article ?? []);
      const wrong = wrongOf(read.files);
      if (held.length === 0) {
        const message = 'No article is left in the folder.';
        wrong.set(folder, {
          digest: message,
          failure: { problems: [{ file: folder, message }], keeps: 'articles' },
        });
        return { articles, changes: [], ...look(wrong) };
      }
      const changes = changesBetween(files, read.files);
      files = read.files;
      articles = held;
      return { articles, changes, ...look(wrong) };
    },
  };
}

interface Wrong {
  readonly digest: string;
  readonly failure: Failure;
  readonly isTold: boolean;
}

function wrongOf(files: ReadFiles): Map<string, Omit<Wrong, 'isTold'>> {
  return new Map(
    [...files].flatMap(([name, { digest, problems, article }]) =>
      problems.length > 0
        ? [[name, { digest, failure: { problems, keeps: article ? 'article' : 'nothing' } }]]
        : [],
    ),
  );
}

function changesBetween(before: ReadFiles, after: ReadFiles): Change[] {
  const changeTo = (name: string, { article, problems, digest }: ReadFile): Change[] => {
    const known = before.get(name);
    if (!article || problems.length > 0 || known?.digest === digest) return [];
    return [{ kind: known?.article ? 'changed' : 'new', file: name, article }];
  };
  const removed = [...before].flatMap(([file, { article }]): Change[] =>
    article && !after.has(file) ? [{ kind: 'removed', file, article }] : [],
  );
  return [...[...after].flatMap(([name, file]) => changeTo(name, file)), ...removed];
}
