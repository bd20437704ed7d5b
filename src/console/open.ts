import { createInterface, type Interface } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { Command, Session } from '../../commands/command.ts';
import { complete } from './complete.ts';
import { converse } from './conversation.ts';
import { type Output, screenFor } from './screen.ts';
import { write } from './stream.ts';
import { welcome } from './welcome.ts';

const PROMPT = '› ';

export interface Streams {
  readonly input: NodeJS.ReadableStream & Pick<ReadStream, 'isTTY'>;
  readonly output: Output;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Opens the console: a conversation at a terminal, or an answer to each line of a pipe. Resolves when the input ends or
 * the reader leaves.
 */
export async function openConsole(
  commands: readonly Command[],
  session: Session,
  streams: Streams,
): Promise<void> {
  const { input, output, env } = streams;
  const isTerminal = Boolean(input.isTTY && output.isTTY);
  const screen = () => screenFor(output, env, session.words, isTerminal);
  const answer = converse(commands, session, screen);
  if (isTerminal) await write(output, `${await welcome(session, screen())}\n`);
  const lines = createInterface({
    input,
    output: isTerminal ? output : undefined,
    terminal: isTerminal,
    prompt: PROMPT,
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, commands, session),
  });
  if (isTerminal) {
    clearOrLeaveOnInterrupt(lines);
    lines.prompt();
  }
  for await (const line of lines) {
    const text = await answer(line);
    if (text === undefined) break;
    if (text !== '') await write(output, isTerminal ? `\n${text}\n` : `${text}\n`);
    if (isTerminal) lines.prompt();
  }
  lines.close();
  // Ctrl-D leaves the cursor behind the prompt.
  if (isTerminal) await write(output, '\n');
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
