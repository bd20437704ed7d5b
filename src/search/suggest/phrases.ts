// Collects the phrases of a text.
import type { Steps } from '../../steps.ts';
import type { Range, WholeIndex } from '../index/sentence-index.ts';
import { rarity } from '../text/frequency.ts';
import { type Lexicon, TRAIT } from './lexicon.ts';
import { type Phrase, type PhraseKind, wordForms } from './phrase.ts';
import { collectingCandidates, keyOf, type PhraseCandidate } from './phrase-candidates.ts';

/** How many phrases, and how many single words, are kept of a range: the most telling. */
const MOST_PHRASES = 50_000;
const MOST_WORDS = 50_000;
/** What counts beside how often a phrase occurs: a name tells more than other words, and one with an alias most. */
const WEIGHT = { name: 2, aliased: 4 } as const;
/** Rarity of a usual word of English, see `rarity`. */
const USUAL_RARITY = 10;
/** Shorter words are typed faster than they are picked. */
const SHORTEST_WORD = 4;
/** Candidates or phrases in one step: a few milliseconds. */
const A_STEP = 1024;

/** Headings in the text's order, then names and noun phrases, then single words; of each kind the most telling first. */
export function* collectingPhrases(
  index: WholeIndex,
  lexicon: Lexicon,
  range: Range,
  longest: number,
): Steps<Phrase[]> {
  const phrases: Phrase[] = [];
  const known = new Set<string>();
  const add = (text: string, forms: readonly string[], kind: PhraseKind, score: number) => {
    const key = forms.join(' ');
    if (text.length > longest || text.trim() === '' || forms.length === 0 || known.has(key)) return;
    known.add(key);
    phrases.push({ text, forms, kind, score });
  };
  const formsOf = (text: string) => wordForms(text, index.language);
  const articles = articlesIn(index, range);
  for (const { sections } of articles) {
    for (const { heading } of sections) add(heading, formsOf(heading), 'heading', 0);
  }
  const aliased = new Set(
    articles.flatMap(({ aliases }) =>
      [...aliases.keys()].map((name) => keyOf(formsOf(name).map((form) => lexicon.formId.get(form) ?? -1))),
    ),
  );
  const candidates = yield* collectingCandidates(index, lexicon, range, aliased);
  const scored = yield* scoring(candidates, aliased, index.language.tag, lexicon);
  for (const [at, { candidate, score }] of scored.slice(0, MOST_PHRASES).entries()) {
    if (at % A_STEP === 0) yield;
    const { article, start, end, forms, isName } = candidate;
    const words = forms.map((form) => lexicon.forms[form] ?? '');
    add(article?.text.slice(start, end) ?? '', words, isName ? 'name' : 'noun', score);
  }
  for (const [at, { surface, count }] of wordsIn(index, lexicon, range).slice(0, MOST_WORDS).entries()) {
    if (at % A_STEP === 0) yield;
    const text = index.surfaces[surface] ?? '';
    add(text, [lexicon.forms[lexicon.formOf[surface] ?? 0] ?? ''], 'word', count);
  }
  return phrases;
}

function articlesIn({ articles, firstSentence }: WholeIndex, { from, to }: Range) {
  return articles.filter((_, at) => (firstSentence[at] ?? 0) >= from && (firstSentence[at + 1] ?? 0) <= to);
}

/**
 * Candidates that stand on their own, the most telling first: by how many sentences hold them less those that hold
 * them within a longer phrase, times the logarithm of their length. This is the C-value (Frantzi, Ananiadou & Mima
 * 2000) with one added to the logarithm, so that single words count, and the most frequent longer phrase in place of
 * the mean of all: `House memorandum` counts nothing where it always follows `White`.
 */
function* scoring(
  candidates: ReadonlyMap<number, PhraseCandidate>,
  aliased: ReadonlySet<number>,
  tag: string,
  lexicon: Lexicon,
): Steps<{ candidate: PhraseCandidate; score: number }[]> {
  let steps = 0;
  const nested = new Map<PhraseCandidate, number>();
  for (const longer of candidates.values()) {
    steps += 1;
    if (steps % A_STEP === 0) yield;
    const { forms, count } = longer;
    for (let length = forms.length - 1; length > 0; length -= 1) {
      for (let from = 0; from + length <= forms.length; from += 1) {
        const inner = candidates.get(keyOf(forms.slice(from, from + length)));
        if (!inner || (inner.isName && !longer.isName)) continue;
        nested.set(inner, Math.max(count, nested.get(inner) ?? 0));
      }
    }
  }
  const scored: { candidate: PhraseCandidate; score: number }[] = [];
  for (const [key, candidate] of candidates) {
    steps += 1;
    if (steps % A_STEP === 0) yield;
    const { forms, count, isName, isWhole } = candidate;
    const isAliased = aliased.has(key);
    if (!isAliased && !isWhole && count < 2) continue;
    const own = isAliased ? count : count - (nested.get(candidate) ?? 0);
    if (own <= 0) continue;
    const kind = isAliased ? WEIGHT.aliased : isName ? WEIGHT.name : rarityOf(forms, tag, lexicon);
    scored.push({ candidate, score: kind * (1 + Math.log2(forms.length)) * own });
  }
  yield;
  return scored.sort((a, b) => b.score - a.score);
}

/** Mean rarity of a phrase's words beside that of a usual word; 1 where nothing is known of how rare words are. */
function rarityOf(forms: readonly number[], tag: string, lexicon: Lexicon): number {
  if (tag !== 'en') return 1;
  return (
    forms.reduce((sum, form) => sum + rarity(lexicon.forms[form] ?? ''), 0) / forms.length / USUAL_RARITY
  );
}

/** Surfaces that are worth completing, the most frequent first. */
function wordsIn(index: WholeIndex, lexicon: Lexicon, range: Range): { surface: number; count: number }[] {
  const counts = new Uint32Array(index.surfaces.length);
  const end = index.wordStart[range.to] ?? 0;
  for (let at = index.wordStart[range.from] ?? 0; at < end; at += 1) {
    const surface = index.words[at] ?? 0;
    counts[surface] = (counts[surface] ?? 0) + 1;
  }
  const unfit = TRAIT.stop | TRAIT.name | TRAIT.number | TRAIT.possessive;
  const found: { surface: number; count: number }[] = [];
  counts.forEach((count, surface) => {
    const traits = lexicon.traitsOf[surface] ?? 0;
    const shortest = (traits & TRAIT.unspaced) !== 0 ? 2 : SHORTEST_WORD;
    const length = index.surfaces[surface]?.length ?? 0;
    if (count > 0 && (traits & unfit) === 0 && length >= shortest) found.push({ surface, count });
  });
  return found.sort((a, b) => b.count - a.count);
}
