// Reads a question, word by word.
import type { Range } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Dictionary } from '../text/cc-cedict.ts';
import { languageOf, type Token } from '../text/language.ts';
import { ACRONYM } from '../text/shape.ts';
import { hanRuns } from '../text/tokenizer.ts';
import { addName, type Draft, draftFor, type ReadQuestion } from './concepts.ts';
import { readChinese } from './read-chinese.ts';
import { readLabels } from './read-labels.ts';
import { readQuoted, readStopWords } from './read-phrases.ts';
import { readWord } from './read-word.ts';
import { type Together, termsTogether } from './together.ts';

/** Words in capitals that are taken for a name. */
const MOST_NAME_WORDS = 2;

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
  // In a question all in capitals, capitals tell nothing; one or two words of them are a name.
  const isShouted = !/\p{Ll}/u.test(question) && question.trim().split(/\s+/).length > MOST_NAME_WORDS;
  const text = isShouted ? question.toLowerCase() : question;
  let spaced = text;
  if (dictionary && !readsHan(shelf)) {
    for (const run of hanRuns(text)) {
      // What the articles print as it is typed needs no dictionary.
      if (isPrinted(draft, run)) continue;
      readChinese(draft, run, dictionary);
      spaced = spaced.slice(0, run.start) + ' '.repeat(run.text.length) + spaced.slice(run.end);
    }
  }
  const tokens = shelf.index.language.tokenize(spaced);
  const together = termsTogether(draft, spaced, tokens);
  readQuoted(draft, spaced);
  readLabels(draft, spaced, tokens);
  for (let at = 0; at < tokens.length; ) at += readToken(draft, tokens, at, together);
  if (draft.concepts.length === 0) readStopWords(draft, spaced, tokens);
  return { concepts: draft.concepts.sort((a, b) => a.at - b.at), readings: draft.readings };
}

/** Whether the articles hold each word of a run that is no stop word, and one at least. */
function isPrinted({ shelf, holds }: Draft, run: Token): boolean {
  const { language, termId } = shelf.index;
  const words = language.tokenize(run.text).filter(({ part, text }) => !part && !CHINESE.isStopWord(text));
  return words.length > 0 && words.every(({ text }) => holds(termId.get(language.stem(text)) ?? 0));
}

const CHINESE = languageOf('zh');

/** Reads the name or the word at `at` and returns how many tokens it takes. */
function readToken(draft: Draft, tokens: readonly Token[], at: number, together: Together): number {
  const token = tokens[at];
  if (!token) return 1;
  const { language } = draft.shelf.index;
  const isStopWord = language.isStopWord(token.text) && !ACRONYM.test(token.text);
  const name = draft.shelf.names.amongTokens(tokens, at);
  if (name && !(name.length === 1 && isStopWord)) {
    const asked = tokens.slice(at, at + name.length).map(({ text }) => text);
    if (addName(draft, asked.join(' '), token.start, name.printed)) return name.length;
  }
  const said = together(at);
  if (!isStopWord || said.terms.length > 0)
    readWord(draft, token, { isWithin: at > 0 || token.start > 0, together: said });
  return 1;
}
