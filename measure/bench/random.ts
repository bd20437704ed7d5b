/** Evenly distributed numbers in [0, 1). */
export type Random = () => number;

/** mulberry32 (Tommy Ettinger, public domain): the same numbers for the same seed on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

export function oneOf<T>(choices: readonly [T, ...T[]], random: Random): T {
  return choices[below(choices.length, random)] ?? choices[0];
}

/** Up to `count` of the values at different places, in their order. */
export function someOf<T>(values: readonly T[], count: number, random: Random): T[] {
  const places = new Set<number>();
  while (places.size < Math.min(count, values.length)) places.add(below(values.length, random));
  return values.filter((_, place) => places.has(place));
}
