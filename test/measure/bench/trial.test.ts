import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, contestants } from '../../../measure/bench/contestant.ts';
import { textOfSize } from '../../../measure/bench/text.ts';
import { Unusable } from '../../../measure/unusable.ts';

describe('the text of a trial', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const lengthOf = async (path: string, sentences: number) => {
    const { articles } = await textOfSize({ kind: 'file', path }, sentences);
    return articles.flatMap(({ text, sentences: own }) =>
      own.map(({ start, end }) => text.slice(start, end)),
    );
  };

  it('has as many sentences as wanted, in articles of a thousand', async () => {
    const { articles, splitMilliseconds } = await textOfSize({ kind: 'made' }, 1_200);
    expect(articles.map(({ sentences }) => sentences.length)).toEqual([1_000, 200]);
    expect(splitMilliseconds).toBeGreaterThan(0);
  });

  it('is cut from a file, or repeats it with other words', async () => {
    const path = join(folder, 'prose.txt');
    await writeFile(path, 'The ferry sails at noon.\nGulls follow\nit home. The captain drinks coffee.');
    expect(await lengthOf(path, 2)).toEqual(['The ferry sails at noon.', 'Gulls follow it home.']);
    const more = await lengthOf(path, 60);
    expect(more).toHaveLength(60);
    expect(new Set(more).size).toBeGreaterThan(20);
  });

  it('names a file that cannot be read or has no sentence', async () => {
    const empty = join(folder, 'empty.txt');
    await writeFile(empty, ' \n');
    await expect(lengthOf(empty, 5)).rejects.toThrow(/empty\.txt holds no sentence/);
    await expect(lengthOf(join(folder, 'none.txt'), 5)).rejects.toThrow(Unusable);
  });
});

describe.each(contestants)('%s in a trial', (contestant) => {
  it('finds the sentence a question was made of, over the borders of articles', async () => {
    const { articles } = await textOfSize({ kind: 'made' }, 1_010);
    const index = build(contestant, articles);
    const { text, sentences } = articles[1] ?? articles[0] ?? { text: '', sentences: [] };
    const asked = text.slice(sentences[4]?.start, sentences[4]?.end);
    expect((await index.ask(asked.split(' ').slice(2, 14).join(' ')))[0]).toBe(1_004);
  });
});
