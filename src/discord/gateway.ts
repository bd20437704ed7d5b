import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import type { Log } from './log.ts';

export const TOKEN_REFUSED =
  'Discord refused the token. Copy a new one into DISCORD_TOKEN: https://discord.com/developers/applications → your application → Bot → Reset Token';

/** Close codes after which Discord refuses every new attempt: trying again would only use up the day's 1,000 logins. */
const FATAL: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard that it had recommended. Start again later',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants more shards for so many servers. Start again',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer knows this version of its interface. Update discord.js',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord refused the intents, though none was asked for. Update discord.js',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refused an intent, though none was asked for. Update discord.js',
};

/** Logs in a line each how the connection fares. discord.js resumes it by itself; where it cannot, `fail` is called. */
export function followGateway(client: Client, log: Log, fail: (sentence: string) => void): void {
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.info({ shard, code }, 'Disconnected from Discord');
    const sentence = FATAL[code];
    if (sentence) fail(sentence);
  });
  // discord.js tries twice a second; an outage of an hour is worth one line.
  const away = new Set<number>();
  client.on(Events.ShardReconnecting, (shard) => {
    if (!away.has(shard)) log.info({ shard }, 'Reconnecting to Discord');
    away.add(shard);
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    away.delete(shard);
    log.info({ shard, replayed }, 'Resumed');
  });
  client.on(Events.ShardReady, (shard) => {
    if (away.delete(shard)) log.info({ shard }, 'Connected anew');
  });
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, err: error }, 'Connection error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reports an error'));
}
