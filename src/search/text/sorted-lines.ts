/** Looks a word up in lines sorted by their first word, without reading all of them: a map of 60,000 would take longer to make. */
export function lookUpIn(lines: string): (word: string) => string | undefined {
  return (word) => {
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
