/** What stands before a line of a block quote. */
export const QUOTE_MARK = /^ {0,3}(?:>[ \t]?)+/;

/** The same before each further line, all of them. */
export const FURTHER_QUOTE_MARK = new RegExp(QUOTE_MARK.source.replace('^', '(?<=[\\r\\n])'), 'g');
