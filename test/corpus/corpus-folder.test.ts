import { mkdtempSync } from 'node:fs';
import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CorpusFolder, openCorpus } from '../../src/corpus/corpus-folder.ts';
import { type ReadFiles, readFiles } from '../../src/corpus/read.ts';

const STORM = `---
title: Storm over the Bay
publisher: The Daily
lang: en
---
The storm reached the bay at noon. Nobody was hurt.
`;
const ALPS = STORM.replace('Storm over the Bay', 'Snow in the Alps').replace(
  'The storm reached the bay at noon.',
  'Snow fell in the Alps all night.',
);
const NO_TITLE = STORM.replace('title: Storm over the Bay\n', '');

let folder: string;
let corpus: CorpusFolder;
const put = (name: string, contents: string) => writeFile(join(folder, name), contents);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-folder-'));
  await put('alps.md', ALPS);
  await put('storm.md', STORM);
  corpus = await openCorpus(folder);
});

/** What is found when the folder is read again, as lines. */
async function found(): Promise<string[]> {
  const reading = await corpus.readAgain();
  if (!reading) return ['unsettled'];
  return [
    ...reading.changes.map(
      ({ kind, file, article }) => `${kind} ${file}, ${article.sentences.length} sentences`,
    ),
    ...reading.failures.flatMap(({ problems, keeps }) =>
      problems.map(
        ({ file, line, message }) => `${file.replace(`${folder}/`, '')}:${line}: ${message} [${keeps}]`,
      ),
    ),
    ...(reading.isDoubtful ? ['doubtful'] : []),
  ];
}
const held = () => corpus.articles.map(({ id, text }) => `${id}: ${text.trim().split('\n').at(-1)}`);

