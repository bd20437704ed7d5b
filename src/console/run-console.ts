// Runs the console until it is left.
import { commands } from '../../commands/index.ts';
import { visible } from '../corpus/characters.ts';
import { openCorpus } from '../corpus/corpus-folder.ts';
import { keepInStep, type Told } from '../live/live-library.ts';
import { sayChanges, sayDeaf, sayFailure, sayRemarks } from '../live/sentences.ts';
import { WORDS } from '../reply/words.ts';
import { createLibrary } from '../search/search.ts';
import type { Invocation } from './arguments.ts';
import { openConsole } from './open.ts';
import { readerThere } from './reader-there.ts';
import { makeRemarks, type Remarks, tellRemarks } from './remarks.ts';

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
  const corpus = await openCorpus(folder);
  tellRemarks(corpus.articles);
  const remarks = makeRemarks();
  const first = createLibrary(corpus.articles, undefined, await readerThere(process.env));
  const live = keepInStep(corpus, first, toldBy(remarks));
  const current = () => ({ library: live.current(), locale, words: WORDS[locale] });
  const streams = { input: process.stdin, output: process.stdout, env: process.env };
  const { input, output } = streams;
  if (input.isTTY && !output.isTTY) {
    console.error('Verbatim waits here for questions: type one and press Enter. Ctrl-D ends it.');
  }
  const telling = input.isTTY ? undefined : tellOfSilence(input);
  const { lines, refusal } = await openConsole(commands, current, streams, remarks);
  live.stop();
  clearTimeout(telling);
  if (refusal !== undefined) console.error(refusal);
  return { status: refusal === undefined ? 0 : 1, lines };
}

/** Tells what becomes of the articles' files, and what is wrong with them. */
function toldBy({ tell }: Remarks): Told {
  return {
    changed(changes) {
      for (const line of [...sayChanges(changes), ...sayRemarks(changes)]) tell(line);
    },
    wrong(failure) {
      for (const line of sayFailure(failure)) tell(line);
    },
    deaf: (code) => tell(sayDeaf(code)),
    failed(error) {
      const message = error instanceof Error ? error.message : String(error);
      tell(`The articles could not be read again: ${visible(message)}. All answer as they were.`);
    },
  };
}

/** Milliseconds of a silent input after which it is told what is waited for. */
const SILENT_MS = 3000;

/** A service manager may hold a pipe open that nobody writes to, and mean the bot. */
function tellOfSilence(input: NodeJS.ReadableStream): NodeJS.Timeout {
  const timer = setTimeout(() => {
    console.error('DISCORD_TOKEN is not set, so Verbatim waits for questions on standard input, one a line.');
  }, SILENT_MS);
  input.once('data', () => clearTimeout(timer));
  input.pause();
  return timer;
}
