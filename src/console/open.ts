// Opens the console on streams.
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { Command, Session } from '../../commands/command.ts';
import { complete } from './complete.ts';
import { type Answer, converse } from './conversation.ts';
import { historyFile, historyIn, MOST_LINES } from './history.ts';
import { readLine } from './line.ts';
import type { Remarks } from './remarks.ts';
import { type Output, screenFor } from './screen.ts';
import { linesOf, UNREADABLE, write } from './stream.ts';
import { welcome } from './welcome.ts';

const PROMPT = '› ';

export interface Streams {
  readonly input: NodeJS.ReadableStream & Pick<ReadStream, 'isTTY'>;
  readonly output: Output;
  readonly env: NodeJS.ProcessEnv;
}

/** How many lines were read, and why none of them could be, where that is so. */
export interface Closed {
  readonly lines: number;
  readonly refusal?: string | undefined;
}

/**
 * Opens the console: a conversation at a terminal, or an answer to each line of a pipe. Resolves when the input ends or
 * the reader leaves. `current` is asked for each line; at a terminal, `remarks` are shown above the prompt.
 */
export async function openConsole(
  commands: readonly Command[],
  current: () => Session,
  streams: Streams,
  remarks?: Remarks,
): Promise<Closed> {
  const { input, output, env } = streams;
  const isTerminal = Boolean(input.isTTY && output.isTTY);
  const screen = () => screenFor(output, env, current().words, isTerminal);
  const answer = converse(commands, current, screen);
  if (isTerminal) {
    await write(output, `${await welcome(current(), screen())}\n`);
    return converseAtTerminal(answer, commands, current, streams, remarks);
  }
  const lines = linesOf(input);
  for await (const line of lines) {
    const text = typeof line === 'string' ? await answer(line) : `${line.error}\n`;
    if (text === undefined) break;
    if (text !== '') await write(output, `${text}\n`);
  }
  return { lines: lines.count, refusal: lines.refusal };
}

async function converseAtTerminal(
  answer: Answer,
  commands: readonly Command[],
  current: () => Session,
  { input, output, env }: Streams,
  remarks?: Remarks,
): Promise<Closed> {
  const history = historyIn(historyFile(env));
  const lines = createInterface({
    input,
    output,
    terminal: true,
    prompt: PROMPT,
    history: [...history.lines],
    historySize: MOST_LINES,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, commands, current()),
  });
  // Ctrl-D may come together with a question, whose answer is still to be shown: there is nobody to prompt then.
  let isClosed = false;
  let isPrompting = true;
  lines.on('close', () => {
    isClosed = true;
  });
  lines.on('line', () => {
    isPrompting = false;
  });
  remarks?.showBy((line) => {
    if (isPrompting && !isClosed) writeAbove(lines, output, line);
    else output.write(`${line}\n`);
  });
  clearOrLeaveOnInterrupt(lines);
  lines.prompt();
  let read = 0;
  for await (const line of lines) {
    read += 1;
    // A number presses what is there no more at the next start, and nobody goes back to leaving.
    const { kind } = readLine(line, commands);
    if (kind !== 'number' && kind !== 'quit' && !line.includes(UNREADABLE)) history.add(line);
    const text = line.includes(UNREADABLE)
      ? 'What was typed is not UTF-8. Set the terminal to UTF-8.\n'
      : await answer(line);
    if (text === undefined) break;
    if (text !== '') await write(output, `\n${text}\n`);
    if (isClosed) continue;
    isPrompting = true;
    lines.prompt();
  }
  lines.close();
  // Ctrl-D leaves the cursor behind the prompt.
  await write(output, '\n');
  return { lines: read };
}

/** Writes a line in the place of the prompt, and the prompt below it with what is being typed and the cursor where it was. */
function writeAbove(lines: Interface, output: Output, line: string): void {
  const { rows } = lines.getCursorPos();
  moveCursor(output, 0, -rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  // readline draws as many rows above the cursor as the cursor was in when it drew last, which only it knows: not in what was pasted.
  const { prevRows = 0 } = lines as Interface & { readonly prevRows?: number };
  output.write(`${line}\n${'\n'.repeat(prevRows)}`);
  lines.prompt(true);
}

/** Ctrl-C clears what was typed, and leaves where nothing was. */
function clearOrLeaveOnInterrupt(lines: Interface): void {
  lines.on('SIGINT', () => {
    if (lines.line === '') {
      lines.close();
      return;
    }
    // The end of the line, then everything before it.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
  });
}
