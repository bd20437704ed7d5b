import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Article } from './article.ts';
import { visible } from './characters.ts';
import { CorpusError, type Problem } from './corpus-error.ts';
import { LARGEST_FILE, parseArticle, tooLarge } from './parse.ts';

/**
 * Reads every `.md` file of a folder, in the order of their names; subfolders, hidden files and other files are passed
 * over. Every `.md` file must be an article: a stray one is told, not skipped.
 * @throws CorpusError that lists what is wrong with all files, or with the folder.
 */
export async function readCorpus(folder: string): Promise<readonly Article[]> {
  const names = await articleFiles(folder);
  const problems: Problem[] = duplicates(names, folder);
  const articles: Article[] = [];
  const taken = new Set(names.map(idOf));
  for (const name of names) {
    try {
      articles.push(await readArticle(join(folder, name), name, taken));
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CorpusError(problems);
  return articles;
}

async function articleFiles(folder: string): Promise<readonly string[]> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new CorpusError([{ file: folder, message: folderMessage(folder, codeOf(error)) }]);
  }
  const names = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && /\.md$/i.test(entry.name))
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

async function readArticle(path: string, name: string, taken: Set<string>): Promise<Article> {
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    // Reading a pipe or a device would wait for ever.
    if (!found.isFile()) {
      const message = 'This is neither a file nor a link to one. Put the file itself there, or remove it.';
      throw new CorpusError([{ file: path, message }]);
    }
    if (found.size > LARGEST_FILE) throw new CorpusError([{ file: path, message: tooLarge(found.size) }]);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw new CorpusError([{ file: path, message: fileMessage(codeOf(error)) }]);
  }
  return parseArticle(idOf(name), bytes, path, taken);
}

const idOf = (name: string) => name.slice(0, -'.md'.length);

/** Names that differ in case only make one id. */
function duplicates(names: readonly string[], folder: string): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const name of names) {
    const id = name.toLowerCase();
    const other = first.get(id);
    if (other === undefined) first.set(id, name);
    else {
      const message = `Its id is that of ${visible(other)}; ids may not differ in case only. Rename one of the two files.`;
      problems.push({ file: join(folder, name), message });
    }
  }
  return problems;
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
