import { truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ModelReader, openReader } from '../../src/reader/reader.ts';
import { UNFITTED, weigh, writeThresholds } from '../../src/reader/thresholds.ts';
import { createLibrary, type PassageReader, type UnreadPassage } from '../../src/search/search.ts';
import { articleOf } from '../session.ts';
import { externalGraph, modelFolder, scorerGraph, slowGraph, spanGraph } from './graphs.ts';

/** Whether what an operator installs is there. */
function arePeersThere(): boolean {
  const { resolve } = createRequire(import.meta.url);
  try {
    return [resolve('onnxruntime-node'), resolve('@huggingface/tokenizers')].length > 0;
  } catch {
    return false;
  }
}
const arePeers = arePeersThere();

const WORDS =
  'the lamp was lit by anna berg in winter council met on friday and drank coffee ships came from skagen slow'.split(
    ' ',
  );
const TEXT =
  'The council met on Friday and drank coffee. The lamp was lit by Anna Berg in winter. Ships came from Skagen.';
const QUESTION = 'Who met in winter?';
const article = articleOf(TEXT);

/** Passages of one sentence. */
const alone = (...texts: string[]): UnreadPassage[] => texts.map((text) => ({ text, focus: 0 }));

const opened: ModelReader[] = [];
const offs: string[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((reader) => reader.close()));
  offs.length = 0;
});

const open = (folder: string, budgetMs = 1500) =>
  openReader({ folder, budgetMs, off: (why) => offs.push(why) });
async function readerOf(folder: string, budgetMs?: number): Promise<ModelReader> {
  const read = await open(folder, budgetMs);
  if ('problem' in read) throw new Error(read.problem);
  opened.push(read.value);
  return read.value;
}
const problemOf = async (folder: string) => {
  const read = await open(folder);
  if ('problem' in read) return read.problem;
  opened.push(read.value);
  return undefined;
};

