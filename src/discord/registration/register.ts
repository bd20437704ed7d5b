// npm run register: tells Discord which commands there are.
import type { REST } from '@discordjs/rest';
import { commands, moderationCommands } from '../../../commands/index.ts';
import { ConfigError, readConfig, type TokenConfig } from '../../config.ts';
import { visible } from '../../corpus/characters.ts';
import { passingReason, RateLimited, Refused, UnexpectedAnswer } from '../failures.ts';
import { apiOf } from '../transport/api.ts';
import { TOKEN_REFUSED } from '../transport/gateway.ts';
import { makeRest } from '../transport/rest.ts';
import { durationOf, REGISTRATION, type Tell, withRetries } from '../transport/retry.ts';
import { definitionsOf } from './definitions.ts';
import { differencesOf } from './difference.ts';
import { applicationIdOf, registeredCommands, scopeOf, writeCommands } from './registry.ts';

/** What registration should do. */
export interface Wishes {
  /** Write nothing. */
  readonly dryRun: boolean;
  /** Remove every command. */
  readonly clear: boolean;
}

/** `npm run register`: tells Discord of the commands, if it does not know them as they are. Returns the exit status. */
export function runRegister(wishes: Wishes): Promise<number> {
  return register(wishes, () => readConfig(process.env), console.log, console.error);
}

/** Registers and tells what it did, line by line. Returns the exit status; throws nothing. */
export async function register(
  wishes: Wishes,
  config: () => TokenConfig,
  say: Tell,
  complain: Tell,
): Promise<number> {
  let isForServer = false;
  try {
    const settings = config();
    isForServer = settings.guildId !== undefined;
    await update(wishes, settings, say, complain);
    return 0;
  } catch (error) {
    complain(sentenceFor(error, isForServer));
    return 1;
  }
}

async function update(
  { dryRun, clear }: Wishes,
  config: TokenConfig,
  say: Tell,
  complain: Tell,
): Promise<void> {
  const rest = makeRest(await apiOf(config)).setToken(config.token);
  const patiently = <T>(work: (rest: REST) => Promise<T>) =>
    withRetries('The registration', () => work(rest), REGISTRATION, complain);
  const scope = scopeOf(config, await patiently(applicationIdOf));
  const place = scope.kind === 'guild' ? `for the server of DISCORD_GUILD_ID` : 'for every server and person';
  const wanted = clear ? [] : definitionsOf([...commands, ...moderationCommands], scope.kind);
  const registered = await patiently(() => registeredCommands(rest, scope));
  const differences = differencesOf(registered, wanted, scope.kind === 'global');
  if (differences.length === 0) {
    say(`Nothing to do: ${countOf(wanted)} registered ${place}.`);
    return;
  }
  // Names come from Discord, and could write on the terminal.
  say(differences.map(visible).join('\n'));
  if (dryRun) {
    say(`Nothing was written. Without --dry-run this is done ${place}.`);
    return;
  }
  await patiently(() => writeCommands(rest, scope, wanted));
  const reload = scope.kind === 'global' ? ' Reload Discord (Ctrl+R) to see it.' : '';
  say(`Done: ${countOf(wanted)} registered ${place}.${reload}`);
}

const countOf = ({ length }: readonly unknown[]) =>
  length === 0 ? 'no command is' : `${length} commands are`;

function sentenceFor(error: unknown, isForServer: boolean): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Refused) {
    if (error.status === 401) return `${TOKEN_REFUSED}.`;
    if (isForServer && (error.status === 403 || error.status === 404)) {
      return 'Discord does not let this application write commands for that server. Check DISCORD_GUILD_ID, and that the bot was added to the server with the scope applications.commands.';
    }
    return `Discord refused ${error.method} of the commands (HTTP ${error.status}, code ${error.code}): ${visible(error.message)}`;
  }
  if (error instanceof UnexpectedAnswer) {
    return `Something that is not Discord answered (HTTP ${error.status}), such as the sign-in page of a network. Open a web page to see whether the connection is free, check DISCORD_API_URL if it is set, and run this again.`;
  }
  if (error instanceof RateLimited) {
    const wait = error.waitMs === undefined ? 'some minutes' : durationOf(error.waitMs);
    return `Discord answered that it is asked too often (HTTP 429). Run this again in ${wait}.`;
  }
  const reason = passingReason(error);
  if (reason?.startsWith('Discord answered')) return `${reason}. Try again later.`;
  const cause =
    reason ?? `Discord could not be reached (${error instanceof Error ? error.message : 'unknown'})`;
  return `${cause}. Check the connection, and DISCORD_API_URL if it is set.`;
}
