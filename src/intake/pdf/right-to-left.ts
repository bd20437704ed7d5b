// Orders text that is written from right to left.
import { type Fragment, isRightToLeft } from './fragments.ts';

/**
 * Fragments as they are read where some are written from right to left: those runs, with the numbers within them, turned
 * about; in a line that is mostly so, the order of all of them (after the Unicode Bidirectional Algorithm, L2).
 */
export function readFromRight(fragments: readonly Fragment[], isTurned: boolean): readonly Fragment[] {
  const order = isTurned ? [...fragments].reverse().map(turnedMarks) : [...fragments];
  const isForeign = ({ text }: Fragment) =>
    isTurned ? !isRightToLeft(text) && /[\p{L}\d]/u.test(text) : isRightToLeft(text);
  const isOwn = ({ text }: Fragment) =>
    isTurned ? isRightToLeft(text) : !isRightToLeft(text) && /\p{L}/u.test(text);
  const read: Fragment[] = [];
  for (let at = 0; at < order.length; ) {
    const here = order[at] as Fragment;
    if (!isForeign(here)) {
      read.push(here);
      at += 1;
      continue;
    }
    let end = at;
    for (let next = at + 1; next < order.length && !isOwn(order[next] as Fragment); next += 1)
      if (isForeign(order[next] as Fragment)) end = next;
    read.push(...order.slice(at, end + 1).reverse());
    at = end + 1;
  }
  return read;
}

/** Marks by themselves stand in a right-to-left line as seen, from left to right. */
function turnedMarks(fragment: Fragment): Fragment {
  if (fragment.text.length < 2 || /[\p{L}\p{N}]/u.test(fragment.text)) return fragment;
  return { ...fragment, text: [...fragment.text].reverse().join('') };
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '{': '}',
  '}': '{',
};

/**
 * Pieces of a right-to-left line, with its brackets as they are read: many files give them as they are drawn, mirrored, so
 * that the closing ones come first (Unicode Bidirectional Algorithm, L4).
 */
export function withBrackets(pieces: readonly string[]): readonly string[] {
  const brackets = pieces.join('').match(/[()[\]]/g) ?? [];
  const [first, last] = [brackets[0], brackets.at(-1)];
  if (first === undefined || !/[)\]]/.test(first) || !/[([]/.test(last ?? '')) return pieces;
  return pieces.flatMap((piece) => {
    const parts = piece.split(/([()[\]«»{}])/).filter((part) => part !== '');
    return parts.map((part) => MIRRORED[part] ?? part);
  });
}
