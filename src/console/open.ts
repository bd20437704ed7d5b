import { createInterface, type Interface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { Command, Session } from '../../commands/command.ts';
import { complete } from './complete.ts';
import { type Answer, converse } from './conversation.ts';
import { historyFile, historyIn, MOST_LINES } from './history.ts';
import { readLine } from './line.ts';
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
 * the reader leaves.
 */
export async function openConsole(
  commands: readonly Command[],
  session: Session,
  streams: Streams,
): Promise<Closed> {
  const { input, output, env } = streams;
  const isTerminal = Boolean(input.isTTY && output.isTTY);
  const screen = () => screenFor(output, env, session.words, isTerminal);
  const answer = converse(commands, session, screen);
  if (isTerminal) {
    await write(output, `${await welcome(session, screen())}\n`);
    return converseAtTerminal(answer, commands, session, streams);
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
  session: Session,
  { input, output, env }: Streams,
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
    completer: (line: string) => complete(line, commands, session),
  });
  // Ctrl-D may come together with a question, whose answer is still to be shown: there is nobody to prompt then.
  let isClosed = false;
  lines.on('close', () => {
    isClosed = true;
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
    if (!isClosed) lines.prompt();
  }
  lines.close();
  // Ctrl-D leaves the cursor behind the prompt.
  await write(output, '\n');
  return { lines: read };
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
