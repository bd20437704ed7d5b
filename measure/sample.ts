// Measures the small sample, and compares it with its floors.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { parseJudged } from './judged.ts';
import { createLeadIns } from './lead-ins.ts';
import { measureFile } from './measure-file.ts';
import { miniSearch } from './peers/minisearch.ts';
import { engineOf } from './peers/peer.ts';
import type { Outcomes, Score } from './score.ts';
import { share as shown, tableOf } from './table.ts';
import { Unusable } from './unusable.ts';
import { verbatimOf } from './verbatim.ts';

const FOLDER = 'data/sample';
const FLOORS = `${FOLDER}/floors.json`;
/** Real search questions; questions of readers in a chat, half of them without an answer; questions on paragraphs. */
const FILES = ['clapnq.jsonl', 'readers.jsonl', 'xquad.en.jsonl'];

const proportion = z.number().min(0).max(1);
const figures = z.strictObject({
  /** Of the file's bytes. */
  sha256: z.string(),
  questions: z.int(),
  recallAt1: proportion,
  recallAt3: proportion,
  /** Share called found where an answer is there. */
  foundAnswered: proportion,
  /** Share called found where none is: the lower the better. Null where every question is answered. */
  foundUnanswered: proportion.nullable(),
  /** Median time per question over MiniSearch's in the same run. Told, never compared: it is the machine's as well. */
  timeOverMiniSearch: z.number(),
});
const floorsFile = z.record(z.string(), figures);

export type Figures = z.infer<typeof figures>;
/** The figures of each file of the sample. */
export type Sample = Readonly<Record<string, Figures>>;

const ROUNDED = 10_000;
const rounded = (value: number) => Math.round(value * ROUNDED) / ROUNDED;
const foundOf = ({ found, questions }: Outcomes) => (questions === 0 ? null : rounded(found));

/** Measures Verbatim and MiniSearch on the sample, from the folder of the checkout. */
export async function measureSample(): Promise<Sample> {
  const leadIns = createLeadIns();
  const engines = [verbatimOf(leadIns), engineOf(miniSearch, leadIns)];
  const sample: Record<string, Figures> = {};
  for (const name of FILES) {
    const content = await readFile(`${FOLDER}/${name}`, 'utf8');
    const file = parseJudged(name, content);
    if (file.kind !== 'articles') throw new Unusable(`${name} has no articles.`);
    const result = await measureFile(file, engines, { half: 'all' });
    const [own, peer] = [...(result?.scores.values() ?? [])] as [Score?, Score?];
    if (!own?.judgment || !peer) throw new Unusable(`${name} has no questions.`);
    const { answerable, unanswerable } = own.judgment;
    sample[name] = {
      sha256: createHash('sha256').update(content).digest('hex'),
      questions: answerable.questions + unanswerable.questions,
      recallAt1: rounded(own.ranking.recallAt1),
      recallAt3: rounded(own.ranking.recallAt3),
      foundAnswered: foundOf(answerable) ?? 0,
      foundUnanswered: foundOf(unanswerable),
      timeOverMiniSearch: rounded(own.ranking.milliseconds / peer.ranking.milliseconds),
    };
  }
  return sample;
}

/** The tracked floors; none where the file is not there. Throws for one that cannot be read, so that it is not replaced. */
export async function readFloors(): Promise<Sample> {
  const text = await readFile(FLOORS, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return floorsFile.parse(JSON.parse(text));
}

type Compared = 'recallAt1' | 'recallAt3' | 'foundAnswered' | 'foundUnanswered';
const COMPARED: readonly {
  readonly key: Compared;
  readonly label: string;
  readonly isBetter: 'higher' | 'lower';
}[] = [
  { key: 'recallAt1', label: 'R@1', isBetter: 'higher' },
  { key: 'recallAt3', label: 'R@3', isBetter: 'higher' },
  { key: 'foundAnswered', label: 'found where answered', isBetter: 'higher' },
  { key: 'foundUnanswered', label: 'found where not', isBetter: 'lower' },
];

const isWorse = (figure: number, floor: number, isBetter: 'higher' | 'lower') =>
  isBetter === 'higher' ? figure < floor : figure > floor;

/** What is worse than its floor, a sentence each; other data than the floors were measured on is one of them. */
export function setbacksOf(measured: Sample, floors: Sample): string[] {
  const gone = Object.keys(floors).filter((name) => !Object.hasOwn(measured, name));
  const setbacks = Object.entries(measured).flatMap(([name, now]) => {
    const floor = floors[name];
    if (!floor) return [`${name} has no floors.`];
    if (floor.sha256 !== now.sha256) return [`${name} is not the file that its floors were measured on.`];
    return COMPARED.flatMap(({ key, label, isBetter }) => {
      const [figure, least] = [now[key], floor[key]];
      if (figure === null || least === null || !isWorse(figure, least, isBetter)) return [];
      return [`${name}: ${label} moved from ${least} to ${figure}.`];
    });
  });
  return [...gone.map((name) => `${name} was not measured.`), ...setbacks];
}

/** The floors with each figure that got better in its place, and none that got worse. */
export function raised(floors: Sample, measured: Sample): Sample {
  return Object.fromEntries(
    Object.entries(measured).map(([name, now]) => {
      const floor = floors[name];
      // On other data a floor says nothing; it is replaced by hand.
      if (!floor) return [name, now];
      if (floor.sha256 !== now.sha256) return [name, floor];
      const kept = COMPARED.filter(({ key, isBetter }) => {
        const [figure, least] = [now[key], floor[key]];
        return figure !== null && least !== null && isWorse(figure, least, isBetter);
      });
      return [name, { ...now, ...Object.fromEntries(kept.map(({ key }) => [key, floor[key]])) }];
    }),
  );
}

/** `--sample`: prints the figures beside their floors; exit status 1 where one is worse. */
export async function checkSample(raise: boolean): Promise<void> {
  const measured = await measureSample();
  const floors = await readFloors();
  const rows = Object.entries(measured).map(([name, now]) => [
    name,
    String(now.questions),
    ...COMPARED.map(
      ({ key }) => `${shown(now[key] ?? undefined)} (${shown(floors[name]?.[key] ?? undefined)})`,
    ),
    now.timeOverMiniSearch.toFixed(1),
  ]);
  const heads = ['file', 'questions', ...COMPARED.map(({ label }) => label), 'time / MiniSearch'];
  console.log(tableOf(heads, rows));
  console.log('\nIn parentheses the floor; of "found where not", the lower the better.');
  if (raise) await writeFile(FLOORS, `${JSON.stringify(raised(floors, measured), null, 2)}\n`);
  const setbacks = setbacksOf(measured, raise ? raised(floors, measured) : floors);
  for (const setback of setbacks) console.error(setback);
  if (setbacks.length > 0) process.exitCode = 1;
}
