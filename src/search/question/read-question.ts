import type { Range } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Neighbor } from '../index/spelling.ts';
import type { Dictionary } from '../text/cc-cedict.ts';
import { rarityIn } from '../text/frequency.ts';
import type { Token } from '../text/language.ts';
import { ACRONYM } from '../text/shape.ts';
import { hanRuns } from '../text/tokenizer.ts';
import { addName, type Concept, type Draft, draftFor, type ReadQuestion } from './concepts.ts';
import { misspellingOf } from './misspelling.ts';
import { isName } from './question-kind.ts';
import { readChinese } from './read-chinese.ts';

/** What related words count beside the word itself; tried from 0.4 to 0.8. */
const RELATED = { unknown: 0.6, known: 0.8 } as const;

/** Whether the shelf's language writes in Han itself, so that a Chinese question needs no dictionary. */
export function readsHan({ index }: Shelf): boolean {
  return ['zh', 'ja', 'yue'].includes(index.language.tag);
}

/** Turns a question into what is looked up in a range of a shelf; `dictionary` reads Chinese for other languages. */
export function readQuestion(
  question: string,
  shelf: Shelf,
  range: Range,
  dictionary?: Dictionary,
): ReadQuestion {
  const draft = draftFor(shelf, range);
  // In a question all in capitals, capitals tell nothing.
  const text = /\p{Ll}/u.test(question) ? question : question.toLowerCase();
  let spaced = text;
  if (dictionary && !readsHan(shelf)) {
    for (const run of hanRuns(text)) {
      readChinese(draft, run, dictionary);
      spaced = spaced.slice(0, run.start) + ' '.repeat(run.text.length) + spaced.slice(run.end);
    }
  }
  const tokens = shelf.index.language.tokenize(spaced);
  for (let at = 0; at < tokens.length; ) at += readToken(draft, tokens, at);
  return { concepts: draft.concepts.sort((a, b) => a.at - b.at), readings: draft.readings };
}

/** Reads the name or the word at `at` and returns how many tokens it takes. */
function readToken(draft: Draft, tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 1;
  const { language } = draft.shelf.index;
  const isStopWord = language.isStopWord(token.text) && !ACRONYM.test(token.text);
  const name = draft.shelf.names.amongTokens(tokens, at);
  if (name && !(name.length === 1 && isStopWord)) {
    const asked = tokens.slice(at, at + name.length).map(({ text }) => text);
    if (addName(draft, asked.join(' '), token.start, name.printed)) return name.length;
  }
  if (!isStopWord) readWord(draft, token, at > 0);
  return 1;
}

function readWord({ shelf, holds, concepts, readings }: Draft, token: Token, isWithin: boolean): void {
  const { index, speller } = shelf;
  const { language } = index;
  const asked = token.text;
  const stem = language.stem(asked);
  const word = {
    asked,
    at: token.start,
    rarity: rarityIn(language, asked),
    isName: isWithin && isName(asked, language),
    isNumber: /^\p{N}/u.test(asked),
    part: token.part === true,
    stems: [stem],
  };
  const term = index.termId.get(stem) ?? 0;
  if (holds(term)) {
    // English stems bring enough words together; richer inflection and compounds need more.
    const related = language.tag === 'en' || token.part ? [] : speller.related(asked, holds);
    const others = related.filter((other) => other.term !== term);
    const alternatives = [{ terms: [term], factor: 1 }, ...alternativesOf(others, RELATED.known)];
    concepts.push({ ...word, found: true, alternatives });
    return;
  }
  const meant = misspellingOf({ asked, stem, isName: word.isName }, shelf, holds);
  if (meant === 'stop-word') return;
  if (meant.length === 0) {
    const alternatives = alternativesOf(speller.related(asked, holds), RELATED.unknown);
    concepts.push({ ...word, found: false, alternatives });
    return;
  }
  // Squared, since a short word is one slip away from many.
  const alternatives = meant.map((other) => ({ terms: [other.term], factor: other.similarity ** 2 }));
  concepts.push({ ...word, found: true, alternatives });
  const read = new Map(meant.map((other) => [other.term, other.surface]));
  readings.push({ asked, read: [...read.values()], by: 'spelling' });
}

function alternativesOf(related: readonly Neighbor[], share: number): Concept['alternatives'] {
  return related.map(({ term, similarity }) => ({ terms: [term], factor: similarity * share }));
}
