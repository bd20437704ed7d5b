import { type APIApplicationCommand, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Config } from '../config.ts';
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

/** The id of the application that the token belongs to. */
export async function applicationIdOf(rest: REST): Promise<string> {
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
    return id;
  } catch (error) {
    // A proxy or a stand-in for Discord may lack that address; a bot's user has the same id as its application.
    if (!(error instanceof DiscordAPIError) || error.status === 401) throw error;
    const { id } = (await rest.get(Routes.user())) as { readonly id: string };
    return id;
  }
}

/** The commands as registered, with every language: without asking for those, Discord leaves them out. */
export async function registeredCommands(rest: REST, { route }: Scope): Promise<APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return (await rest.get(route, { query })) as APIApplicationCommand[];
}

/** Replaces every registered command, of every type. Of 200 creations a day only new names count. */
export async function writeCommands(
  rest: REST,
  { route }: Scope,
  definitions: readonly Definition[],
): Promise<void> {
  await rest.put(route, { body: definitions });
}
