// Walks nested components.
import type { Component } from '../wire.ts';

export interface Placed {
  readonly component: Component;
  readonly path: readonly (string | number)[];
}

/** Every component, nested ones after the one that holds them, in reading order. */
export function placed(
  components: readonly Component[] | null | undefined,
  path: readonly (string | number)[] = ['components'],
): Placed[] {
  return (components ?? []).flatMap((component, index) => {
    const here = [...path, index];
    const accessory = component.accessory;
    return [
      { component, path: here },
      ...placed(component.components, [...here, 'components']),
      ...(accessory ? [{ component: accessory, path: [...here, 'accessory'] }] : []),
    ];
  });
}