describe('A folder of articles that is read again', () => {
  it('is as it was where nothing changed, with the very same articles', async () => {
    const before = [...corpus.articles];
    expect(await found()).toEqual([]);
    await utimes(join(folder, 'storm.md'), new Date(0), new Date(0));
    await put('alps.md', ALPS);
    expect(await found()).toEqual([]);
    expect(corpus.articles.map((article, at) => article === before[at])).toEqual([true, true]);
  });

  it('tells what is new, changed and gone, and leaves all other articles as they are', async () => {
    const [alps] = corpus.articles;
    await put('storm.md', `${STORM}Two boats sank.\n`);
    await put('harbor.md', ALPS);
    expect(await found()).toEqual(['new harbor.md, 2 sentences', 'changed storm.md, 3 sentences']);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['alps', 'harbor', 'storm']);
    expect(corpus.articles[0]).toBe(alps);
    await rename(join(folder, 'harbor.md'), join(folder, 'port.md'));
    expect(await found()).toEqual(['new port.md, 2 sentences', 'removed harbor.md, 2 sentences']);
    expect(await found()).toEqual([]);
  });

  it('reads anew what may have changed within the same moment, and passes over what cannot have', async () => {
    const { files } = await readFiles(folder);
    const lastRead = (readAt: number): ReadFiles =>
      new Map([...files].map(([name, file]) => [name, { ...file, digest: 'of other bytes', readAt }]));
    const digests = async (before: ReadFiles) =>
      [...(await readFiles(folder, before)).files.values()].map(({ digest }) => digest);
    expect(await digests(lastRead(Date.now() + 60_000))).toEqual(['of other bytes', 'of other bytes']);
    expect(await digests(lastRead(Date.now()))).toEqual([...files.values()].map(({ digest }) => digest));
  });

  it('keeps an article as it was while its file is bad, and tells what is wrong once, when it stays so', async () => {
    const before = held();
    await put('storm.md', NO_TITLE);
    expect(await found()).toEqual(['doubtful']);
    expect(await found()).toEqual([
      'storm.md:2: "title" is missing. Add a line such as "title: Storm over the Bay". [article]',
    ]);
    expect(await found()).toEqual([]);
    expect(held()).toEqual(before);
    await put('storm.md', STORM);
    expect(await found()).toEqual(['changed storm.md, 2 sentences']);
    await put('storm.md', NO_TITLE);
    expect(await found()).toEqual(['doubtful']);
  });

  it('reads all else beside a bad file', async () => {
    await put('storm.md', '');
    await put('harbor.md', ALPS);
    expect(await found()).toEqual(['new harbor.md, 2 sentences', 'doubtful']);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['alps', 'harbor', 'storm']);
  });

  it('says nothing of what was half written and is whole the next time', async () => {
    await put('storm.md', STORM.slice(0, 20));
    expect(await found()).toEqual(['doubtful']);
    await put('storm.md', `${STORM}Two boats sank.\n`);
    expect(await found()).toEqual(['changed storm.md, 3 sentences']);
  });

  it('does not use a bad file that was never right, and lets go of a bad one that is removed', async () => {
    await put('notes.md', 'No front matter.\n');
    await found();
    expect((await found()).map((line) => line.slice(-9))).toEqual(['[nothing]']);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['alps', 'storm']);
    await put('storm.md', NO_TITLE);
    await found();
    await rm(join(folder, 'notes.md'));
    await rm(join(folder, 'storm.md'));
    expect(await found()).toEqual(['removed storm.md, 2 sentences']);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['alps']);
  });

  it('leaves an id to the file that has it', async () => {
    await put('storm.MD', STORM.replace('noon', 'nine'));
    await found();
    expect(await found()).toEqual([
      'storm.MD:undefined: Its id is that of storm.md; ids may not differ in case only. Rename one of the two files. [nothing]',
    ]);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['alps', 'storm']);
    await rm(join(folder, 'storm.md'));
    expect(await found()).toEqual(['new storm.MD, 2 sentences', 'removed storm.md, 2 sentences']);
    expect(held()).toContainEqual(expect.stringContaining('at nine'));
  });

  it('keeps all articles where none would be left, where the folder is gone, and goes on when it is back', async () => {
    const before = held();
    await rm(folder, { recursive: true });
    expect(await found()).toEqual(['doubtful']);
    expect((await found()).join()).toMatch(/There is no such folder.* \[articles\]$/);
    expect(await found()).toEqual([]);
    await mkdir(folder);
    await found();
    expect((await found()).join()).toMatch(/The folder holds no article.* \[articles\]$/);
    await put('notes.md', 'No front matter.\n');
    await found();
    expect((await found()).join()).toMatch(/No article is left in the folder\. \[articles\]$/);
    expect(held()).toEqual(before);
    await put('notes.md', ALPS);
    expect(await found()).toEqual([
      'new notes.md, 2 sentences',
      'removed alps.md, 2 sentences',
      'removed storm.md, 2 sentences',
    ]);
    expect(held()).toHaveLength(1);
  });

  it('follows a link to the file that it leads to then', async () => {
    await mkdir(join(folder, '..data'));
    await writeFile(join(folder, '..data', 'one'), STORM);
    await writeFile(join(folder, '..data', 'two'), `${STORM}Two boats sank.\n`);
    await symlink(join('..data', 'one'), join(folder, 'linked.md'));
    expect(await found()).toEqual(['new linked.md, 2 sentences']);
    await symlink(join('..data', 'two'), join(folder, 'next'));
    await rename(join(folder, 'next'), join(folder, 'linked.md'));
    expect(await found()).toEqual(['changed linked.md, 3 sentences']);
  });
});

describe('A glance at the folder', () => {
  it('sees a change, an addition, a removal and that it is gone, and nothing else', async () => {
    const seen = new Set([await corpus.glance()]);
    await put('notes.txt', 'no article');
    await mkdir(join(folder, 'drafts.md'));
    expect(seen).toContain(await corpus.glance());
    await put('storm.md', `${STORM}Two boats sank.\n`);
    seen.add(await corpus.glance());
    await put('harbor.md', ALPS);
    seen.add(await corpus.glance());
    await rm(join(folder, 'alps.md'));
    seen.add(await corpus.glance());
    await rm(folder, { recursive: true });
    seen.add(await corpus.glance());
    expect(seen.size).toBe(5);
  });
});
