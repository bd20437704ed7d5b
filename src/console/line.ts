// Reads one typed line.
import type { Command } from '../../commands/command.ts';
import { typedFor } from '../reply/locale.ts';
import { meantBy } from './meant.ts';
import { nameOfOption } from './option-text.ts';

/** What a reader typed. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'number'; readonly typed: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  /** `near` are the names of what may have been meant, where that is more than one. */
  | { readonly kind: 'unknown'; readonly name: string; readonly near: readonly string[] }
  | { readonly kind: 'command'; readonly command: Command; readonly rest: string };

/** Words that people type to find out what they can type, or to leave; a question has more than these. */
const HELP = typedFor('help');
const QUIT = typedFor('quit');

/** Reads a line: a command after a slash, also one that is shortened or misspelt, a number to press, or else a question. */
export function readLine(typed: string, commands: readonly Command[]): Line {
  const line = typed.trim().replace(/^[/／]\s*/, '/');
  if (line === '') return { kind: 'nothing' };
  const folded = line.normalize('NFKC').toLowerCase();
  // Neither takes options, so what follows it (`/help ask`) is passed over.
  const asked = folded.startsWith('/') ? (folded.split(/\s/)[0] ?? folded) : folded;
  if (HELP.includes(asked)) return { kind: 'help' };
  if (QUIT.includes(asked)) return { kind: 'quit' };
  const [, number] = /^\/?(\d{1,3})$/.exec(folded) ?? [];
  if (number !== undefined) return { kind: 'number', typed: number };
  if (!line.startsWith('/')) return { kind: 'question', text: line };
  const [, name = '', rest = ''] = /^\/\s*([^\s:：]*)[:：]?\s*([\s\S]*)$/.exec(line) ?? [];
  const known: readonly Named[] = [
    ...commands.map((command) => ({
      name: consoleName(command),
      names: namesOf(command),
      line: { kind: 'command', command, rest } as const,
    })),
    { name: 'help', names: HELP.map(bare), line: { kind: 'help' } },
    { name: 'quit', names: QUIT.map(bare), line: { kind: 'quit' } },
  ];
  const meant = meantBy(
    name,
    known.flatMap(({ names }) => names),
  );
  const near = known.filter(({ names }) => names.some((one) => meant.includes(one)));
  const [only, another] = near;
  if (near.length === 0) {
    const [owner, other] = commands.flatMap((command) => {
      const option = command.kind === 'slash' ? nameOfOption(name, command.options) : undefined;
      return option === undefined ? [] : [{ command, option }];
    });
    // `/note 4`
    if (owner && !other) return { kind: 'command', command: owner.command, rest: `${owner.option}: ${rest}` };
  }
  return only && !another ? only.line : { kind: 'unknown', name, near: near.map((one) => one.name) };
}

/** What can be typed after a slash, what else it is called, and what it is read as. */
interface Named {
  readonly name: string;
  readonly names: readonly string[];
  readonly line: Line;
}

const bare = (typed: string) => typed.replace(/^\//, '');

/** What a command may be called in the console: its name, or its label in any language. */
export function namesOf(command: Command): string[] {
  return [consoleName(command), ...Object.values(command.label)].map((name) => name.toLowerCase());
}

/** The word after the slash: a message command has a name of several words, of which the first is typed. */
export function consoleName({ name }: Command): string {
  return (name.split(' ')[0] ?? name).toLowerCase();
}
