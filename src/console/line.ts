import type { Command, SlashCommand } from '../../commands/command.ts';
import { typedFor } from '../reply/locale.ts';

/** What a reader typed. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'number'; readonly typed: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'command'; readonly command: Command; readonly rest: string };

/** Words that people type to find out what they can type, or to leave; a question has more than these. */
const HELP = typedFor('help');
const QUIT = typedFor('quit');

/** Reads a line: a command after a slash, a number to press, or else a question. */
export function readLine(typed: string, commands: readonly Command[]): Line {
  const line = typed.trim().replace(/^／/, '/');
  if (line === '') return { kind: 'nothing' };
  const folded = line.normalize('NFKC').toLowerCase();
  // Neither takes options, so what follows it (`/help ask`) is passed over.
  const asked = folded.startsWith('/') ? (folded.split(/\s/)[0] ?? folded) : folded;
  if (HELP.includes(asked)) return { kind: 'help' };
  if (QUIT.includes(asked)) return { kind: 'quit' };
  if (/^\d{1,3}$/.test(folded)) return { kind: 'number', typed: folded };
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  if (!line.startsWith('/')) return { kind: 'question', text: line };
  const command = commands.find((candidate) => namesOf(candidate).includes(name.toLowerCase()));
  return command ? { kind: 'command', command, rest } : { kind: 'unknown', name };
}

/** What a command may be called in the console: its name, or its label in any language. */
function namesOf(command: Command): string[] {
  return [consoleName(command), ...Object.values(command.label)].map((name) => name.toLowerCase());
}

/** The word after the slash: a message command has a name of several words, of which the first is typed. */
export function consoleName({ name }: Command): string {
  return (name.split(' ')[0] ?? name).toLowerCase();
}

/**
 * The options in what was typed after a command: `length: short section: Group 2`. Text before the first option
 * belongs to the first one, as in `/ask Who accused Alibaba?`, unless it is a choice of another, as in `/summary short`.
 */
export function readOptionText(
  rest: string,
  { options }: Pick<SlashCommand, 'options'>,
): Record<string, string> {
  const names = Object.keys(options);
  const raw: Record<string, string> = {};
  const found = findOptions(rest, names);
  const leading = rest.slice(0, found[0]?.start ?? rest.length).trim();
  found.forEach(({ name, valueStart }, index) => {
    raw[name] = unquoted(rest.slice(valueStart, found[index + 1]?.start ?? rest.length).trim());
  });
  if (leading === '') return raw;
  const chosen = Object.entries(options).find(
    ([, option]) =>
      option.type === 'string' && option.choices?.some(({ value }) => value === leading.toLowerCase()),
  );
  const [first] = names;
  const misnamed = /^(\p{L}+)\s*[:：]\s*(.*)$/su.exec(leading);
  if (chosen) raw[chosen[0]] ??= leading;
  else if (misnamed?.[1] && !(first && options[first]?.required)) raw[misnamed[1]] = misnamed[2] ?? '';
  else if (first) raw[first] ??= unquoted(leading);
  return raw;
}

export interface FoundOption {
  readonly name: string;
  /** Where the option's name starts, and where its value does. */
  readonly start: number;
  readonly valueStart: number;
}

/** Where the options of a command stand in what was typed, in order. */
export function findOptions(text: string, names: readonly string[]): FoundOption[] {
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<=^|\\s)(${names.join('|')})\\s*[:：]\\s*`, 'gi');
  return [...text.matchAll(pattern)].map((match) => ({
    name: (match[1] ?? '').toLowerCase(),
    start: match.index,
    valueStart: match.index + match[0].length,
  }));
}

/** A value without the quotation marks that a reader of terminals may put around it. */
function unquoted(value: string): string {
  return /^"([^"]*)"$/.exec(value)?.[1] ?? /^“([^“”]*)”$/.exec(value)?.[1] ?? value;
}
