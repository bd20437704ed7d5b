// Labels such as the B of hepatitis B.
import type { Token } from './tokenizer.ts';

/** A capital letter or a Roman numeral that tells one of several from the others: `hepatitis B`, `World War II`. */
export interface Label {
  /** The word before it. */
  readonly noun: string;
  /** As printed. */
  readonly letter: string;
  /** Where it stands itself. */
  readonly start: number;
  readonly end: number;
}

/** A Roman numeral that is no word in capitals, such as `MIX`, is one of these letters alone. */
const LABEL = /^(?:[A-Z]|[IVX]{2,5})$/;
/** A noun has three letters at least: `by A`, `in B` tell nothing. */
const NOUN = /^\p{L}{3,}$/u;
/** What joins the labels of one noun: `hepatitis A and B`, `plans A, B or C`. */
const JOINED = /^(?:, ?| and | or |, and |, or | to |\/|–|-)$/;

/** The labels of a text in order. A letter before a full stop and a name is an initial, a lone `I` behind a verb a pronoun: see `isLabel`. */
export function labelsIn(text: string, tokens: readonly Token[]): readonly Label[] {
  let found: Label[] | undefined;
  let labeled: { noun: string; end: number } | undefined;
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before || !isLabel(text, token)) continue;
    const gap = text.slice(before.end, token.start);
    const noun =
      gap === ' ' && NOUN.test(before.text)
        ? before.text
        : labeled && JOINED.test(text.slice(labeled.end, token.start))
          ? labeled.noun
          : undefined;
    if (noun === undefined) continue;
    labeled = { noun, end: token.end };
    found ??= [];
    found.push({ noun, letter: token.text, start: token.start, end: token.end });
  }
  return found ?? NONE;
}

const NONE: readonly Label[] = [];

function isLabel(text: string, { text: word, start, end }: Token): boolean {
  if (end - start > 5 || !LABEL.test(word)) return false;
  // `Michael J. Fox`, `A’s`.
  return !/^(?:\.\s*\p{Lu}|['’&])/u.test(text.slice(end, end + 4));
}
