import { describe, expect, it } from 'vitest';
import { DraftingEnded, draftApart } from '../../src/desk/apart.ts';
import { draft } from '../../src/desk/drafting.ts';
import { FERRY } from './a-desk.ts';

const work = {
  kind: 'taking',
  source: { name: 'ferry.html', bytes: Buffer.from(FERRY) },
  told: {},
  came: { retrieved: '2026-12-01', source: 'ferry.html' },
  taken: [],
} as const;

describe('A thread of its own', () => {
  it('makes the same draft as this one', async () => {
    expect(await draftApart(work)).toEqual(await draft(work));
  });

  it('is ended where it takes too long', async () => {
    await expect(draftApart(work, { milliseconds: 1, mebibytes: 768 })).rejects.toThrow(DraftingEnded);
  });

  it('is ended where it takes too much memory', async () => {
    const text = 'A sentence that is said again and again. '.repeat(100_000);
    const large = { ...work, source: { name: 'large.txt', bytes: Buffer.from(text) } };
    await expect(draftApart(large, { milliseconds: 60_000, mebibytes: 20 })).rejects.toThrow(DraftingEnded);
  });
});
