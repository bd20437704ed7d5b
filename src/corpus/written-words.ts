/** How a text writes its words: which it has in small letters, and which with a capital where no sentence begins. */
export interface WrittenWords {
  /** Whether the text also writes a word in small letters, and never with a capital in the midst of a sentence. */
  isCommon(word: string): boolean;
}

/** In UTF-16 units: what a text of this length does not show is not looked for further on. */
const MOST_READ = 100_000;

const WORD = /[\p{L}\p{M}]{2,}/gu;
const ASCII_WORD = /[A-Za-z]{2,}/g;
const ASCII = /^[\0-\x7f]*$/;

/** Reads a text once, at the first question. */
export function writtenWordsOf(text: string): WrittenWords {
  let small: Set<string> | undefined;
  const names = new Set<string>();
  const read = (): Set<string> => {
    const found = new Set<string>();
    const part = text.slice(0, MOST_READ);
    const pattern = ASCII.test(part) ? ASCII_WORD : WORD;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
      const [word] = match;
      const lower = word.toLowerCase();
      if (word === lower) found.add(word);
      // In the midst of a sentence: after a small letter or a comma, and a space.
      else if (/[\p{Ll},;] $/u.test(part.slice(Math.max(0, match.index - 2), match.index))) names.add(lower);
    }
    return found;
  };
  return {
    isCommon(word) {
      small ??= read();
      const lower = word.toLowerCase();
      return small.has(lower) && !names.has(lower);
    },
  };
}