describe('A folder that is no model is told in a sentence that mends it', () => {
  const scorer = scorerGraph(WORDS, { skagen: 1 });

  it('where it is not there, or lacks a part', async () => {
    expect(await problemOf('/no/such/folder')).toMatch(/is no folder\. Name the one/);
    expect(await problemOf(modelFolder(undefined, WORDS))).toMatch(/has no model\.onnx.*hf download/);
    expect(await problemOf(modelFolder(scorer, WORDS, { tokenizer: '' }))).toMatch(
      /has no tokenizer\.json\. Download the whole/,
    );
    expect(await problemOf(modelFolder(scorer, WORDS, { tokenizer: '{' }))).toMatch(
      /tokenizer\.json that is no JSON/,
    );
  });

  it('where the graph is a gigabyte of zeros, without reading it', async () => {
    const folder = modelFolder(Buffer.alloc(1), WORDS);
    truncateSync(join(folder, 'model.onnx'), 2 ** 30);
    const begun = performance.now();
    expect(await problemOf(folder)).toMatch(/model\.onnx that is no ONNX graph/);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it.skipIf(arePeers)(
    'where what reads models is not installed, with the command that installs it',
    async () => {
      expect(await problemOf(modelFolder(scorer, WORDS))).toMatch(
        /not installed\. Run: npm install --no-save --save-prod --ignore-scripts onnxruntime-node@[\d.]+ @huggingface\/tokenizers@[\d.]+$/,
      );
    },
  );

  it.runIf(arePeers)(
    'where the graph is broken, wants or gives something else, or is kept elsewhere',
    async () => {
      const broken = modelFolder(scorer.subarray(0, scorer.length - 40), WORDS);
      expect(await problemOf(broken)).toMatch(/cannot be loaded: /);
      const other = Buffer.from(
        spanGraph(WORDS, {}, {}).toString('latin1').replaceAll('end_logits', 'bye_logits'),
        'latin1',
      );
      expect(await problemOf(modelFolder(other, WORDS))).toMatch(/gives start_logits, bye_logits: neither/);
      const foreign = Buffer.from(
        scorer.toString('latin1').replaceAll('attention_mask', 'position_index'),
        'latin1',
      );
      expect(await problemOf(modelFolder(foreign, WORDS))).toMatch(/wants an input "position_index"/);
      expect(await problemOf(modelFolder(externalGraph(WORDS), WORDS))).toMatch(/cannot be loaded: /);
      expect(
        await problemOf(modelFolder(scorer, WORDS, { tokenizer: '{"model":{"type":"WordLevel"}}' })),
      ).toMatch(/tokenizer\.json that cannot be used/);
    },
  );

  it.runIf(arePeers)('where the tokenizer is another model’s', async () => {
    const more = Array.from({ length: 500 }, (_, at) => `word${at}`);
    expect(await problemOf(modelFolder(scorer, [...more, ...WORDS]))).toMatch(/tokenizer is another model's/);
  });
});

describe('What a model says counts', () => {
  it('between −1 and 1, by thresholds that are kept for that model alone', () => {
    expect(weigh(0, UNFITTED)).toEqual({ ranking: 0, judging: 0 });
    expect(weigh(1e9, UNFITTED)).toEqual({ ranking: UNFITTED.ranking, judging: UNFITTED.judging });
  });
});

describe.runIf(arePeers)('A scorer', () => {
  const scorer = scorerGraph(WORDS, { skagen: 9, coffee: -9, lamp: -9 });

  it('moves the passage that it holds for the answer up, and never makes green what names lack', async () => {
    const reader = await readerOf(modelFolder(scorer, WORDS));
    expect(reader.opened).toMatchObject({ kind: 'scorer', most: 12, runtime: 'onnxruntime-node' });
    const without = createLibrary([article]);
    const read = createLibrary([article], undefined, { ...reader, read: loud(reader) });
    const [before, after] = [await without.ask(QUESTION), await read.ask(QUESTION)];
    expect(before.passages[0]?.focus).not.toBe(2);
    expect(after.passages[0]?.focus ?? after.closest?.focus).toBe(2);
    expect(after.outcome).not.toBe('found');
    expect(reader.counts()).toEqual({ read: 1, late: 0, failed: 0 });
  });

  it('says the same a thousand times, and so does another that is loaded anew', async () => {
    const passages = alone(
      'Ships came from Skagen.',
      'The council met.',
      'The lamp was lit by Anna Berg in winter.',
    );
    const said = new Set<string>();
    for (const reader of [
      await readerOf(modelFolder(scorer, WORDS)),
      await readerOf(modelFolder(scorer, WORDS)),
    ])
      for (let time = 0; time < 500; time += 1)
        said.add(JSON.stringify(await reader.score(QUESTION, passages)));
    expect([...said]).toEqual([JSON.stringify([{ score: 9 }, { score: 0 }, { score: -9 }])]);
  });

  it('reads of a passage that is too long the sentence that was ranked, and of that one what there is room for', async () => {
    const reader = await readerOf(modelFolder(scorer, WORDS, { config: { max_position_embeddings: 32 } }));
    expect(reader.opened.longest).toBe(32);
    const lead = 'the council met '.repeat(100);
    expect(
      await reader.score(QUESTION, [
        { text: `${lead}skagen`, focus: lead.length },
        { text: `coffee ${lead}skagen`, focus: `coffee ${lead}`.length },
        ...alone(`${lead}skagen`, 'skagen'),
      ]),
    ).toEqual([{ score: 9 }, { score: 9 }, { score: 0 }, { score: 9 }]);
    // A long question leaves half of the room.
    const asked = 'who drank '.repeat(40);
    expect(await reader.score(asked, [{ text: `${lead}skagen`, focus: lead.length }])).toEqual([
      { score: 9 },
    ]);
  });

  it('is taken from the folder onnx/, too, and with thresholds that were fitted for it', async () => {
    const folder = modelFolder(scorer, WORDS, { inside: 'onnx' });
    const { opened: first, isFitted } = await readerOf(folder);
    expect(isFitted).toBe(false);
    writeThresholds(folder, first.sha256, { center: 0, scale: 1, ranking: 2, judging: 0 });
    const fitted = await readerOf(folder);
    expect(fitted.isFitted).toBe(true);
    expect((await fitted.read(QUESTION, alone('skagen')))?.[0]?.ranking).toBeCloseTo(2, 5);
    writeThresholds(folder, 'another', { center: 0, scale: 1, ranking: 2, judging: 0 });
    expect((await readerOf(folder)).isFitted).toBe(false);
  });
});

/** As loud as nothing that is shipped: what a model may do to ranking at the most. */
const loud =
  (reader: ModelReader): PassageReader['read'] =>
  async (question, passages) =>
    (await reader.read(question, passages))?.map((one) => ({
      ...one,
      ranking: one.ranking * 100,
      judging: one.judging * 100,
    }));

describe.runIf(arePeers)('A reader of spans', () => {
  const spans = spanGraph(WORDS, { anna: 8, '[CLS]': -1 }, { berg: 8, '[CLS]': -1 });

  it('points at the words that answer, where they stand', async () => {
    const reader = await readerOf(modelFolder(spans, WORDS));
    expect(reader.opened.kind).toBe('span reader');
    const passage = 'In winter  the lamp was lit by ÁNNA Berg.';
    const [read, none] = (await reader.score('Who lit the lamp?', alone(passage, 'The council met.'))) ?? [];
    expect(passage.slice(read?.span?.start, read?.span?.end)).toBe('ÁNNA Berg');
    expect(read?.score).toBe(18);
    expect(none?.span).toBeUndefined();
    const lead = 'The council met on Friday. '.repeat(60);
    const [led] =
      (await reader.score('Who lit the lamp?', [{ text: lead + passage, focus: lead.length }])) ?? [];
    expect(led?.span && [led.span.start, led.span.end].map((at) => at - lead.length)).toEqual([31, 40]);
  });

  it('has it underlined in the passage', async () => {
    const reader = await readerOf(modelFolder(spans, WORDS));
    const finding = await createLibrary([article], undefined, reader).ask('lamp lit');
    const [first] = finding.passages;
    expect(first?.answers.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['Anna Berg']);
  });
});

describe.runIf(arePeers)('A model that cannot keep up', () => {
  it('is answered without, to the letter, for time; others wait for it no longer than that', {
    // Other tests are on the same processors, and may leave too little of them for once.
    retry: 2,
  }, async () => {
    const reader = await readerOf(modelFolder(slowGraph(WORDS, 1_500_000), WORDS), 100);
    const plain = await createLibrary([article]).ask(`${QUESTION} slow`);
    const library = createLibrary([article], undefined, reader);
    let latest = performance.now();
    let lateness = 0;
    const timer = setInterval(() => {
      lateness = Math.max(lateness, performance.now() - latest - 5);
      latest = performance.now();
    }, 5);
    const begun = performance.now();
    const findings = await Promise.all([library.ask(`${QUESTION} slow`), library.ask(`${QUESTION} slow`)]);
    expect(performance.now() - begun).toBeLessThan(400);
    await sleep(200);
    clearInterval(timer);
    for (const finding of findings) expect(JSON.stringify(finding)).toBe(JSON.stringify(plain));
    expect(reader.counts()).toMatchObject({ read: 0, late: 2 });
    expect(lateness).toBeLessThan(150);
  });

  it('is switched off where its process is killed in the middle of an answer, which then comes without it', async () => {
    const reader = await readerOf(modelFolder(slowGraph(WORDS, 3_000_000), WORDS), 1900);
    const plain = await createLibrary([article]).ask(`${QUESTION} slow`);
    const asked = createLibrary([article], undefined, reader).ask(`${QUESTION} slow`);
    await sleep(50);
    process.kill(reader.pid, 'SIGKILL');
    expect(JSON.stringify(await asked)).toBe(JSON.stringify(plain));
    expect(offs).toEqual(['its process ended (SIGKILL)']);
    expect(reader.counts()).toMatchObject({ read: 0, failed: 1 });
  });

  it('is switched off where it hangs, and where it gives what is no number, and the answer is as without', async () => {
    const hanging = await readerOf(modelFolder(slowGraph(WORDS, 40_000_000), WORDS), 50);
    await hanging.score('slow', alone('slow'));
    await expect.poll(() => offs, { timeout: 8000 }).toEqual(['it hangs']);
    expect(await hanging.read('slow', alone('slow'))).toBeUndefined();
    offs.length = 0;
    const nonsense = await readerOf(modelFolder(scorerGraph(WORDS, { skagen: Number.NaN }), WORDS));
    expect(await nonsense.read(QUESTION, alone('the council'))).toBeDefined();
    expect(await nonsense.read(QUESTION, alone('skagen'))).toBeUndefined();
    expect(offs[0]).toMatch(/no number/);
    expect(nonsense.counts()).toMatchObject({ failed: 1 });
  });
});

it('Without a reader a library says so, and with one names it', () => {
  const named: PassageReader = { name: 'tiny', most: 1, read: async () => undefined };
  expect(createLibrary([article]).readBy).toBeUndefined();
  expect(createLibrary([article], undefined, named).readBy).toBe('tiny');
});

it('A reader that reads nothing leaves every finding as it is, to the letter', async () => {
  const silent: PassageReader = { name: 'silent', most: 12, read: async () => undefined };
  const [without, read] = [createLibrary([article]), createLibrary([article], undefined, silent)];
  for (const question of [QUESTION, 'When did the council meet?', 'zebra', 'lamp', 'Who drank tea?'])
    expect(JSON.stringify(await read.ask(question))).toBe(JSON.stringify(await without.ask(question)));
});
