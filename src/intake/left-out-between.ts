import type { LeftOut } from './document.ts';
import { normalized } from './normalization.ts';

/**
 * Whether characters are all of passages left out that follow each other, as the readings and parentheses of a ruby do: the
 * comparison with the source itself knows them one by one. Asked with what it compares: without white space, normalized.
 */
export function areLeftOut(leftOut: readonly LeftOut[]): (between: string) => boolean {
  const texts = leftOut
    .map(({ text }) => normalized(text).text.replace(/\s+/g, ''))
    .filter((text) => text !== '');
  return (between) =>
    texts.some((text, first) => {
      if (!between.startsWith(text)) return false;
      let length = 0;
      for (let at = first; length < between.length; at += 1) {
        const next = texts[at];
        if (next === undefined || !between.startsWith(next, length)) return false;
        length += next.length;
      }
      return length === between.length;
    });
}
