/** The numbers of words, in the order of the numbers. */
export type WordIds = Pick<ReadonlyMap<string, number>, 'get' | 'has' | 'size' | typeof Symbol.iterator>;

/**
 * Numbers of words that are found by halving, in a tenth of the memory that a `Map` of them takes, and in several times its time: for the
 * words of a scope, of which there are thousands.
 */
export function compactIds(ids: WordIds): WordIds {
  const words: string[] = [];
  for (const [word, id] of ids) words[id] = word;
  const sorted = Uint32Array.from(words.keys()).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  const get = (word: string) => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((words[sorted[middle] ?? 0] ?? '') < word) from = middle + 1;
      else to = middle;
    }
    const id = sorted[from];
    return id !== undefined && words[id] === word ? id : undefined;
  };
  return {
    get,
    has: (word) => get(word) !== undefined,
    size: words.length,
    [Symbol.iterator]: () => words.map((word, id): [string, number] => [word, id])[Symbol.iterator](),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
