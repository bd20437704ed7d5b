/** Letters as UTF-16 units or pairs, marks included. */
const LETTER = String.raw`[\p{L}\p{M}]`;

/**
 * Signs that no orthography puts between two letters, or right behind one where they open something: what letters of one encoding look
 * like in another. A typographic apostrophe, a hyphen, a middle dot and a soft hyphen do stand within words.
 */
const SIGN_IN_WORD = new RegExp(
  `(?<=${LETTER})(?![’‘'·‧\\u00ad\\u200c\\u200d‐‑–—…/\\s])[^\\x00-\\x7f\\p{L}\\p{M}](?=${LETTER})` +
    `|(?<=${LETTER})[‚„‹ˆ˜¨¯¸¬¦¤]|[ˆ˜¨¯¸¬¦¤](?=${LETTER})`,
  'gu',
);

/** `cafÉ` within a word, `дЕНЬ`: letters of two cases in an order in which nothing is written, one of them beyond ASCII. */
const CAPITAL_IN_WORD = /(?<=\p{Ll})(?![A-Z])\p{Lu}|(?<=(?![a-z])\p{Ll})[A-Z]/gu;

/** A letter of one alphabet right beside one of another. */
const TWO_SCRIPTS =
  /(?<=\p{Script=Latin})[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]|(?<=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])\p{Script=Latin}/gu;

/** What no text prints: replacement characters, C0 controls but for line ends, tabs and form feeds, C1 controls, unassigned, private, lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const UNPRINTABLE = /[\ufffd\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\p{Cn}\p{Co}\p{Cs}]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: all but ASCII.
const BEYOND_ASCII = /[^\x00-\x7f]/gu;

/**
 * How much of what a text holds beyond ASCII cannot be meant, from 0 to 1 and above: of what stands there because bytes were read in
 * the wrong encoding, most is.
 */
export function implausibility(text: string): number {
  const beyond = countOf(text, BEYOND_ASCII);
  const flaws = [UNPRINTABLE, SIGN_IN_WORD, CAPITAL_IN_WORD, TWO_SCRIPTS].map((flaw) => countOf(text, flaw));
  return flaws.reduce((sum, count) => sum + count, 0) / Math.max(1, beyond);
}

/** Share of characters that no text prints, from 0 to 1. */
export function unprintableShare(text: string): number {
  return countOf(text, UNPRINTABLE) / Math.max(1, text.length);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
