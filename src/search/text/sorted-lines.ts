/** Searches up to which a map of all lines, which takes 10 ms to make, would not pay. */
const SEARCHES = 4000;

/** Looks a word up in lines sorted by their first word; the rest of its line, undefined where there is none. */
export function lookUpIn(lines: string): (word: string) => string | undefined {
  let searches = 0;
  let map: ReadonlyMap<string, string> | undefined;
  return (word) => {
    if (map) return map.get(word);
    searches += 1;
    if (searches > SEARCHES) {
      map = mapOf(lines);
      return map.get(word);
    }
    const wanted = `${word} `;
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const start = lines.lastIndexOf('\n', ((low + high) >>> 1) - 1) + 1;
      const from = Math.max(start, low);
      const end = lines.indexOf('\n', from);
      const line = lines.slice(from, end < 0 ? undefined : end);
      const space = line.indexOf(' ');
      const found = space < 0 ? `${line} ` : line.slice(0, space + 1);
      if (found === wanted) return space < 0 ? '' : line.slice(space + 1);
      if (found < wanted) low = end < 0 ? lines.length : end + 1;
      else high = from;
    }
    return undefined;
  };
}

function mapOf(lines: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const space = line.indexOf(' ');
    map.set(space < 0 ? line : line.slice(0, space), space < 0 ? '' : line.slice(space + 1));
  }
  return map;
}
