// Counts what Discord counts of a message.
import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { LIMITS } from '../../limits.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** What Discord counts of a message of components. */
export interface Cost {
  /** Every component, nested ones too. */
  readonly components: number;
  /** UTF-16 units of all text displays, as sent: backslashes count. */
  readonly characters: number;
  /** UTF-8 bytes of the same. */
  readonly bytes: number;
}

/** What is left between this and `LIMITS.message` is for a difference in counting. */
export const CEILING: Cost = {
  components: LIMITS.message.components,
  characters: LIMITS.message.characters - 400,
  bytes: LIMITS.message.bytes - 1170,
};

export const NOTHING: Cost = { components: 0, characters: 0, bytes: 0 };

export function plus(a: Cost, b: Cost): Cost {
  return {
    components: a.components + b.components,
    characters: a.characters + b.characters,
    bytes: a.bytes + b.bytes,
  };
}

export function fits(cost: Cost, room: Cost = CEILING): boolean {
  return cost.components <= room.components && cost.characters <= room.characters && cost.bytes <= room.bytes;
}

/** What `components` and all they hold cost. */
export function costOf(components: readonly Component[]): Cost {
  let cost = NOTHING;
  for (const component of components) {
    const text = 'content' in component ? component.content : '';
    cost = plus(cost, { components: 1, characters: text.length, bytes: Buffer.byteLength(text) });
    // Buttons and menus hold nothing that is counted but themselves.
    if (component.type === 1) cost = plus(cost, { ...NOTHING, components: component.components.length });
    else if ('components' in component) cost = plus(cost, costOf(component.components));
    if ('accessory' in component) cost = plus(cost, { ...NOTHING, components: 1 });
  }
  return cost;
}
