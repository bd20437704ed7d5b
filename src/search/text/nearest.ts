// Orders names by how they are spelled.
import Fuse from 'fuse.js';

/** How much of what was typed is compared, in UTF-16 units. */
const MOST_COMPARED = 64;

/** Names compare without regard to case, width, diacritics and white space. */
export function foldName(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{Mn}/gu, '');
  return bare.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** All of `items`, those first that have a name spelled most like `typed`; the others keep their order. */
export function nearest<T>(
  typed: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): readonly T[] {
  const asked = foldName(typed).slice(0, MOST_COMPARED);
  if (asked === '') return items;
  const fuse = new Fuse(
    items.map((item) => namesOf(item).map(foldName)),
    {
      keys: [{ name: 'name', getFn: (names) => names }],
      threshold: 1,
      ignoreLocation: true,
      ignoreFieldNorm: true,
    },
  );
  const ranked = fuse.search(asked).map(({ refIndex }) => refIndex);
  const seen = new Set(ranked);
  const order = [...ranked, ...items.keys()].filter((index, at) => at < ranked.length || !seen.has(index));
  return order.flatMap((index) => items.slice(index, index + 1));
}
