import { commands } from '../../commands/index.ts';
import { readCorpus } from '../corpus/read.ts';
import { WORDS } from '../reply/words.ts';
import { createLibrary } from '../search/create.ts';
import type { Invocation } from './arguments.ts';
import { openConsole } from './open.ts';
import { endWithReader } from './stream.ts';

/** Opens the console on the articles of a folder. */
export async function runConsole({
  folder,
  locale,
}: Extract<Invocation, { program: 'start' }>): Promise<number> {
  const session = { library: createLibrary(await readCorpus(folder)), locale, words: WORDS[locale] };
  endWithReader(process.stdout);
  await openConsole(commands, session, { input: process.stdin, output: process.stdout, env: process.env });
  return 0;
}
