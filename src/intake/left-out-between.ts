/** Whether characters are all of texts that follow each other in their list, as the readings and parentheses of a ruby do. */
export function areLeftOut(leftOut: readonly string[]): (between: string) => boolean {
  const texts = leftOut.filter((text) => text !== '');
  const known = new Map<string, boolean>();
  return (between) => {
    const answer = known.get(between) ?? texts.some((_, first) => areRow(texts, first, between));
    known.set(between, answer);
    return answer;
  };
}

/** Whether the texts from one on, put together, are these characters. */
function areRow(texts: readonly string[], first: number, between: string): boolean {
  let length = 0;
  for (let at = first; length < between.length; at += 1) {
    const next = texts[at];
    if (next === undefined || !between.startsWith(next, length)) return false;
    length += next.length;
  }
  return length === between.length;
}
