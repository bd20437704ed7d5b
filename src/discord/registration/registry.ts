// Reads and writes registered commands.
import type { REST } from '@discordjs/rest';
import { type APIApplicationCommand, Routes } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Config } from '../../config.ts';
import { Refused, UnexpectedAnswer } from '../failures.ts';
import type { Definition } from './definitions.ts';

/** Where commands are registered: one server's, or everyone's. Never both, or each command would show twice. */
export interface Scope {
  readonly kind: 'global' | 'guild';
  readonly route: `/${string}`;
}

export function scopeOf({ guildId }: Pick<Config, 'guildId'>, applicationId: string): Scope {
  return guildId
    ? { kind: 'guild', route: Routes.applicationGuildCommands(applicationId, guildId) }
    : { kind: 'global', route: Routes.applicationCommands(applicationId) };
}

const identified = z.looseObject({ id: z.string().regex(/^\d+$/) });
const listed = z.array(z.looseObject({ name: z.string() }));

/** The id of the application that the token belongs to. */
export async function applicationIdOf(rest: REST): Promise<string> {
  try {
    return read(identified, await rest.get(Routes.currentApplication())).id;
  } catch (error) {
    // A proxy or a stand-in for Discord may lack that address; a bot's user has the same id as its application.
    const isRefused = error instanceof Refused || error instanceof UnexpectedAnswer;
    if (!isRefused || error.status === 401 || error.status < 400) throw error;
    return read(identified, await rest.get(Routes.user())).id;
  }
}

/** The commands as registered, with every language: without asking for those, Discord leaves them out. */
export async function registeredCommands(rest: REST, { route }: Scope): Promise<APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const commands = read(listed, await rest.get(route, { query }));
  // Compared value by value, so that their types are of no account.
  return commands as unknown as APIApplicationCommand[];
}

/** Replaces every registered command, of every type. Of 200 creations a day only new names count. */
export async function writeCommands(
  rest: REST,
  { route }: Scope,
  definitions: readonly Definition[],
): Promise<void> {
  read(listed, await rest.put(route, { body: definitions }));
}

/** @throws UnexpectedAnswer where an answer is not of the form that Discord gives it. */
function read<T>(form: z.ZodType<T>, body: unknown): T {
  const parsed = form.safeParse(body);
  if (!parsed.success) throw new UnexpectedAnswer(200);
  return parsed.data;
}
