/** What a client says of itself when it logs in (opcode 2). */
export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT, which the owner of an application must ask for. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
/** Bits 0 to 16, 20, 21, 24 and 25 (https://docs.discord.com/developers/events/gateway#list-of-intents). */
const ALL_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;

/** The close code that turns this client away, if any. */
export function closeCodeFor({ token, intents }: Identify, rightToken: string): number | undefined {
  if (token !== rightToken) return 4004;
  if (!Number.isInteger(intents) || (intents & ~ALL_INTENTS) !== 0) return 4013;
  return (intents & PRIVILEGED) === 0 ? undefined : 4014;
}
