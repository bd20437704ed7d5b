import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureSample, raised, readFloors, type Sample, setbacksOf } from '../../measure/sample.ts';

describe('The sample', () => {
  it('is answered no worse than before', async () => {
    expect(setbacksOf(await measureSample(), await readFloors())).toEqual([]);
  });

  it('is compared figure by figure, and names what moved for the worse', async () => {
    const floors = await readFloors();
    const [name, floor] = Object.entries(floors)[0] ?? [];
    if (!name || !floor) throw new Error('no floors');
    const having = (change: object): Sample => ({ ...floors, [name]: { ...floor, ...change } });
    expect(setbacksOf(having({ recallAt1: 1, timeOverMiniSearch: 99 }), floors)).toEqual([]);
    expect(setbacksOf(having({ recallAt3: 0.1 }), floors)).toEqual([
      `${name}: R@3 moved from ${floor.recallAt3} to 0.1.`,
    ]);
    expect(setbacksOf(having({ foundUnanswered: 1 }), floors)[0]).toMatch(
      /found where not moved from .* to 1\.$/,
    );
    expect(setbacksOf(having({ sha256: 'other' }), floors)[0]).toMatch(/is not the file/);
    expect(setbacksOf({ ...floors, 'new.jsonl': floor }, floors)).toEqual(['new.jsonl has no floors.']);
    expect(setbacksOf({ [name]: floor }, { ...floors, 'gone.jsonl': floor })).toContain(
      'gone.jsonl was not measured.',
    );
  });

  it('raises floors and lowers none', async () => {
    const floors = await readFloors();
    const [name, floor] = Object.entries(floors)[0] ?? [];
    if (!name || !floor) throw new Error('no floors');
    const measured = { [name]: { ...floor, recallAt1: 1, recallAt3: 0, foundUnanswered: 1 } };
    expect(raised(floors, measured)[name]).toEqual({ ...floor, recallAt1: 1 });
  });
});

describe('Stated data', () => {
  const stated: { file: string; sha256: string; source: string; version: string; license: string }[] =
    JSON.parse(readFileSync('data/sources.json', 'utf8'));

  it.each(stated)('is what is stated: $file', ({ file, sha256, source, version, license }) => {
    expect(
      createHash('sha256')
        .update(readFileSync(`data/${file}`))
        .digest('hex'),
    ).toBe(sha256);
    expect([source, version, license].every((text) => text !== '')).toBe(true);
  });

  it('is stated for every file', () => {
    expect(stated.map(({ file }) => file).sort()).toEqual([
      'abbreviations/sentencex.json',
      'cedict/words.tsv',
      'frequencies/english.tsv',
      'han/simplified.json',
      'sample/clapnq.jsonl',
      'sample/readers.jsonl',
      'sample/xquad.en.jsonl',
      'senses/english.json',
      'senses/thesaurus.json',
      'sentences/treebanks.jsonl',
      'vectors/english.bin',
      'words/english.json',
    ]);
  });
});
