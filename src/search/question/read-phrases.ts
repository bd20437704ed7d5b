// Reads quoted phrases.
import { UNSPACED } from '../../corpus/unspaced.ts';
import { UNKNOWN_RARITY } from '../text/frequency.ts';
import type { Token } from '../text/language.ts';
import type { Draft } from './concepts.ts';
import { rarestOf } from './concepts.ts';

/** Words between quotation marks of any style; an apostrophe is none. */
const QUOTED = /"([^"]+)"|“([^“”]+)[”“]|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|「([^「」]+)」|『([^『』]+)』/gu;
/** Fewer words are a name or irony. */
const FEWEST_WORDS = 2;

/** Adds what stands between quotation marks as a phrase that must be printed so, word after word. */
export function readQuoted(draft: Draft, text: string): void {
  const { language } = draft.shelf.index;
  for (const match of text.matchAll(QUOTED)) {
    const words = match.slice(1).find(Boolean) ?? '';
    const tokens = language.tokenize(words).filter(({ part }) => !part);
    if (tokens.length >= FEWEST_WORDS) addPhrase(draft, match[0], match.index, tokens);
  }
}

/** Whether `tokens`, stop words alone, are printed side by side somewhere: `The Who`, `to be or not to be`; adds them then. */
export function readStopWords(draft: Draft, text: string, tokens: readonly Token[]): boolean {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return false;
  const asked = text.slice(first.start, last.end);
  if (tokens.length > 1) {
    const { runs } = draft.shelf;
    const words = tokens.map((token) => token.text);
    if (runs.holding(words, draft.range).size === 0) return false;
    addPhrase(draft, asked, first.start, tokens);
    return true;
  }
  // One alone is a name where it is printed as one: `Go`.
  if (!/^\p{Lu}/u.test(asked)) return false;
  const sentences = draft.shelf.runs.printing(asked, draft.range);
  if (sentences.size === 0) return false;
  draft.concepts.push({
    ...named(asked, first.start),
    alternatives: [{ terms: [], factor: 1, sentences }],
    found: true,
    rarity: UNKNOWN_RARITY,
  });
  return true;
}

function addPhrase(draft: Draft, asked: string, at: number, tokens: readonly Token[]): void {
  const { shelf, range } = draft;
  const words = tokens.map(({ text }) => text);
  const sentences = UNSPACED.test(asked)
    ? shelf.runs.literally(asked.replace(MARKS, ''), range)
    : shelf.runs.holding(words, range);
  const terms = words.flatMap((word) => shelf.index.termId.get(shelf.index.language.stem(word)) ?? []);
  draft.concepts.push({
    ...named(asked, at),
    alternatives: sentences.size > 0 ? [{ terms, factor: 1, sentences }] : [],
    found: sentences.size > 0,
    rarity: Math.max(UNKNOWN_RARITY, rarestOf(shelf, words.join(' '))),
  });
}

const MARKS = /^["“„«»「『]|["”“«»」』]$/g;

/** A phrase names something: what is told of another does not answer. */
function named(asked: string, at: number) {
  return { asked, at, isName: true, isNumber: false, part: false, stems: [] } as const;
}
