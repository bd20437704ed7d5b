import { parseArgs } from 'node:util';
import { DiscordAPIError, HTTPError, REST } from 'discord.js';
import { commands } from '../../commands/index.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { apiOf } from './api.ts';
import { definitionsOf } from './definitions.ts';
import { differencesOf } from './difference.ts';
import { applicationIdOf, registeredCommands, scopeOf, writeCommands } from './registry.ts';

const USAGE = `Usage: npm run register -- [--dry-run] [--clear]
  --dry-run  print what would change and write nothing
  --clear    remove every command`;

/** `npm run register`: tells Discord of the commands, if it does not know them as they are. Returns the exit status. */
export function runRegister(args: readonly string[]): Promise<number> {
  return register(args, () => readConfig(process.env), console.log, console.error);
}

/** Registers and tells what it did, line by line. Returns the exit status; throws nothing. */
export async function register(
  args: readonly string[],
  config: () => Config,
  say: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  let isForServer = false;
  try {
    const flags = readFlags(args);
    const settings = config();
    isForServer = settings.guildId !== undefined;
    await update(flags, settings, say);
    return 0;
  } catch (error) {
    complain(sentenceFor(error, isForServer));
    return 1;
  }
}

class UsageError extends Error {}

interface Flags {
  readonly dryRun: boolean;
  readonly clear: boolean;
}

function readFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean' }, clear: { type: 'boolean' } },
    });
    return { dryRun: values['dry-run'] === true, clear: values.clear === true };
  } catch {
    throw new UsageError(USAGE);
  }
}

async function update({ dryRun, clear }: Flags, config: Config, say: (text: string) => void): Promise<void> {
  const rest = new REST({ api: await apiOf(config) }).setToken(config.token);
  const scope = scopeOf(config, await applicationIdOf(rest));
  const place = scope.kind === 'guild' ? `for the server of DISCORD_GUILD_ID` : 'for every server and person';
  const wanted = clear ? [] : definitionsOf(commands, scope.kind);
  const differences = differencesOf(await registeredCommands(rest, scope), wanted, scope.kind === 'global');
  if (differences.length === 0) {
    say(`Nothing to do: ${countOf(wanted)} registered ${place}.`);
    return;
  }
  say(differences.join('\n'));
  if (dryRun) {
    say(`Nothing was written. Without --dry-run this is done ${place}.`);
    return;
  }
  await writeCommands(rest, scope, wanted);
  const reload = scope.kind === 'global' ? ' Reload Discord (Ctrl+R) to see it.' : '';
  say(`Done: ${countOf(wanted)} registered ${place}.${reload}`);
}

const countOf = ({ length }: readonly unknown[]) =>
  length === 0 ? 'no command is' : `${length} commands are`;

function sentenceFor(error: unknown, isForServer: boolean): string {
  if (error instanceof UsageError || error instanceof ConfigError) return error.message;
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) {
      return 'Discord refused the token. Copy a new one into DISCORD_TOKEN: https://discord.com/developers/applications → your application → Bot → Reset Token.';
    }
    if (isForServer && (error.status === 403 || error.status === 404)) {
      return 'Discord does not let this application write commands for that server. Check DISCORD_GUILD_ID, and that the bot was added to the server with the scope applications.commands.';
    }
    return `Discord refused ${error.method} of the commands (HTTP ${error.status}, code ${error.code}): ${error.message}`;
  }
  if (error instanceof HTTPError) return `Discord answered HTTP ${error.status}. Try again later.`;
  const cause =
    error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
  return `Discord could not be reached (${cause}). Check the connection, and DISCORD_API_URL if it is set.`;
}
