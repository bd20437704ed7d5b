// Reads the options of a command as Discord or the console sent them.
import { echo } from '../src/reply/echo.ts';
import { typedFor } from '../src/reply/locale.ts';
import type { Words } from '../src/reply/words.ts';
import type { Result } from '../src/result.ts';
import { foldName } from '../src/search/search.ts';
import type { Options, SlashCommand, StringOption, Values } from './command.ts';

/**
 * Reads what somebody sent as a command's options: Discord sends text and booleans, the console sends text alone.
 * Anything unknown, missing, of the wrong type, too long or not among the choices comes back as a sentence.
 */
export function readOptions<O extends Options>(
  command: Pick<SlashCommand<O>, 'name' | 'options'>,
  raw: Readonly<Record<string, unknown>>,
  words: Words,
): Result<Values<O>> {
  const names = Object.keys(command.options);
  for (const name of Object.keys(raw)) {
    if (names.includes(name)) continue;
    const problem =
      names.length > 0 ? words.options.unknown(echo(name, 50), names) : words.options.none(command.name);
    return { problem };
  }
  const values: Record<string, string | boolean> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const sent = raw[name];
    if (sent === undefined || sent === null) {
      if (option.required) return { problem: words.options.required(name, usageOf(command)) };
      continue;
    }
    const read =
      option.type === 'boolean' ? readBoolean(name, sent, words) : readString(name, option, sent, words);
    if ('problem' in read) return read;
    values[name] = read.value;
  }
  // Each value was checked against its own option, which is more than the type system can follow.
  return { value: values as Values<O> };
}

/** `/ask question: …`: the least a command can be called with. */
function usageOf({ name, options }: Pick<SlashCommand, 'name' | 'options'>): string {
  const required = Object.entries(options).filter(([, option]) => option.required);
  return [`/${name}`, ...required.map(([option]) => `${option}: …`)].join(' ');
}

const YES = typedFor('yes');
const NO = typedFor('no');

function readBoolean(name: string, sent: unknown, words: Words): Result<boolean> {
  if (typeof sent === 'boolean') return { value: sent };
  const typed = typeof sent === 'string' ? foldName(sent) : '';
  if (YES.includes(typed)) return { value: true };
  if (NO.includes(typed)) return { value: false };
  return { problem: words.options.notBoolean(name, echo(String(sent), 50)) };
}

function readString(name: string, option: StringOption, sent: unknown, words: Words): Result<string> {
  if (typeof sent !== 'string') return { problem: words.options.notText(name) };
  if (option.choices) {
    const typed = foldName(sent);
    const choice = option.choices.find(({ name: shown, value }) =>
      [value, ...(typeof shown === 'string' ? [shown] : Object.values(shown))].some(
        (accepted) => foldName(accepted) === typed,
      ),
    );
    if (choice) return { value: choice.value };
    const accepted = option.choices.map(({ value }) => value);
    return { problem: words.options.notAChoice(name, echo(sent, 50), accepted) };
  }
  if (option.maxLength !== undefined && sent.length > option.maxLength) {
    return { problem: words.options.tooLong(name, sent.length, option.maxLength) };
  }
  return { value: sent };
}
