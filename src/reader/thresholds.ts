// What a model's numbers count: fitted for one model, and used for no other.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** How a model's score becomes what it adds. The score less `center`, divided by `scale` and bent into −1 to 1 by tanh, is multiplied. */
export interface Thresholds {
  readonly center: number;
  readonly scale: number;
  /** What a score of 1 adds in ranking, where one unit of BM25 is one. */
  readonly ranking: number;
  /** What it adds to the logarithm of the odds that a passage answers. */
  readonly judging: number;
}

/**
 * What is used where nothing was fitted: a logit of 0 is what models of both kinds are trained to part at, and one of 4 is odds of 50 to 1.
 * In ranking it then weighs as much as one word that is held, and in judging it turns odds by less than three: a model that nobody
 * measured has a voice, and no more.
 */
export const UNFITTED: Thresholds = { center: 0, scale: 4, ranking: 4, judging: 1 };

const FILE = 'verbatim-thresholds.json';

const stored = z.object({
  sha256: z.string(),
  center: z.number(),
  scale: z.number().positive(),
  ranking: z.number(),
  judging: z.number(),
});

/** Those that were fitted for the graph with this sha256; undefined where there are none, or only another's. */
export function readThresholds(folder: string, sha256: string): Thresholds | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  try {
    const { sha256: fittedFor, ...thresholds } = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
    return fittedFor === sha256 ? thresholds : undefined;
  } catch {
    return undefined;
  }
}

/** Stores them beside the model. Returns the file. */
export function writeThresholds(folder: string, sha256: string, thresholds: Thresholds): string {
  const file = join(folder, FILE);
  writeFileSync(file, `${JSON.stringify({ sha256, ...thresholds }, null, 2)}\n`);
  return file;
}

/** What a score adds. */
export function weigh(
  score: number,
  { center, scale, ranking, judging }: Thresholds,
): { ranking: number; judging: number } {
  const bent = Math.tanh((score - center) / scale);
  return { ranking: ranking * bent, judging: judging * bent };
}
