// What a phrase is.
import type { Language } from '../text/language.ts';

export type PhraseKind = 'heading' | 'name' | 'noun' | 'word';

/** What can be offered to a reader. */
export interface Phrase {
  /** As an article prints it, no longer than there is room for. */
  readonly text: string;
  /** Its words, folded. */
  readonly forms: readonly string[];
  readonly kind: PhraseKind;
  /** How telling it is among those of its kind; of headings, which go by the text's order, 0. */
  readonly score: number;
}

/** A phrase to offer, and what is typed before it that stays. */
export interface Offer {
  readonly kept: string;
  readonly phrase: Phrase;
}

/** The words of a text, folded, without the characters of Han words. */
export function wordForms(text: string, language: Language): string[] {
  return language.tokenize(text).flatMap((token) => (token.part ? [] : language.fold(token.text)));
}
