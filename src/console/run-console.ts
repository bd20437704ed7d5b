import { commands } from '../../commands/index.ts';
import { readCorpus } from '../corpus/read.ts';
import { WORDS } from '../reply/words.ts';
import { createLibrary } from '../search/search.ts';
import type { Invocation } from './arguments.ts';
import { openConsole } from './open.ts';

/** What became of the console: the exit status, and whether anybody was there. */
export interface Ended {
  readonly status: number;
  /** Lines that were read. */
  readonly lines: number;
}

/** Opens the console on the articles of a folder, and resolves when its input ends or its reader leaves. */
export async function runConsole({
  folder,
  locale,
}: Extract<Invocation, { program: 'start' }>): Promise<Ended> {
  const session = { library: createLibrary(await readCorpus(folder)), locale, words: WORDS[locale] };
  const streams = { input: process.stdin, output: process.stdout, env: process.env };
  if (streams.input.isTTY && !streams.output.isTTY) {
    console.error('Verbatim waits here for questions: type one and press Enter. Ctrl-D ends it.');
  }
  const { lines, refusal } = await openConsole(commands, session, streams);
  if (refusal !== undefined) console.error(refusal);
  return { status: refusal === undefined ? 0 : 1, lines };
}
