/** A destination of a link with its title, behind the words of the link. */
const DESTINATION = String.raw`\]\(\s*(?:<[^>\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s*(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)`;

/** Marks that hold words, each with all of them: what stands in them is printed nowhere. */
const WITH_WORDS: readonly RegExp[] = [
  /<!--[\s\S]*?-->/g,
  /<\/?[A-Za-z][^<>"'{}]*(?:(?:"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})[^<>"'{}]*)*>/g,
  /\{\{[<%#][\s\S]*?\}\}|\{%[\s\S]*?%\}|\{\/\*[\s\S]*?\*\/\}/g,
  /\{:?[ \t]*[#.][^{}\n]*\}/g,
  /\[\[[^[\]|\n]+\|/g,
  new RegExp(String.raw`!\[[^\]]*(?:${DESTINATION}|\]\[[^\]]*\]|\])`, 'g'),
  new RegExp(DESTINATION, 'g'),
  /\]\s?\[[^\]\n]*\]/g,
  // Behind a note mark, which keeps its brackets.
  /\(#[^\s()]*\)/g,
];

/** What remains of marks without what they hold: emphasis, code, brackets, rules of tables, quotes, escapes. */
const SIGNS = /^[\s*_~`#>|\\[\]<!:+-]*$/;

/** Whether a run of Markdown, with or without its white space, between two pieces of a block is nothing but marks. */
export function isMarkdownMark(between: string): boolean {
  return SIGNS.test(WITH_WORDS.reduce((rest, pattern) => rest.replace(pattern, ' '), between));
}
