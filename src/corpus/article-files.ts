// Which files of a folder are articles.
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { visible } from './characters.ts';
import { CorpusError, type Problem } from './corpus-error.ts';
import { LARGEST_FILE, tooLarge } from './parse.ts';

/** Whether a file of that name must be an article. */
export const isArticleFile = (name: string) => !name.startsWith('.') && /\.md$/i.test(name);

/**
 * The names of a folder's article files, sorted; subfolders, hidden files and other files are passed over.
 * @throws CorpusError where the folder cannot be read or holds none.
 */
export async function articleFiles(folder: string): Promise<readonly string[]> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new CorpusError([{ file: folder, message: folderMessage(folder, codeOf(error)) }]);
  }
  const names = entries
    .filter((entry) => !entry.isDirectory() && isArticleFile(entry.name))
    .map(({ name }) => name)
    .sort();
  if (names.length > 0) return names;
  throw new CorpusError([
    {
      file: folder,
      message: 'The folder holds no article. Put a Markdown file (.md) with front matter into it.',
    },
  ]);
}

/**
 * The bytes of one article file.
 * @throws CorpusError where it cannot be read, or is too large to be an article.
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    // Reading a pipe or a device would wait for ever.
    if (!found.isFile()) {
      const message = 'This is neither a file nor a link to one. Put the file itself there, or remove it.';
      throw new CorpusError([{ file: path, message }]);
    }
    if (found.size > LARGEST_FILE) throw new CorpusError([{ file: path, message: tooLarge(found.size) }]);
    return await readFile(path);
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw new CorpusError([{ file: path, message: fileMessage(codeOf(error)) }]);
  }
}

/** What tells two states of a file apart without reading it; empty where it cannot be seen. */
export async function stampOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join();
  } catch {
    return '';
  }
}

/** The id of the article in a file of that name. */
export const idOf = (name: string) => name.slice(0, -'.md'.length);

/** Of names that differ in case only, which make one id, what is wrong with all but the first. */
export function clashesAmong(names: readonly string[], folder: string): ReadonlyMap<string, Problem> {
  const first = new Map<string, string>();
  const clashes = new Map<string, Problem>();
  for (const name of names) {
    const id = name.toLowerCase();
    const other = first.get(id);
    if (other === undefined) first.set(id, name);
    else {
      const message = `Its id is that of ${visible(other)}; ids may not differ in case only. Rename one of the two files.`;
      clashes.set(name, { file: join(folder, name), message });
    }
  }
  return clashes;
}

function folderMessage(folder: string, code: string): string {
  if (code === 'ENOENT') {
    const where = isAbsolute(folder) ? '' : ` in ${visible(process.cwd())}`;
    return `There is no such folder${where}. Create it and put an article into it, or name another.`;
  }
  if (code === 'ENOTDIR') return 'This is a file, not a folder. Name the folder that holds the articles.';
  return `The folder cannot be read (${code}). Make it readable, or name another.`;
}

function fileMessage(code: string): string {
  if (code === 'ENOENT')
    return 'This is a link to a file that is not there. Put the file itself there, or remove it.';
  return `The file cannot be read (${code}). Make it readable, or remove it.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
