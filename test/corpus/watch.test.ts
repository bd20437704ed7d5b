import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openCorpus } from '../../src/corpus/corpus-folder.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';

const STORM = '---\ntitle: Storm\npublisher: The Daily\nlang: en\n---\nThe storm reached the bay at noon.\n';
const LONGER = `${STORM}Nobody was hurt.\n`;

const watching = new AbortController();
afterAll(() => watching.abort());

/** A folder with one article that is watched, and has come to rest once. */
async function watched({ again = [] as boolean[], lookMs = 5000, signal = watching.signal } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-watch-'));
  const put = (name: string, contents = STORM) => writeFileSync(join(folder, name), contents);
  put('storm.md');
  let rests = 0;
  const onRest = async () => {
    rests += 1;
    return rests > 1 && (again.shift() ?? false);
  };
  /** Waits until the folder has come to rest so many times. */
  const rested = (times: number) =>
    vi.waitFor(() => expect(rests).toBe(times), { timeout: 8000, interval: 20 });
  watchCorpus(await openCorpus(folder), onRest, () => {}, signal, lookMs);
  await rested(1);
  return { folder, put, rested, rests: () => rests };
}

describe.concurrent('A folder that is watched', () => {
  it('comes to rest once after a burst of changes', async () => {
    const { put, rested } = await watched();
    for (let n = 0; n < 300; n += 1) put(`storm-${n}.md`);
    await rested(2);
    put('storm.md', LONGER);
    await rested(3);
  });

  // Where the machine is busy, a pause between two parts may be as long as one after the last.
  it('comes to rest when a file is written no more, whatever it took', { retry: 2 }, async () => {
    const { put, rested, rests } = await watched();
    for (let n = 0; n < 6; n += 1) {
      put('storm.md', LONGER.slice(0, 60 + n));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(rests()).toBe(1);
    await rested(2);
  });

  it('is looked at once more where that is wanted', async () => {
    const { put, rested } = await watched({ again: [true, true] });
    put('storm.md', STORM.slice(0, 10));
    await rested(4);
  });

  it('sees a file that is renamed into the place of another, and one that is removed', async () => {
    const { folder, put, rested } = await watched();
    put('.storm.md.swp', LONGER);
    renameSync(join(folder, '.storm.md.swp'), join(folder, 'storm.md'));
    await rested(2);
    rmSync(join(folder, 'storm.md'));
    await rested(3);
  });

  // Where the machine is busy, the folder may be looked for before it is there; the next look, which is a minute away here, hears it then.
  it('is heard, too, where it was removed and made anew', { retry: 2 }, async () => {
    const { folder, put, rested } = await watched({ lookMs: 60_000 });
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    put('storm.md');
    await rested(2);
    put('storm.md', LONGER);
    await rested(3);
  });

  it('shows a change of which no event comes, as behind a link', async () => {
    const { folder, rested } = await watched({ lookMs: 500 });
    const elsewhere = mkdtempSync(join(tmpdir(), 'verbatim-elsewhere-'));
    writeFileSync(join(elsewhere, 'storm'), STORM);
    symlinkSync(join(elsewhere, 'storm'), join(folder, 'linked.md'));
    await rested(2);
    writeFileSync(join(elsewhere, 'storm'), LONGER);
    await rested(3);
  });

  it('is not looked at after the end', async () => {
    const ending = new AbortController();
    const { put, rests } = await watched({ lookMs: 100, signal: ending.signal });
    ending.abort();
    put('storm.md', LONGER);
    // Longer than a change needs to be seen.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(rests()).toBe(1);
  });
});
