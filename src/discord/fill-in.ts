import { ApplicationCommandType, type Client, Events, InteractionType } from 'discord.js';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** What discord.js reads without looking whether it is there, per event; the documentation's own examples leave it out. */
const TAKEN_FOR_GRANTED: Readonly<Record<string, (data: Fields) => Fields>> = {
  READY: ({ user }) => ({ application: user }),
  INTERACTION_CREATE: ({ type }) => ({
    entitlements: [],
    authorizing_integration_owners: {},
    ...(type === InteractionType.MessageComponent && { message: {} }),
  }),
};

/**
 * Fills in what an event lacks before discord.js reads it. It would throw there, out of reach of whoever answers, and
 * so one incomplete event from a proxy or a stand-in for Discord would end the bot.
 */
export function fillIn(client: Client): void {
  // discord.js hands the same object to its own readers after this.
  client.on(Events.Raw, (event: { readonly t?: unknown; readonly d?: unknown }) => {
    const { t: name, d: data } = event;
    if (typeof name !== 'string' || !isFields(data)) return;
    const missing = TAKEN_FOR_GRANTED[name]?.(data) ?? {};
    for (const [field, value] of Object.entries(missing)) data[field] ??= value;
    // A command of no told type is a slash command, as in the list of commands.
    const isCommand = name === 'INTERACTION_CREATE' && data.type === InteractionType.ApplicationCommand;
    if (isCommand && isFields(data.data)) data.data.type ??= ApplicationCommandType.ChatInput;
  });
}
