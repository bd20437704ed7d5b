// Splits long menus into parts that a reader can turn.
import { LIMITS } from '../src/limits.ts';
import type { Action } from '../src/reply/action.ts';
import type { Menu } from '../src/reply/reply.ts';
import type { Words } from '../src/reply/words.ts';

/** A way from one part of a menu to the one before or after it: items count from 1. */
interface Way {
  readonly part: number;
  readonly first: number;
  readonly last: number;
  readonly isBack: boolean;
}

/**
 * What a menu offers of `items`, beside `fixed` options of its own: all where they fit, else one of equal parts, and the ways to
 * those beside it. It is the part that is asked for, else the one with the item `at` (-1 for none).
 */
export function partOf<T>(
  items: readonly T[],
  { part, at, fixed }: { readonly part: number | undefined; readonly at: number; readonly fixed: number },
): { readonly offered: readonly T[]; readonly first: number; readonly ways: readonly Way[] } {
  const room = LIMITS.choices.most - fixed;
  if (items.length <= room) return { offered: items, first: 0, ways: [] };
  const size = room - 2;
  const parts = Math.ceil(items.length / size);
  const chosen = Math.min(Math.max(0, part ?? Math.floor(at / size)), parts - 1);
  const wayTo = (to: number): Way[] =>
    to < 0 || to >= parts
      ? []
      : [
          {
            part: to,
            first: to * size + 1,
            last: Math.min((to + 1) * size, items.length),
            isBack: to < chosen,
          },
        ];
  const first = chosen * size;
  return {
    offered: items.slice(first, first + size),
    first,
    ways: [...wayTo(chosen - 1), ...wayTo(chosen + 1)],
  };
}

/** The options of a menu, with the way back above them and the way on below. */
export function withWays(
  options: Menu['options'],
  ways: readonly (Way & { readonly action: Action })[],
  all: number,
  words: Words,
): Menu['options'] {
  const optionOf = ({ first, last, action }: (typeof ways)[number]) => ({
    label: words.place.options(first, last, all),
    action,
  });
  return [
    ...ways.filter(({ isBack }) => isBack).map(optionOf),
    ...options,
    ...ways.filter(({ isBack }) => !isBack).map(optionOf),
  ];
}
