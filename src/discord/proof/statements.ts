// Proves what a message says of its quotations.
import { languageOf, type Statement } from '../../search/search.ts';
import type { Composed } from '../message/compose.ts';
import { questionDisplayed, quotationsDisplayed } from './proof.ts';

/** Scripts whose words stand without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Small letters without accents; marks of other scripts are letters of theirs. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
const lettersOf = (text: string) => folded(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
const wordsOf = (text: string) => folded(text).split(/[^\p{L}\p{M}\p{N}]+/u);

/** Letters that two forms of a word begin with at the least, if no list knows them. */
const FEWEST_SHARED = 3;

/** Whether a printed form is of the word that is said to stand there: by its letters, its digits, or the key of its language. */
function isFormOf(printed: string, word: string, lang: string): boolean {
  const [one, other] = [lettersOf(printed), lettersOf(word)];
  if (one.includes(other) || other.includes(one)) return true;
  if (one.slice(0, FEWEST_SHARED) === other.slice(0, FEWEST_SHARED)) return true;
  const { stem, isNumber, otherKeys } = languageOf(lang);
  const keys = [...(printed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []), ...wordsOf(printed)].map(stem);
  return (
    keys.includes(stem(word)) ||
    keys.some((key) => otherKeys(word).includes(key)) ||
    (isNumber(word) && /[\p{N}\p{L}]/u.test(printed))
  );
}

/** What plainly is of a kind, for kinds that are said to lack. */
const PLAINLY: Readonly<Record<string, RegExp>> = {
  age: /\b\d+[- ]years?[- ]old\b|\baged \d|\d\s?[岁歲]/i,
  percentage: /\d\s?%|\d (?:percent|per cent)\b|百分之/i,
  money: /[$€£¥]\s?\d/,
  time: /\b\d{1,2}:\d\d\b/,
  date: /\b(?:1[5-9]|20)\d\d\b/,
  count: /\d/,
  number: /\d/,
  duration: /\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b/i,
  distance: /\d+ (?:miles?|kilomet\w+|met(?:er|re)s?|feet)\b/i,
  size: /\d/,
  person: /\p{Ll} \p{Lu}\p{Ll}/u,
  group: /\p{Ll} \p{Lu}\p{Ll}/u,
  place: /\p{Ll} \p{Lu}\p{Ll}/u,
};

/** Whether every form stands in what is displayed. */
const stand = (printed: readonly string[], displayed: string) =>
  printed.length > 0 && printed.every((form) => lettersOf(displayed).includes(lettersOf(form)));

/**
 * What a message says of its quotations that cannot be seen in them as they are displayed, by a name without a word of the text;
 * undefined where all of it can. It reads the quotations back, and shares no code with what found the words there.
 */
export function untruth(composed: Composed): string | undefined {
  const { statement } = composed;
  if (!statement) return undefined;
  const question = questionDisplayed(composed);
  const asked = question === undefined ? undefined : lettersOf(question);
  const strange = statement.words.findIndex(({ word }) => asked?.includes(lettersOf(word)) === false);
  if (strange >= 0) return `word ${strange + 1} does not stand in the question`;
  const displayed = quotationsDisplayed(composed).join('\n');
  return untruthOf(statement, displayed, composed.quoted.length);
}

function untruthOf(
  { words, kind, years, quoted = [], lang, passages }: Statement,
  displayed: string,
  quotations: number,
): string | undefined {
  if (passages !== quotations) return `said of ${passages} passages where ${quotations} are shown`;
  const here = ` ${wordsOf(displayed).filter(Boolean).join(' ')} `;
  for (const [at, { word, state, printed, near }] of words.entries()) {
    if (near.length > 0 && !stand(near, displayed))
      return `what is near word ${at + 1} is said to stand there and does not`;
    if (state === 'lacking') {
      const parts = wordsOf(word).filter(Boolean);
      const isThere = UNSPACED.test(word)
        ? displayed.includes(word)
        : parts.length > 0 && here.includes(` ${parts.join(' ')} `);
      if (isThere) return `word ${at + 1} is said to lack and stands there`;
    } else if (!stand(printed, displayed)) return `word ${at + 1} is said to stand there and does not`;
    else if (state === 'held' && !printed.every((form) => isFormOf(form, word, lang)))
      return `what stands for word ${at + 1} is another word`;
  }
  if (kind?.state === 'held' && !stand(kind.printed, displayed))
    return 'what is of the kind asked for does not stand there';
  if (kind?.state === 'lacking' && PLAINLY[kind.kind]?.test(displayed))
    return 'the kind asked for is said to lack and stands there';
  if (quoted.length > 0 && !stand(quoted, displayed))
    return 'words of a sentence are said to stand there and do not';
  if (years.length > 0 && !stand(years, displayed)) return 'a year is said to stand there and does not';
  return undefined;
}
