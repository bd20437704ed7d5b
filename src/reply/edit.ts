/**
 * What a button, a menu or a form of whoever moderates a library does. Each says what it is about by one name: of a draft, an article, an answer
 * or a choice; forms and lists need none.
 */
export const EDITS = {
  /** Makes a draft an article. */
  publish: {},
  discard: {},
  /** Opens the form with what every article must have, and the one with all else; and takes what was filled in. */
  details: {},
  origin: {},
  detailed: { isForm: true },
  /** Takes a text that was pasted; the name is of the article that it takes the place of, if any. */
  pasted: { isForm: true },
  /** Takes in one entry of a feed. */
  entry: {},
  list: {},
  remove: {},
  /** Asks for the second time, and takes the word that was typed. */
  forget: {},
  forgotten: { isForm: true },
  answers: {},
  /** Takes an answer that was taught. */
  taught: { isForm: true },
  unteach: {},
} as const satisfies Readonly<Record<string, { readonly isForm?: true }>>;

export type EditVerb = keyof typeof EDITS;

export interface Edit {
  readonly verb: EditVerb;
  /** What it is about: at most 20 of a-z and 0-9; left out for nothing. */
  readonly of?: string;
  /** Which entry, or how many to pass over; left out for 0. */
  readonly at?: number;
}

export const isEditVerb = (verb: string): verb is EditVerb => Object.hasOwn(EDITS, verb);
