import { Client, Options } from 'discord.js';
import type { Config } from '../config.ts';
import { fillIn } from './fill-in.ts';

/**
 * A client that asks for nothing: interactions arrive without any intent, mentions in an article's words ping nobody,
 * and since every interaction brings what is needed to answer it, next to nothing is kept in memory.
 */
export function makeClient({ apiUrl }: Pick<Config, 'apiUrl'>): Client {
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildMemberManager: 0,
      GuildMessageManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    // What answers interactions is outside of the global limit of 50 requests a second that discord.js keeps to, and the
    // bot sends nothing else (https://docs.discord.com/developers/interactions/receiving-and-responding).
    rest: { api: apiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
  });
  fillIn(client);
  return client;
}
