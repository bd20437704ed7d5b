// Colors and bold for terminals.
import type { WriteStream } from 'node:tty';
import type { Tone } from '../reply/reply.ts';

/** Ways to stress text in a terminal; each leaves the text as it is where colors are off. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  /** Whether stress can be seen. */
  readonly isSeen: boolean;
  heading(tone: Tone, text: string): string;
}

const plain = (text: string) => text;
/** No stress at all. */
export const PLAIN: Style = {
  bold: plain,
  dim: plain,
  underline: plain,
  isSeen: false,
  heading: (_, text) => text,
};

/** SGR codes that begin and end a style: ECMA-48, 8.3.117. */
const sgr = (on: number, off: number) => (text: string) =>
  text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

const bold = sgr(1, 22);
const COLORS: Readonly<Record<Tone, (text: string) => string>> = {
  found: sgr(32, 39),
  unclear: sgr(33, 39),
  absent: sgr(35, 39),
  about: sgr(34, 39),
  plain,
  fault: sgr(31, 39),
};

/** Stress by SGR codes that every terminal knows. */
export const COLORED: Style = {
  bold,
  dim: sgr(2, 22),
  underline: sgr(4, 24),
  isSeen: true,
  heading: (tone, text) => COLORS[tone](bold(text)),
};

/**
 * Colors for a terminal, none for a file or a pipe. `NO_COLOR` (https://no-color.org) turns them off and `FORCE_COLOR`
 * on, whatever the output is; the first wins.
 */
export function styleFor(output: Pick<WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv): Style {
  if (env.NO_COLOR) return PLAIN;
  if (env.FORCE_COLOR !== undefined) return ['0', 'false'].includes(env.FORCE_COLOR) ? PLAIN : COLORED;
  return output.isTTY && env.TERM !== 'dumb' ? COLORED : PLAIN;
}
