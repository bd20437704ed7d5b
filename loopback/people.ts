// Users, with ids as Discord makes them.
import type { User } from './wire.ts';

const DISCORD_EPOCH = 1_420_070_400_000n;
let issued = 0n;

/** A new id: milliseconds since 2015 above 22 bits that no other id of this millisecond has. */
export function snowflake(): string {
  issued = (issued + 1n) & 0x3fffffn;
  return (((BigInt(Date.now()) - DISCORD_EPOCH) << 22n) | issued).toString();
}

export interface People {
  readonly bot: User;
  /** The person of that name; always the same one. */
  named(name: string): User;
}

export function createPeople(): People {
  const people = new Map<string, User>();
  return {
    bot: { ...person('Verbatim', 'verbatim'), bot: true },
    named(name) {
      const known = people.get(name);
      if (known) return known;
      const made = person(name, `reader${people.size + 1}`);
      people.set(name, made);
      return made;
    },
  };
}

function person(name: string, username: string): User {
  return {
    id: snowflake(),
    username,
    global_name: name,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}
