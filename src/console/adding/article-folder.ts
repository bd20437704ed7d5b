// The article files of a folder, for adding to it.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../corpus/article.ts';
import { CorpusError } from '../../corpus/corpus-error.ts';
import { parseArticle } from '../../corpus/parse.ts';
import type { Result } from '../../result.ts';

/** An article file that is there. */
export interface HeldFile {
  readonly id: string;
  /** As a person would open it. */
  readonly path: string;
  readonly contents: string;
  /** Undefined where the file is not right, which it may be mended to be. */
  readonly article?: Article;
}

/** The article files of a folder, those with faults among them; none where there is no such folder. */
export async function heldFiles(folder: string): Promise<readonly HeldFile[]> {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => !name.startsWith('.') && name.endsWith('.md')).sort();
  } catch {
    return [];
  }
  const files: HeldFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const id = name.slice(0, -'.md'.length);
    try {
      const bytes = await readFile(path);
      const contents = bytes.toString('utf8');
      files.push({ id, path, contents, ...articleIn(id, bytes) });
    } catch {
      // A link to nothing, a folder of that name: `npm run corpus` tells of them.
    }
  }
  return files;
}

function articleIn(id: string, bytes: Uint8Array): { readonly article?: Article } {
  try {
    return { article: parseArticle(id, bytes) };
  } catch (error) {
    if (error instanceof CorpusError) return {};
    throw error;
  }
}

/** Makes a folder within one that is there: Node never comes back from making several where the system has no room for any, as in /proc. */
async function made(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Writes an article file whole or not at all, so that a running bot never reads half of one. Makes the folder where there is none. */
export async function writeArticle(folder: string, id: string, contents: string): Promise<Result<string>> {
  const path = join(folder, `${id}.md`);
  // Hidden, so that nothing reads it before it is moved.
  const partial = join(folder, `.${id}.${process.pid}.partial`);
  try {
    await made(folder);
    await writeFile(partial, contents);
    await rename(partial, path);
    return { value: path };
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      problem: `${path} cannot be written (${code}). Is the folder yours, and is there room on the disk?`,
    };
  }
}
