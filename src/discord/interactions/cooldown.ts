/** How many commands one person may send within how long. */
export interface Allowance {
  readonly commands: number;
  readonly seconds: number;
}

export interface Cooldown {
  /** Counts a command of `user` at `now` (milliseconds) if it is allowed; otherwise tells when the next one will be. */
  ask(
    user: string,
    now: number,
  ): { readonly allowed: true } | { readonly allowed: false; readonly until: number };
  /** People remembered. */
  readonly size: number;
}

/** Nobody is remembered longer than the allowance's span, nor more than so many people: 10,000 take about 2 MB. */
const MOST_PEOPLE = 10_000;

export function makeCooldown({ commands, seconds }: Allowance, mostPeople = MOST_PEOPLE): Cooldown {
  const span = seconds * 1000;
  // A Map keeps the order of insertion, so the person who was quiet longest comes first.
  const sent = new Map<string, readonly number[]>();

  function forget(now: number) {
    for (const [user, times] of sent) {
      if (sent.size <= mostPeople && (times.at(-1) ?? 0) > now - span) return;
      sent.delete(user);
    }
  }

  return {
    ask(user, now) {
      const recent = (sent.get(user) ?? []).filter((time) => time > now - span);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= commands) return { allowed: false, until: oldest + span };
      sent.delete(user);
      sent.set(user, [...recent, now]);
      forget(now);
      return { allowed: true };
    },
    get size() {
      return sent.size;
    },
  };
}
