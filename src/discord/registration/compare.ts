// Says at startup whether commands must be registered anew.
import type { REST } from '@discordjs/rest';
import { commands, moderationCommands } from '../../../commands/index.ts';
import type { Log } from '../log.ts';
import { COMPARISON, withRetries } from '../transport/retry.ts';
import { definitionsOf } from './definitions.ts';
import { differencesOf } from './difference.ts';
import { registeredCommands, type Scope } from './registry.ts';

/** Logs a line where the registered commands are not those of this version. */
export async function compareCommands(rest: REST, scope: Scope, log: Log): Promise<void> {
  const registered = await withRetries(
    'The comparison of commands',
    () => registeredCommands(rest, scope),
    COMPARISON,
    (sentence) => log.warn(sentence),
  );
  const wanted = definitionsOf([...commands, ...moderationCommands], scope.kind);
  if (differencesOf(registered, wanted, scope.kind === 'global').length > 0) {
    log.warn('The registered commands are not those of this version: run `npm run register`');
  }
}
