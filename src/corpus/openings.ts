// How a sentence may open other than with a capital, as sources of regular expressions: where ends are proposed and where
// they are taken back, the same is looked for.

/** A list marker in parentheses: `(b) Wait`. */
export const LIST_MARKER = '\\((?:\\p{Ll}|[ivx]{2,4})\\) ';
/** A name that opens with a small letter: `eBay`. */
export const SMALL_LETTER_NAME = '\\p{Ll}\\p{Lu}\\p{L}{2}';
/** A name that opens with a dot: `.NET`. */
export const DOT_NAME = '\\.\\p{Lu}{2}';
/** Two commas, which open a quotation in Dutch and German print: `,,Gehen wir''`. */
export const TWO_COMMAS = ',, ?[\\p{L}\\p{N}]';
