// The text of /help.
import type { Command, Option, Session } from '../../commands/command.ts';
import { consoleName } from './line.ts';
import { flow, type Screen } from './render.ts';
import { widthOf } from './width.ts';

/** An option that changes nothing where there is one reader. */
export const MEANT_FOR_CHAT: readonly string[] = ['private'];

/** What can be typed, from the list of commands that Discord is given too. */
export function help(commands: readonly Command[], { locale, words }: Session, screen: Screen): string {
  const rows: [string, string][] = [
    [words.console.question, words.console.helpQuestion],
    ...commands.flatMap((command): [string, string][] => [
      [`/${consoleName(command)}`, describe(command, locale, words)],
      ...optionsOf(command).map(([name, option]): [string, string] => [
        `  ${name}:`,
        meaning(option, locale, words),
      ]),
    ]),
    [words.console.number, words.console.helpNumber],
    ['/help', words.console.helpHelp],
    ['/quit', words.console.helpQuit],
  ];
  const column = Math.max(...rows.map(([name]) => widthOf(name))) + 4;
  const lines = rows.flatMap(([name, text]) => {
    const [first = '', ...more] = flow(text, { width: Math.max(20, screen.width - column) });
    const gap = ' '.repeat(column - widthOf(name) - 2);
    const shown = name.startsWith('  ') ? name : screen.style.bold(name);
    return [`  ${shown}${gap}${first}`, ...more.map((line) => ' '.repeat(column) + line)];
  });
  const heading = screen.style.bold(words.console.helpHeading);
  return `${[heading, ...lines, '', ...flow(words.console.helpOptions, screen)].join('\n')}\n`;
}

function describe(command: Command, locale: Session['locale'], words: Session['words']): string {
  return command.kind === 'slash' ? command.description[locale] : words.console.helpMessage;
}

function optionsOf(command: Command): [string, Option][] {
  if (command.kind === 'message') return [];
  return Object.entries(command.options).filter(([name]) => !MEANT_FOR_CHAT.includes(name));
}

function meaning(option: Option, locale: Session['locale'], words: Session['words']): string {
  const choices = option.type === 'string' ? option.choices?.map(({ value }) => value) : undefined;
  const remarks = [
    ...(option.required ? [words.console.required] : []),
    ...(choices ? [words.console.oneOf(choices)] : []),
  ];
  const text = option.description[locale];
  return remarks.length > 0 ? words.console.remarked(text, remarks.join(', ')) : text;
}
