/** Results that are kept; when there are more, all are forgotten: simpler than to tell which were used last, and as fast. */
const MOST_KEPT = 20_000;

/** A pure function of a word that remembers what it told. */
export function cached<T>(tell: (word: string) => T): (word: string) => T {
  const told = new Map<string, T>();
  return (word) => {
    const before = told.get(word);
    if (before !== undefined || told.has(word)) return before as T;
    const result = tell(word);
    if (told.size >= MOST_KEPT) told.clear();
    told.set(word, result);
    return result;
  };
}
