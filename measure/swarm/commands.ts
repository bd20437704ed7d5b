// Interactions of made-up readers and moderators, as Discord writes them.
import type { Discord, Sent } from './discord.ts';
import { snowflake } from './discord.ts';
import { serverId } from './libraries.ts';

/** What every interaction in a server has. Each is of another reader, so that nobody is too quick. */
function inServer(discord: Discord, scope: number, type: number, data: object, more: object = {}): Sent {
  const server = serverId(scope);
  const user = snowflake();
  return {
    id: snowflake(),
    application_id: discord.applicationId,
    type,
    token: `swarm-${snowflake()}`,
    version: 1,
    data,
    guild_id: server,
    channel_id: server,
    locale: 'en-US',
    context: 0,
    authorizing_integration_owners: { 0: server },
    member: { user: { id: user, username: 'reader' }, roles: [], permissions: '32' },
    ...more,
  };
}

const option = (name: string, value: string, more = {}) => ({ type: 3, name, value, ...more });

export const ask = (discord: Discord, scope: number, question: string) =>
  inServer(discord, scope, 2, { id: '1', type: 1, name: 'ask', options: [option('question', question)] });

export const summary = (discord: Discord, scope: number) =>
  inServer(discord, scope, 2, { id: '2', type: 1, name: 'summary', options: [] });

export const sources = (discord: Discord, scope: number) =>
  inServer(discord, scope, 2, { id: '3', type: 1, name: 'sources', options: [] });

export const typing = (discord: Discord, scope: number, typed: string) =>
  inServer(discord, scope, 4, {
    id: '1',
    type: 1,
    name: 'ask',
    options: [option('question', typed, { focused: true })],
  });

/** A press of a button under a message that was shown to whoever presses. */
export function press(
  discord: Discord,
  scope: number,
  customId: string,
  components: unknown,
  by: Sent,
): Sent {
  const { user } = by.member as { user: object };
  return inServer(
    discord,
    scope,
    3,
    { custom_id: customId, component_type: 2 },
    {
      member: by.member,
      message: {
        id: snowflake(),
        channel_id: serverId(scope),
        type: 20,
        content: '',
        author: { id: discord.applicationId, bot: true },
        application_id: discord.applicationId,
        components,
        flags: 64,
        interaction_metadata: { id: by.id, type: 2, user },
      },
    },
  );
}

/** `/article`, with options that are texts or files. */
export function article(
  discord: Discord,
  scope: number,
  subcommand: string,
  options: Readonly<Record<string, string | ReturnType<Discord['attach']>>>,
): Sent {
  const files = Object.values(options).filter((value) => typeof value !== 'string');
  const sent = Object.entries(options).map(([name, value]) =>
    typeof value === 'string' ? option(name, value) : { type: 11, name, value: value.id },
  );
  return inServer(discord, scope, 2, {
    id: '4',
    type: 1,
    name: 'article',
    options: [{ type: 1, name: subcommand, options: sent }],
    resolved: { attachments: Object.fromEntries(files.map((file) => [file.id, file])) },
  });
}

/** The id of the button with a label in what was shown; undefined where there is none. */
export function buttonIn(shown: string, label: string): string | undefined {
  const at = shown.indexOf(`"label":"${label}"`);
  if (at < 0) return undefined;
  // Of one button both stand between the same braces.
  const from = shown.lastIndexOf('{', at);
  const object = shown.slice(from, shown.indexOf('}', at) + 1);
  return /"custom_id":"([^"]+)"/.exec(object)?.[1];
}

/** The components of what was shown first. */
export function componentsIn(shown: string): unknown {
  const read = JSON.parse(shown.split('\n')[0] ?? '{}');
  return (read.data ?? read).components ?? [];
}
