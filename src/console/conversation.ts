// Answers one line after another.
import { chooseArticle } from '../../commands/choosing.ts';
import type { Command, Session, SlashCommand } from '../../commands/command.ts';
import { press } from '../../commands/press.ts';
import { readOptions } from '../../commands/read-options.ts';
import type { Action } from '../reply/action.ts';
import { echo } from '../reply/echo.ts';
import { problemReply } from '../reply/problem.ts';
import type { Reply } from '../reply/reply.ts';
import { help } from './help.ts';
import { consoleName, type Line, readLine } from './line.ts';
import { readOptionText } from './option-text.ts';
import { render, type Screen } from './render.ts';
import { sessionOn } from './session-on.ts';

/** How many values of an option are told. */
const MOST_NAMED = 5;

/** What is printed for a line; undefined where the reader wants to leave. */
export type Answer = (line: string) => Promise<string | undefined>;

/**
 * Answers line after line. Numbers press what stands under the last answer, also after a press that offered nothing
 * more, such as Verify, and after a mistake. `current` and `screen` are asked for each line, since articles change and a terminal
 * can be resized.
 */
export function converse(commands: readonly Command[], current: () => Session, screen: () => Screen): Answer {
  const { words } = current();
  const message = commands.find((command) => command.kind === 'message');
  let actions: readonly Action[] = [];

  async function reply(line: Line, session: Session): Promise<Reply | string | undefined> {
    switch (line.kind) {
      case 'nothing':
        return '';
      case 'quit':
        return undefined;
      case 'help':
        return help(commands, session, screen());
      case 'unknown': {
        const name = echo(line.name, 50);
        if (line.near.length > 0) return problemReply(words.console.nearCommands(name, line.near), words);
        const known = [...commands.map(consoleName), 'help', 'quit'];
        return problemReply(words.console.unknownCommand(name, known), words);
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
          session,
        );
      case 'command':
        return run(line.command, line.rest, session);
    }
  }

  async function run(command: Command | undefined, rest: string, session: Session): Promise<Reply | string> {
    if (!command) return '';
    if (command.kind === 'message') {
      return rest === ''
        ? problemReply(words.console.findNothing, words)
        : command.answer({ text: rest, quotations: [] }, session);
    }
    const raw = readOptionText(rest, command, session);
    const long = tooLongIn(raw, command);
    if (long !== undefined && message) {
      const article = chooseArticle(raw.article, session);
      if ('problem' in article) return problemReply(article.problem, words);
      return message.answer({ text: long, quotations: [] }, sessionOn(article.value, session));
    }
    const empty = emptyIn(raw, command, session);
    if (empty) return problemReply(words.console.emptyOption(empty.name, empty.values), words);
    const read = readOptions(command, raw, words);
    return 'problem' in read ? problemReply(read.problem, words) : command.answer(read.value, session);
  }

  return async (typed) => {
    try {
      const line = readLine(typed, commands);
      const answered = await reply(line, current());
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

/** A text that is too long for a question: pasted, it is taken by its sentences, as the text of a message is. */
function tooLongIn(raw: Readonly<Record<string, string>>, { options }: SlashCommand): string | undefined {
  const [first = ''] = Object.keys(options);
  const option = options[first];
  const text = raw[first];
  const most = option?.type === 'string' && option.required ? option.maxLength : undefined;
  return text !== undefined && most !== undefined && text.length > most ? text : undefined;
}

/** The first option that was named without a value, and some of the values that there are. */
function emptyIn(raw: Readonly<Record<string, string>>, { options }: SlashCommand, session: Session) {
  const name = Object.keys(raw).find((one) => raw[one] === '' && !options[one]?.required);
  const option = name === undefined ? undefined : options[name];
  if (name === undefined || option?.type !== 'string') return undefined;
  const values = option.choices ?? option.complete?.('', raw, session) ?? [];
  return { name, values: values.slice(0, MOST_NAMED).map(({ value }) => value) };
}
