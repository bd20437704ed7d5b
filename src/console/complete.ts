// Completes what is typed, for the Tab key.
import type { Command, Option, Options, Session, SlashCommand } from '../../commands/command.ts';
import { MEANT_FOR_CHAT } from './help.ts';
import { consoleName, namesOf } from './line.ts';
import { findOptions, nameOfOption } from './option-text.ts';

/**
 * Offers for the end of a line, and which end of the line they extend: what Node's readline asks for. It writes what all offers have in
 * common, and replaces what is typed where that is no beginning of it; so each offer begins with what is typed, letter for letter, and
 * where nothing of a word is typed, offers have nothing in common and are listed alone.
 */
export type Completion = [offers: string[], typed: string];

/** Beside it offers have nothing in common, and in a list of them it is not seen. */
const BLANK = ' ';

/** Completes a line from where Discord takes its offers too: the options of each command. */
export function complete(line: string, commands: readonly Command[], session: Session): Completion {
  const [, start, name = '', space = '', rest = ''] = /^([/／])(\S*)(\s*)([\s\S]*)$/.exec(line) ?? [];
  if (start === undefined) {
    const ask = commands.find((command) => command.kind === 'slash');
    const [first] = Object.values(ask?.options ?? {});
    return first ? withinQuestion(line, valuesOf(first, line, {}, session), []) : [[], line];
  }
  if (space === '') {
    const names = [...commands.flatMap(name === '' ? consoleName : namesOf), 'help', 'quit'];
    const offers = names.flatMap((offer) => extending(name, `${offer} `));
    return [[...new Set(offers)].map((offer) => start + offer), line];
  }
  const command = commands.find((candidate) => namesOf(candidate).includes(name.toLowerCase()));
  return command?.kind === 'slash' ? withinOptions(rest, command, session) : [[], line];
}

function withinOptions(rest: string, { options }: SlashCommand, session: Session): Completion {
  const found = findOptions(rest, options);
  const current = found.at(-1);
  const chosen = Object.fromEntries(
    found.map(({ name, valueStart }, index) => [
      name,
      rest.slice(valueStart, found[index + 1]?.start ?? rest.length).trim(),
    ]),
  );
  const typed = rest.slice(current?.valueStart ?? 0);
  const names = Object.keys(options).filter(
    (name) => !MEANT_FOR_CHAT.includes(name) && !found.some((used) => used.name === name),
  );
  const [first = ''] = Object.keys(options);
  if (options[first]?.required && (current?.name ?? first) === first) {
    const values = valuesOf(options[first], typed, chosen, session);
    return withinQuestion(typed, values, names.slice(names.indexOf(first) + 1).map(asTyped));
  }
  const named = current && options[current.name];
  if (named && typed === '') return listed(valuesOf(named, '', chosen, session));
  // The value may have several words, and of what is not marked the last words alone may be one.
  for (const at of wordStarts(typed)) {
    const begun = typed.slice(at);
    const before = nameBefore(typed.slice(0, at), options);
    const isValue = at === 0 && named !== undefined;
    const asked = isValue ? [named] : optionsIn(before === undefined ? names : [before], options);
    const values = asked.flatMap((option) => valuesOf(option, begun, chosen, session));
    if (begun === '') return listed(before === undefined ? names.map(asTyped) : values);
    const isName = before === undefined && !isValue && !/\s/.test(begun);
    const offers = [...values, ...(isName ? names.map(asTyped) : [])].flatMap((offer) =>
      extending(begun, offer),
    );
    if (offers.length > 0) return fromLastWord(begun, offers);
  }
  return [[], rest];
}

/** Offers for a question, of which each is the whole: what extends it, else all to choose from. */
function withinQuestion(typed: string, values: readonly string[], names: readonly string[]): Completion {
  const last = /\S*$/.exec(typed)?.[0] ?? '';
  const begun = last === '' ? [] : names.flatMap((name) => extending(last, name));
  const kept = typed.slice(0, typed.length - last.length);
  const offers = [...values.flatMap((value) => extending(typed, value)), ...begun.map((name) => kept + name)];
  return offers.length > 0 ? fromLastWord(typed, offers) : listed(values);
}

/** Offers without the words that all of them keep. */
function fromLastWord(typed: string, offers: readonly string[]): Completion {
  const last = /\S*$/.exec(typed)?.[0] ?? '';
  const further = offers.map((offer) => offer.slice(typed.length - last.length));
  return last === '' ? listed(further) : [[...new Set(further)], last];
}

/** Offers to choose from, of which readline writes none. */
function listed(offers: readonly string[]): Completion {
  return [offers.length > 0 ? [...new Set(offers), BLANK] : [], ''];
}

/** What is typed, continued as the offer goes on; nothing where the offer begins otherwise. */
function extending(typed: string, offer: string): string[] {
  const isBegun = offer.slice(0, typed.length).toLowerCase() === typed.toLowerCase();
  return isBegun && offer.length > typed.length ? [typed + offer.slice(typed.length)] : [];
}

function valuesOf(
  option: Option,
  typed: string,
  chosen: Readonly<Record<string, string>>,
  session: Session,
): string[] {
  if (option.type === 'boolean') return ['yes', 'no'];
  if (option.choices) return option.choices.map(({ value }) => value);
  const choices = option.complete?.(typed, chosen, session) ?? [];
  // A title that was shortened to be shown names nothing.
  const titles = choices.map(({ name }) => (typeof name === 'string' && typed !== '' ? name : '…'));
  return [...choices.map(({ value }) => value), ...titles.filter((title) => !title.endsWith('…'))];
}

/** Where the words of a text start, and its end where none is begun there. */
function wordStarts(text: string): number[] {
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  return text === '' || /\s$/.test(text) ? [...starts, text.length] : starts;
}

/** The option whose name is the last word of a text. */
function nameBefore(text: string, options: Options): string | undefined {
  const word = /(\p{L}+)\s+$/u.exec(text)?.[1];
  return word === undefined ? undefined : nameOfOption(word, options);
}

function optionsIn(names: readonly string[], options: Options): Option[] {
  return names.flatMap((name) => options[name] ?? []);
}

const asTyped = (name: string) => `${name}: `;
