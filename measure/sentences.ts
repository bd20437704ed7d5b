// Measures where sentences end, against treebanks.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { split } from 'sentence-splitter';
import segment from 'sentencex';
import * as z from 'zod';
import { splitSentences } from '../src/corpus/sentences.ts';
import { tableOf } from './table.ts';

const FOLDER = 'data/sentences';
const FILE = `${FOLDER}/treebanks.jsonl`;
const FLOORS = `${FOLDER}/floors.json`;

const paragraph = z.strictObject({
  treebank: z.string(),
  lang: z.string(),
  text: z.string(),
  sentences: z.array(z.string()),
});
type Paragraph = z.infer<typeof paragraph>;

const figures = z.strictObject({ f1: z.number().min(0).max(100), wrong: z.number().min(0) });
const floorsFile = z.strictObject({
  /** Of the bytes of the paragraphs. */
  sha256: z.string(),
  treebanks: z.record(z.string(), figures),
});
export type SentenceFigures = z.infer<typeof figures>;
export type SentenceFloors = z.infer<typeof floorsFile>;

/** Parts a paragraph into sentences, as slices that may have white space around them. */
interface Splitter {
  readonly name: string;
  readonly split: (text: string, lang: string) => readonly string[];
}

export const VERBATIM: Splitter = {
  name: 'Verbatim',
  split: (text, lang) => splitSentences(text, lang).map(({ start, end }) => text.slice(start, end)),
};

/** What one would pick instead. */
const PEERS: readonly Splitter[] = [
  {
    name: 'Intl.Segmenter',
    split: (text, lang) =>
      [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map((piece) => piece.segment),
  },
  { name: 'sentencex', split: (text, lang) => segment(lang, text) },
  {
    name: 'sentence-splitter',
    split: (text) =>
      split(text)
        .filter(({ type }) => type === 'Sentence')
        .map(({ raw }) => raw),
  },
];

/** How many visible characters stand before each end but the last: white space costs nobody anything. */
function endsOf(sentences: readonly string[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const sentence of sentences.slice(0, -1)) {
    at += sentence.replace(/\s+/gu, '').length;
    ends.add(at);
  }
  return ends;
}

/**
 * F1 of the ends within paragraphs, in percent (of precision and recall, as in the CoNLL 2018 shared task), and wrong ends
 * for 1,000 sentences.
 */
export function measureSentences(paragraphs: readonly Paragraph[], { split }: Splitter): SentenceFigures {
  let right = 0;
  let found = 0;
  let wanted = 0;
  let count = 0;
  for (const { text, lang, sentences } of paragraphs) {
    const want = endsOf(sentences);
    const have = endsOf(split(text, lang));
    for (const end of have) if (want.has(end)) right += 1;
    found += have.size;
    wanted += want.size;
    count += sentences.length;
  }
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    f1: rounded((200 * right) / Math.max(1, found + wanted)),
    wrong: rounded((1000 * (found - right)) / Math.max(1, count)),
  };
}

/** The paragraphs of each treebank of the sample, and the sha256 of their file. */
export async function readTreebanks(): Promise<{
  readonly sha256: string;
  readonly treebanks: ReadonlyMap<string, readonly Paragraph[]>;
}> {
  const content = await readFile(FILE, 'utf8');
  const treebanks = new Map<string, Paragraph[]>();
  for (const line of content.split('\n').filter((text) => text !== '')) {
    const read = paragraph.parse(JSON.parse(line));
    treebanks.set(read.treebank, [...(treebanks.get(read.treebank) ?? []), read]);
  }
  return { sha256: createHash('sha256').update(content).digest('hex'), treebanks };
}

/** What is worse than its floor, a sentence each. */
export function sentenceSetbacks(measured: SentenceFloors, floors: SentenceFloors): string[] {
  if (measured.sha256 !== floors.sha256) return [`${FILE} is not the file that its floors were measured on.`];
  const gone = Object.keys(floors.treebanks).filter((name) => !Object.hasOwn(measured.treebanks, name));
  const setbacks = Object.entries(measured.treebanks).flatMap(([name, { f1, wrong }]) => {
    const floor = floors.treebanks[name];
    if (!floor) return [`${name} has no floor.`];
    return [
      ...(f1 < floor.f1 ? [`${name}: F1 moved from ${floor.f1} to ${f1}.`] : []),
      ...(wrong > floor.wrong
        ? [`${name}: wrong ends moved from ${floor.wrong} to ${wrong} per 1,000.`]
        : []),
    ];
  });
  return [...gone.map((name) => `${name} was not measured.`), ...setbacks];
}

/** Verbatim's figures on the sample. */
export async function measureTreebanks(): Promise<SentenceFloors> {
  const { sha256, treebanks } = await readTreebanks();
  const measured = [...treebanks].map(([name, paragraphs]) => [name, measureSentences(paragraphs, VERBATIM)]);
  return { sha256, treebanks: Object.fromEntries(measured) };
}

/** The tracked floors. Throws where they cannot be read. */
export async function readSentenceFloors(): Promise<SentenceFloors> {
  return floorsFile.parse(JSON.parse(await readFile(FLOORS, 'utf8')));
}

/** `--sentences`: prints the figures beside those of the peers; exit status 1 where one is worse than its floor. */
export async function checkSentences(raise: boolean): Promise<void> {
  const { sha256, treebanks } = await readTreebanks();
  const splitters = [VERBATIM, ...PEERS];
  const all = [...treebanks].map(
    ([name, paragraphs]) =>
      [name, paragraphs, splitters.map((splitter) => measureSentences(paragraphs, splitter))] as const,
  );
  const shown = ({ f1, wrong }: SentenceFigures) => `${f1.toFixed(1)} / ${wrong.toFixed(1)}`;
  const rows = all.map(([name, paragraphs, figures]) => [
    name,
    String(paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0)),
    ...figures.map(shown),
  ]);
  const mean = splitters.map((_, at) => {
    const own = all.map(([, , figures]) => figures[at] ?? { f1: 0, wrong: 0 });
    const of = (key: keyof SentenceFigures) => own.reduce((sum, one) => sum + one[key], 0) / own.length;
    return shown({ f1: of('f1'), wrong: of('wrong') });
  });
  console.log(
    tableOf(
      ['treebank', 'sentences', ...splitters.map(({ name }) => name)],
      [...rows, ['mean', '', ...mean]],
    ),
  );
  console.log('\nF1 of sentence ends in percent / wrong ends for 1,000 sentences.');
  const measured = {
    sha256,
    treebanks: Object.fromEntries(all.map(([name, , [own]]) => [name, own ?? { f1: 0, wrong: 0 }])),
  };
  const floors = await readSentenceFloors().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && raise) return measured;
    throw error;
  });
  const setbacks = sentenceSetbacks(measured, floors);
  // None is ever lowered.
  if (raise && setbacks.length === 0) await writeFile(FLOORS, `${JSON.stringify(measured, null, 2)}\n`);
  for (const setback of setbacks) console.error(setback);
  if (setbacks.length > 0) process.exitCode = 1;
}
