import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CorpusFolder, openCorpus } from '../../src/corpus/corpus-folder.ts';
import { keepInStep, type LiveLibrary, type Told } from '../../src/live/live-library.ts';
import { sayChanges, sayFailure, sayRemarks } from '../../src/live/sentences.ts';
import { createLibrary } from '../../src/search/search.ts';

let folder: string;
let lines: string[];
let live: LiveLibrary | undefined;

const put = (name: string, text: string) =>
  writeFileSync(
    join(folder, name),
    `---\ntitle: Storm over the Bay\npublisher: The Daily\nlang: en\n---\n${text}\n`,
  );
const told: Told = {
  changed: (changes) => lines.push(...sayChanges(changes), ...sayRemarks(changes)),
  wrong: (failure) => lines.push(...sayFailure(failure)),
  deaf: (code) => lines.push(code),
  failed: (error) => lines.push(String(error)),
};
const keep = (corpus: CorpusFolder) => {
  live = keepInStep(corpus, createLibrary(corpus.articles), told);
  return live;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-live-'));
  put('storm.md', 'The storm reached the bay at noon.');
  lines = [];
});

afterEach(() => live?.stop());

describe('What is told of a file', () => {
  it('names what of its front matter is not used', async () => {
    keep(await openCorpus(folder));
    const answers = 'questions:\n  When?:\n    - 1: It reached the bay at midnight.\n';
    writeFileSync(
      join(folder, 'storm.md'),
      `---\ntitle: Storm\npublisher: The Daily\nlang: en\n${answers}---\nThe storm reached the bay at nine.\n`,
    );
    await expect.poll(() => lines, { timeout: 8000 }).toHaveLength(2);
    expect(lines[0]).toBe('Read again: storm.md, 1 sentence');
    expect(lines[1]).toMatch(/storm\.md:6: /);
  });
});

describe('The library of a folder', () => {
  it('is one or the other while files change, never half of one', async () => {
    const { current } = keep(await openCorpus(folder));
    const states = new Set<string>();
    const look = setInterval(
      () =>
        states.add(
          current()
            .articles.map(({ id }) => id)
            .join(),
        ),
      1,
    );
    rmSync(join(folder, 'storm.md'));
    for (const name of ['alps', 'boats', 'coast']) put(`${name}.md`, 'Snow fell all night.');
    await expect.poll(() => lines.length, { timeout: 8000 }).toBe(4);
    clearInterval(look);
    expect([
      ...states,
      current()
        .articles.map(({ id }) => id)
        .join(),
    ]).toEqual(['storm', 'alps,boats,coast', ...(states.size > 1 ? ['alps,boats,coast'] : [])]);
    expect(lines).toEqual([
      'New: alps.md, 1 sentence',
      'New: boats.md, 1 sentence',
      'New: coast.md, 1 sentence',
      'Removed: storm.md',
    ]);
  });

  it('stays as it was where the last file goes, which is told', async () => {
    const { current } = keep(await openCorpus(folder));
    const before = current();
    rmSync(join(folder, 'storm.md'));
    await expect.poll(() => lines.at(-1), { timeout: 8000 }).toMatch(/all articles answer as they were/);
    expect(lines[0]).toMatch(/The folder holds no article/);
    expect(current()).toBe(before);
  });

  it('stays as it was where reading fails for no reason that is known, and is read at the next change', async () => {
    const corpus = await openCorpus(folder);
    let isFailing = true;
    const { current } = keep({
      ...corpus,
      get articles() {
        return corpus.articles;
      },
      readAgain: async () => {
        if (isFailing) throw new Error('the disk is on fire');
        return corpus.readAgain();
      },
    });
    await expect.poll(() => lines).toEqual(['Error: the disk is on fire']);
    expect(current().articles).toHaveLength(1);
    isFailing = false;
    put('alps.md', 'Snow fell all night.');
    await expect.poll(() => current().articles.length, { timeout: 8000 }).toBe(2);
  });
});

/** A program where the system allows no watches: in a namespace of its own, which not every machine allows. */
const unwatched = (program: string) =>
  spawn('unshare', ['-Ur', 'sh', '-c', `echo 0 >/proc/sys/user/max_inotify_watches && exec ${program}`], {
    env: { PATH: process.env.PATH, DISCORD_TOKEN: '' },
  });
const mayForbid = await new Promise((resolve) =>
  unwatched('true')
    .on('error', () => resolve(false))
    .on('close', (status) => resolve(status === 0)),
);

it.skipIf(!mayForbid)('A system that sends no events is told of, with how often it is looked', async () => {
  const program = unwatched(`"${process.execPath}" dist/src/main.js --corpus "${folder}"`);
  let told = '';
  program.stderr.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  await expect
    .poll(() => told, { timeout: 15_000 })
    .toContain(
      'The system tells of no changes in the folder of the articles (ENOSPC). It is looked at every 5 seconds.\n',
    );
  program.stdin.end();
  await new Promise((resolve) => program.on('close', resolve));
});
