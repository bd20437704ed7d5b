/** What stands before a line of a block quote, in a list item too. */
export const QUOTE_MARK = /^[ \t]*>[ \t]?/;

/** The same as often as block quotes stand in one another. */
export const QUOTE_MARKS = /^(?:[ \t]*>[ \t]?)+/;

/** What stands before each further line of what is in `depth` block quotes; a line may lack some of them. */
export function furtherQuoteMarks(depth: number): RegExp {
  const known = FURTHER.get(depth);
  if (known) return known;
  const made = new RegExp(`(?<=[\\r\\n])(?:[ \\t]*>[ \\t]?){1,${depth}}`, 'g');
  FURTHER.set(depth, made);
  return made;
}

const FURTHER = new Map<number, RegExp>();
