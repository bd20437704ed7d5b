// How wide and how colorful an output is.
import type { WriteStream } from 'node:tty';
import type { Words } from '../reply/words.ts';
import type { Screen } from './render.ts';
import { styleFor } from './style.ts';

/** The widest text that is read with ease, and the narrowest that is wrapped, in columns. */
const WIDEST = 100;
const NARROWEST = 20;
/** A terminal that does not tell its width. */
const USUAL = 80;

export type Output = NodeJS.WritableStream & Pick<WriteStream, 'isTTY' | 'columns'>;

/** How replies are shown on an output: as wide as a terminal is, and not wrapped in a file or a pipe. */
export function screenFor(output: Output, env: NodeJS.ProcessEnv, words: Words, showsInput = false): Screen {
  const columns = Math.max(NARROWEST, Math.min(output.columns || USUAL, WIDEST));
  return {
    style: styleFor(output, env),
    width: output.isTTY ? columns : Number.POSITIVE_INFINITY,
    words,
    showsInput,
  };
}
