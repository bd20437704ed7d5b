import type { Command, Session } from '../../commands/command.ts';
import { press } from '../../commands/press.ts';
import { readOptions } from '../../commands/read-options.ts';
import type { Action } from '../reply/action.ts';
import { echo } from '../reply/echo.ts';
import { problemReply } from '../reply/problem.ts';
import type { Reply } from '../reply/reply.ts';
import { help } from './help.ts';
import { consoleName, type Line, readLine, readOptionText } from './line.ts';
import { render, type Screen } from './render.ts';

/** What is printed for a line; undefined where the reader wants to leave. */
export type Answer = (line: string) => Promise<string | undefined>;

/**
 * Answers line after line. Numbers press what stands under the last answer, also after a press that offered nothing
 * more, such as Verify, and after a mistake; `screen` is asked for each reply, since a terminal can be resized.
 */
export function converse(commands: readonly Command[], session: Session, screen: () => Screen): Answer {
  const { words } = session;
  let actions: readonly Action[] = [];

  async function reply(line: Line): Promise<Reply | string | undefined> {
    switch (line.kind) {
      case 'nothing':
        return '';
      case 'quit':
        return undefined;
      case 'help':
        return help(commands, session, screen());
      case 'unknown': {
        const known = [...commands.map(consoleName), 'help', 'quit'];
        return problemReply(words.console.unknownCommand(echo(line.name, 50), known), words);
      }
      case 'number': {
        const action = actions[Number(line.typed) - 1];
        if (action) return press(action, session);
        const tell = actions.length > 0 ? words.console.noSuchNumber : words.console.nothingToPress;
        return problemReply(tell(line.typed, actions.length), words);
      }
      case 'question':
        return run(
          commands.find(({ kind }) => kind === 'slash'),
          line.text,
        );
      case 'command':
        return run(line.command, line.rest);
    }
  }

  async function run(command: Command | undefined, rest: string): Promise<Reply | string> {
    if (!command) return '';
    if (command.kind === 'message') {
      return rest === ''
        ? problemReply(words.console.findNothing, words)
        : command.answer({ text: rest, quotations: [] }, session);
    }
    const read = readOptions(command, readOptionText(rest, command), words);
    return 'problem' in read ? problemReply(read.problem, words) : command.answer(read.value, session);
  }

  return async (typed) => {
    try {
      const line = readLine(typed, commands);
      const answered = await reply(line);
      if (answered === undefined || typeof answered === 'string') return answered;
      const rendered = render(answered, screen(), true);
      const keepsNumbers =
        rendered.actions.length === 0 && (line.kind === 'number' || answered.tone === 'fault');
      if (!keepsNumbers) actions = rendered.actions;
      return rendered.text;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return `${words.console.fault(echo(message))}\n`;
    }
  };
}
