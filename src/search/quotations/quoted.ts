/** Which words of a message are somebody's words: a pair of quotation marks of any language around them. */
const QUOTED =
  /“([^“”]+)[“”]|„([^“”„]+)[“”]|"([^"\n]+)"|＂([^＂\n]+)＂|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|»([^«»]+)«|‘([^‘’]+(?:’\p{L}[^‘’]*)*)’(?!\p{L})|(?<![\p{L}\p{N}])'([^'\n]+(?:'\p{L}[^'\n]*)*)'(?!\p{L})/gu;

/** The least that is looked up: fewer words are names or irony, not a quotation. */
const FEWEST_WORDS = 2;
const FEWEST_HAN = 4;

/** The quotations of a message that are long enough to be looked up, each once. */
export function quotedIn(message: string): string[] {
  const quoted = [...message.matchAll(QUOTED)].map((groups) => groups.slice(1).find(Boolean)?.trim() ?? '');
  return [...new Set(quoted)].filter(isLongEnough);
}

function isLongEnough(words: string): boolean {
  const han = words.match(/\p{sc=Han}/gu)?.length ?? 0;
  const others =
    words.replace(/\p{sc=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  return han >= FEWEST_HAN || others >= FEWEST_WORDS;
}
