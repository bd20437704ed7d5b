/** Roman numerals from 2 to 100, lower case: no king, century, chapter or game of the articles' kind is beyond. */
export function* romanValues(): Generator<[string, number]> {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  for (let value = 2; value < 100; value += 1) {
    yield [`${tens[Math.floor(value / 10)]}${ones[value % 10]}`, value];
  }
}

/** Behind these words V and X, and numerals in lower case, are numbers. */
const LABELS = new Set(
  `chapter phase part act scene book volume vol section article appendix title level stage type class group table figure world war
  bowl henry charles george louis philip edward pius leo john paul benedict siglo século secolo siècle secolul kapitel band teil capítulo
  capitolo chapitre tome grade mark schedule amendment division`.split(/\s+/),
);
/** Capitals that are as often something else: sizes, particles, codes. */
const DOUBTFUL = new Set(['xl', 'li', 'lv', 'lx', 'xc']);

/** Whether the word of `raw` between the offsets, a Roman numeral by its letters, is meant as one. */
export function isRoman(raw: string, start: number, end: number, before: string): boolean {
  const word = raw.slice(start, end);
  const isLabeled = LABELS.has(before);
  if (word.length === 1) return isLabeled && (word === 'V' || word === 'X');
  if (word !== word.toUpperCase()) return isLabeled && word === word.toLowerCase();
  if (!DOUBTFUL.has(word.toLowerCase())) return true;
  return isLabeled;
}
