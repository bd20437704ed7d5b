import type { Command, Option, Session } from '../../commands/command.ts';
import { consoleName, findOptions } from './line.ts';

/** Offers for the end of a line, and how much of the line they replace: what Node's readline asks for. */
export type Completion = [offers: string[], replaced: string];

/** Completes a line from where Discord takes its offers too: the options of each command. */
export function complete(line: string, commands: readonly Command[], session: Session): Completion {
  if (!/^[/／]/.test(line)) return completeQuestion(line, commands, session);
  const [, name = '', space = '', rest = ''] = /^[/／](\S*)(\s*)([\s\S]*)$/.exec(line) ?? [];
  if (space === '') {
    const offers = [...commands.map(consoleName), 'help', 'quit'].map((offer) => `/${offer} `);
    return [offers.filter((offer) => offer.startsWith(`/${name.toLowerCase()}`)), line];
  }
  const command = commands.find((candidate) => consoleName(candidate) === name.toLowerCase());
  if (command?.kind !== 'slash') return [[], line];
  const names = Object.keys(command.options);
  const found = findOptions(rest, names);
  const current = found.at(-1) ?? { name: names[0] ?? '', valueStart: 0 };
  const typed = rest.slice(current.valueStart);
  const chosen = Object.fromEntries(
    found.map(({ name: option, valueStart }, index) => [
      option,
      rest.slice(valueStart, found[index + 1]?.start ?? rest.length).trim(),
    ]),
  );
  const option = command.options[current.name];
  const values = option ? valuesOf(option, typed, chosen, session) : [];
  const last = /\S*$/.exec(typed)?.[0] ?? '';
  const free = names.filter((offer) => !found.some(({ name: used }) => used === offer));
  const optionNames = free
    .filter((offer) => offer.startsWith(last.toLowerCase()))
    .map((offer) => `${offer}: `);
  if (found.length > 0 && values.length > 0) return [values, typed];
  return optionNames.length > 0 ? [optionNames, last] : [values, typed];
}

/** A line without a slash is a question. What all offers keep of it is not shown again in each of them. */
function completeQuestion(line: string, commands: readonly Command[], session: Session): Completion {
  const [ask] = commands;
  const option = ask?.kind === 'slash' ? Object.values(ask.options)[0] : undefined;
  const offers = option ? valuesOf(option, line, {}, session) : [];
  let kept = /^[\s\S]*\s/.exec(line)?.[0] ?? '';
  while (!offers.every((offer) => offer.startsWith(kept)))
    kept = /^[\s\S]*\s(?=\S+\s$)/.exec(kept)?.[0] ?? '';
  return [offers.map((offer) => offer.slice(kept.length)), line.slice(kept.length)];
}

function valuesOf(
  option: Option,
  typed: string,
  chosen: Readonly<Record<string, string>>,
  session: Session,
): string[] {
  if (option.type === 'boolean')
    return ['yes', 'no'].filter((offer) => offer.startsWith(typed.toLowerCase()));
  if (option.choices) {
    const values = option.choices.map(({ value }) => value);
    return values.filter((value) => value.startsWith(typed.toLowerCase()));
  }
  const values = (option.complete?.(typed, chosen, session) ?? []).map(({ value }) => value);
  const started = values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()));
  return started.length > 0 ? started : values;
}
