// Compares registered commands with those there should be.
import type { Definition } from './definitions.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What Discord adds to a command that it was told of. */
const GIVEN_BY_DISCORD = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'default_permission',
  'default_member_permissions',
  'dm_permission',
  'nsfw',
  'handler',
  // Beside the full maps of translations, what was chosen from them for the language of the request.
  'name_localized',
  'description_localized',
]);

/** Every value in a command under its path, such as `options.question.max_length`, without what says nothing. */
function* valuesIn(value: unknown, path: string): Generator<[string, string]> {
  if (value === null || value === undefined || value === false || value === '') return;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) {
      if (value.length > 0) yield [path, [...value].sort().join(', ')];
      return;
    }
    for (const [index, item] of value.entries()) {
      const name = (item as { readonly name?: unknown }).name;
      // Options and choices are shown in their order, so the order counts too.
      yield* valuesIn({ position: index + 1, ...(item as object) }, `${path}.${String(name ?? index)}`);
    }
    return;
  }
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (!GIVEN_BY_DISCORD.has(key)) yield* valuesIn(inner, path ? `${path}.${key}` : key);
    }
    return;
  }
  yield [path, JSON.stringify(value)];
}

/** A command's description in a listing is empty for message commands, and scopes are listed for global ones only. */
function flatten(command: object, isGlobal: boolean): Map<string, string> {
  const { integration_types, contexts, ...rest } = command as { integration_types?: Json; contexts?: Json };
  return new Map(valuesIn(isGlobal ? { ...rest, integration_types, contexts } : rest, ''));
}

const nameOf = ({ type, name }: { readonly type?: unknown; readonly name: string }) =>
  type === 3 ? `“${name}”` : `/${name}`;
const keyOf = (command: { readonly type?: unknown; readonly name: string }) =>
  `${command.type ?? 1} ${command.name}`;

/**
 * How the commands that Discord has (`before`, listed with localizations) differ from those it should have, a line for
 * each difference: `+` new, `-` gone, `~` changed with what changed. Empty if nothing has to be written.
 */
export function differencesOf(
  before: readonly { readonly name: string; readonly type?: unknown }[],
  after: readonly Definition[],
  isGlobal: boolean,
): string[] {
  const lines: string[] = [];
  const registered = new Map(before.map((command) => [keyOf(command), command]));
  for (const command of after) {
    const old = registered.get(keyOf(command));
    registered.delete(keyOf(command));
    if (!old) {
      lines.push(`+ ${nameOf(command)}`);
      continue;
    }
    const was = flatten(old, isGlobal);
    const is = flatten(command, isGlobal);
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
      (path) => was.get(path) !== is.get(path),
    );
    if (changed.length === 0) continue;
    lines.push(`~ ${nameOf(command)}`);
    for (const path of changed)
      lines.push(`    ${path}: ${was.get(path) ?? 'none'} → ${is.get(path) ?? 'none'}`);
  }
  return [...lines, ...[...registered.values()].map((command) => `- ${nameOf(command)}`)];
}
