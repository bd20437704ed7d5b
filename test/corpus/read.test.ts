import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CorpusError } from '../../src/corpus/corpus-error.ts';
import { readCorpus } from '../../src/corpus/read.ts';

const GOOD = '---\ntitle: Storm over the Bay\npublisher: The Daily\nlang: en\n---\nIt rained.\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});
afterEach(() => rm(folder, { recursive: true }));

function put(name: string, contents: string | Uint8Array): Promise<void> {
  return writeFile(join(folder, name), contents);
}

/** What is told of the folder, with its own path left out. */
async function told(path = folder): Promise<string[]> {
  const error: unknown = await readCorpus(path).then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof CorpusError)) throw error ?? new Error('nothing is wrong with it');
  return error.message.replaceAll(`${folder}/`, '').split('\n');
}

test('reads every Markdown file in the order of names, and passes over all else', async () => {
  await put('storm.md', GOOD);
  await put('alps.md', GOOD);
  await put('notes.txt', 'no article');
  await put('.hidden.md', 'no article');
  await mkdir(join(folder, 'drafts.md'));
  await symlink(join(folder, 'storm.md'), join(folder, 'linked.md'));
  const articles = await readCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(['alps', 'linked', 'storm']);
});

test('tells of all bad files at once, each with its lines', async () => {
  await put('a.md', GOOD.replace('The Daily', ''));
  await put('b.md', GOOD);
  await put('c.md', 'no front matter');
  await put('README.md', '# The corpus');
  expect((await told()).map((line) => line.slice(0, 60))).toEqual([
    "README.md: The file's name makes the article's id, and \"READ",
    'README.md:1: The front matter is missing. Begin the file wit',
    'a.md:3: "publisher" is empty. Write a value, such as "publis',
    'c.md:1: The front matter is missing. Begin the file with a l',
  ]);
});

test('names a file by the path it was found at', async () => {
  await put('a.md', GOOD.replace('The Daily', ''));
  await expect(readCorpus(folder)).rejects.toThrow(`${join(folder, 'a.md')}:3: "publisher" is empty.`);
});

test('refuses ids that differ in case only', async () => {
  await put('storm.md', GOOD);
  await put('Storm.md', GOOD);
  await put('storm.MD', GOOD);
  const lines = await told();
  expect(lines).toContain(
    'storm.md: Its id is that of Storm.md; ids may not differ in case only. Rename one of the two files.',
  );
  expect(lines.filter((line) => line.includes('Its id is that of Storm.md'))).toHaveLength(2);
});

test('refuses a file above 5 MiB', async () => {
  await put('large.md', new Uint8Array(6 * 1024 * 1024));
  expect(await told()).toEqual([
    'large.md: The file has 6.0 MiB; 5 MiB is the most. Split it into several articles.',
  ]);
});

test('refuses a file that cannot be read', async () => {
  await symlink(join(folder, 'nowhere'), join(folder, 'lost.md'));
  expect(await told()).toEqual([
    'lost.md: This is a link to a file that is not there. Put the file itself there, or remove it.',
  ]);
});

test('refuses what is no file, and does not wait for a pipe that nobody writes to', async () => {
  await mkdir(join(folder, 'drafts'));
  await symlink(join(folder, 'drafts'), join(folder, 'linked.md'));
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  const message = 'This is neither a file nor a link to one. Put the file itself there, or remove it.';
  expect(await told()).toEqual([`linked.md: ${message}`, `pipe.md: ${message}`]);
});

test('refuses a folder without an article, one that is missing, and one that is a file', async () => {
  expect(await told()).toEqual([
    `${folder}: The folder holds no article. Put a Markdown file (.md) with front matter into it.`,
  ]);
  expect(await told(join(folder, 'gone'))).toEqual([
    'gone: There is no such folder. Create it and put an article into it, or name another.',
  ]);
  await put('storm.md', GOOD);
  expect(await told(join(folder, 'storm.md'))).toEqual([
    'storm.md: This is a file, not a folder. Name the folder that holds the articles.',
  ]);
});
