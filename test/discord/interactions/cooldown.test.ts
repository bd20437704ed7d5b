import { describe, expect, it } from 'vitest';
import { makeCooldown } from '../../../src/discord/interactions/cooldown.ts';

const allowance = { commands: 5, seconds: 10 };

describe('the cooldown', () => {
  it('allows five commands in ten seconds and tells when the sixth may come', () => {
    const cooldown = makeCooldown(allowance);
    for (const now of [0, 100, 200, 300, 400]) expect(cooldown.ask('ada', now).allowed).toBe(true);
    expect(cooldown.ask('ada', 500)).toEqual({ allowed: false, until: 10_000 });
    expect(cooldown.ask('ada', 9_999).allowed).toBe(false);
    expect(cooldown.ask('ada', 10_000).allowed).toBe(true);
    expect(cooldown.ask('ada', 10_050)).toEqual({ allowed: false, until: 10_100 });
  });

  it('does not count commands that it refused', () => {
    const cooldown = makeCooldown(allowance);
    for (let now = 0; now < 10_000; now += 100) cooldown.ask('ada', now);
    expect(cooldown.ask('ada', 10_000).allowed).toBe(true);
  });

  it('holds nobody up for what others send', () => {
    const cooldown = makeCooldown(allowance);
    for (let now = 0; now < 20; now += 1) cooldown.ask('ada', now);
    expect(cooldown.ask('grace', 20).allowed).toBe(true);
  });

  it('forgets those who are quiet, and the quietest first when there are too many', () => {
    const cooldown = makeCooldown(allowance, 100);
    for (let reader = 0; reader < 1000; reader += 1) cooldown.ask(`reader ${reader}`, 0);
    expect(cooldown.size).toBe(100);
    cooldown.ask('ada', 10_000);
    expect(cooldown.size).toBe(1);
  });
});
