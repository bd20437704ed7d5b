// Where a passage can be read in its context.
import type { Passage } from '../corpus/passage.ts';

/** The address of a passage's page; undefined where it has none that a button could hold. */
export type PageOf = (passage: Passage) => string | undefined;
