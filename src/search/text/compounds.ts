// Words that may be written together or apart.
import type { Token } from './tokenizer.ts';

/** Words that print may part or join, as one: `Wi-Fi` as `WiFi`, `max_retry_count` as `maxRetryCount`. */
export interface Compound {
  /** Its letters without what parts them. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Positions of its first and its last token. */
  readonly first: number;
  readonly last: number;
}

/** What parts the words of a compound, by UTF-16 unit: hyphens (U+002D, U+2010, U+2011), `_`, `&`. */
const PARTING = new Set([0x2d, 0x2010, 0x2011, 0x5f, 0x26]);

const SPACE = 0x20;

/** The runs of tokens that nothing but one sign parts, each as one word. Han words are not parted so. */
export function compoundsIn(text: string, tokens: readonly Token[]): readonly Compound[] {
  let found: Compound[] | undefined;
  for (let first = 0; first + 1 < tokens.length; first += 1) {
    let last = first;
    while (isParted(text, tokens[last], tokens[last + 1])) last += 1;
    if (last === first) continue;
    const run = tokens.slice(first, last + 1);
    const [from, to] = [run[0], run.at(-1)];
    if (from && to) {
      found ??= [];
      found.push({
        text: run.map((token) => token.text).join(''),
        start: from.start,
        end: to.end,
        first,
        last,
      });
    }
    first = last;
  }
  return found ?? NONE;
}

/** Whether any two tokens are parts of a compound. */
export function hasCompound(text: string, tokens: readonly Token[]): boolean {
  for (let at = 1; at < tokens.length; at += 1) if (isParted(text, tokens[at - 1], tokens[at])) return true;
  return false;
}

const NONE: readonly Compound[] = [];

function isParted(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after?.start !== before.end + 1) return false;
  const sign = text.charCodeAt(before.end);
  // Nearly always.
  return sign !== SPACE && PARTING.has(sign);
}

/** A small letter before a capital, and a digit beside a letter: where a word is made of parts. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/u;
/** Most words. */
const PLAIN = /^[A-Z]?[a-z']*$/;
const MAY_HAVE_SEAM = /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}/u;

/** Letters of the shortest part that is a word by itself; a figure may have one digit. */
const SHORTEST_PART = 2;

/**
 * The parts of a word that is joined without a sign: `15kg` → 15, kg; `maxRetryCount` → max, Retry, Count; none where it
 * has none, or where one of them is a single letter, as in `3D` and `1990s`.
 */
export function partsOf(word: string): readonly string[] {
  if (PLAIN.test(word) || !MAY_HAVE_SEAM.test(word)) return NO_PARTS;
  const parts = word.split(SEAM);
  const areWords = parts.every((part) => part.length >= SHORTEST_PART || /^\p{N}/u.test(part));
  return parts.length > 1 && areWords ? parts : NO_PARTS;
}

const NO_PARTS: readonly string[] = [];
