import type { Dictionary } from './dictionary.ts';
import type { Reading } from './finding.ts';
import { isCommon, rarity } from './frequency.ts';
import type { Language, Token } from './language.ts';
import { languageOf } from './language.ts';
import type { Scope } from './sentence-index.ts';
import { holdsTerm, type Shelf } from './shelf.ts';
import { splitHan } from './split-han.ts';
import { hanRuns } from './tokenizer.ts';
import { transcribes } from './transliteration.ts';

/** One way to look a concept up: a term, or several that stand for it together (`Financial Times`). */
export interface Alternative {
  readonly terms: readonly number[];
  /** How much it counts beside the word as typed, from 0 to 1. */
  readonly factor: number;
}

/** A word or name of the question that is looked up; in each sentence the best of its alternatives counts. */
export interface Concept {
  /** As the reader typed it. */
  readonly asked: string;
  /** Offset in the question. */
  readonly at: number;
  readonly alternatives: readonly Alternative[];
  /** Whether some sentence holds the word, or what it was read as; not so where only related words do. */
  readonly found: boolean;
  /** How much the question hangs on it: `rarity`, for languages without counts an estimate on the same scale. */
  readonly rarity: number;
  /** A character of a Han word that is a concept itself. */
  readonly part: boolean;
  /** Stems it was looked up as, whether or not a sentence holds them: for titles and headings. */
  readonly stems: readonly string[];
}

export interface ReadQuestion {
  /** In the question's order. */
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
}

/** What related words count beside the word itself. Fitted with `WEIGHTS`. */
const RELATED = { unknown: 0.6, known: 0.8 } as const;
/** Spellings that are this much less alike than the nearest are not considered. */
const SPELLING_MARGIN = 0.1;
const MOST_SPELLINGS = 4;
const MOST_SENSES = 12;
/** Longer senses are explanations, whose words stand in any text. */
const MOST_SENSE_WORDS = 3;
/** What a word of one Chinese character counts beside longer ones: it means too many things. */
const SINGLE_CHARACTER = 0.6;
/** What a name counts that only sounds like what was typed. */
const SOUNDED = 0.8;
/** Capitals such as `US` and `AI` are names even where the language has a stop word `us`. */
const ACRONYM = /^\p{Lu}{2,5}$|^(?:\p{Lu}\.)+\p{Lu}$/u;

/** Whether the shelf's language writes in Han itself, so that a Chinese question needs no dictionary. */
export function readsHan({ index }: Shelf): boolean {
  return ['zh', 'ja', 'yue'].includes(index.language.tag);
}

/** Turns a question into what is looked up in a scope of a shelf; `dictionary` reads Chinese for other languages. */
export function readQuestion(
  question: string,
  shelf: Shelf,
  scope: Scope,
  dictionary?: Dictionary,
): ReadQuestion {
  const reader = new QuestionReader(shelf, scope);
  const { language } = shelf.index;
  // In a question all in capitals, capitals tell nothing.
  const text = /\p{Ll}/u.test(question) ? question : question.toLowerCase();
  let spaced = text;
  if (dictionary && !readsHan(shelf)) {
    for (const run of hanRuns(text)) {
      reader.readHanRun(run, dictionary);
      spaced = spaced.slice(0, run.start) + ' '.repeat(run.text.length) + spaced.slice(run.end);
    }
  }
  const tokens = language.tokenize(spaced);
  for (let at = 0; at < tokens.length; ) at += reader.readToken(tokens, at);
  return reader.result();
}

class QuestionReader {
  readonly #shelf: Shelf;
  readonly #holds: (term: number) => boolean;
  readonly #concepts: Concept[] = [];
  readonly #readings: Reading[] = [];

  constructor(shelf: Shelf, scope: Scope) {
    this.#shelf = shelf;
    this.#holds = (term) => holdsTerm(shelf, term, scope);
  }

  result(): ReadQuestion {
    return { concepts: this.#concepts.sort((a, b) => a.at - b.at), readings: this.#readings };
  }

  /** Reads a name or a word and returns how many tokens it took. */
  readToken(tokens: readonly Token[], at: number): number {
    const { language } = this.#shelf.index;
    const token = tokens[at];
    if (!token) return 1;
    const name = this.#shelf.names.amongTokens(tokens, at);
    const taken = name ? tokens.slice(at, at + name.length) : [];
    const isStopWord = language.isStopWord(token.text) && !ACRONYM.test(token.text);
    if (name && !(name.length === 1 && isStopWord) && this.#addName(taken, name.printed)) return name.length;
    if (!isStopWord) this.#addWord(token);
    return 1;
  }

  /** Reads Chinese for a text in another language: as the names of its articles, and as words of the dictionary. */
  readHanRun(run: Token, dictionary: Dictionary): void {
    const chinese = languageOf('zh');
    const { names } = this.#shelf;
    let readTo = 0;
    const isName = (word: string) => names.inRun(word, 0)?.length === word.length;
    const words = splitHan(run.text, isName, dictionary.holds);
    for (const [at, word] of words.entries()) {
      if (word.start < readTo) continue;
      const sounded = this.#soundedFrom(words, at, dictionary);
      if (sounded) {
        const asked = run.text.slice(word.start, sounded.end);
        const at = run.start + word.start;
        this.#concepts.push({
          asked,
          at,
          alternatives: sounded.names.map(({ term }) => ({ terms: [term], factor: SOUNDED })),
          found: true,
          rarity: UNKNOWN_RARITY,
          part: false,
          stems: [],
        });
        this.#readings.push({ asked, read: sounded.names.map(({ surface }) => surface), by: 'sound' });
        readTo = sounded.end;
        continue;
      }
      const token = { text: word.text, start: run.start + word.start, end: run.start + word.end };
      const name = names.inRun(word.text, 0);
      if (name && name.length === word.text.length && this.#addName([token], name.printed)) continue;
      if (chinese.isStopWord(word.text) || QUESTION_WORD.test(word.text)) continue;
      this.#addTranslated(token, dictionary.senses(word.text));
    }
  }

  /** The longest run of single characters from a word on that sounds like a name of the articles. */
  #soundedFrom(words: readonly Token[], at: number, dictionary: Dictionary) {
    let end = at;
    while (end < words.length && transcribes(words[end]?.text ?? '')) end += 1;
    for (; end - at >= 2; end -= 1) {
      const syllables = words.slice(at, end).map(({ text }) => dictionary.syllable(text));
      const names = this.#shelf
        .sounds()
        .like(syllables)
        .filter(({ term }) => this.#holds(term));
      if (names.length > 0) return { names, end: words[end - 1]?.end ?? 0 };
    }
    return undefined;
  }

  /** Adds a name as the articles print it, unless they do not print it here. */
  #addName(tokens: readonly Token[], printed: readonly string[]): boolean {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (!first || !last) return false;
    const asked = tokens.length === 1 ? first.text : tokens.map(({ text }) => text).join(' ');
    const own = this.#termsOf(asked);
    const held = printed
      .map((name) => ({ name, terms: this.#termsOf(name) }))
      .filter(({ terms }) => terms.length > 0 && terms.every(this.#holds));
    if (held.length === 0) return false;
    const asTyped = own.length > 0 && own.every(this.#holds) ? [{ terms: own, factor: 1 }] : [];
    this.#concepts.push({
      asked,
      at: first.start,
      alternatives: [...asTyped, ...held.map(({ terms }) => ({ terms, factor: 1 }))],
      found: true,
      rarity: Math.max(...held.map(({ name }) => this.#rarityOf(name))),
      part: false,
      stems: [],
    });
    if (asTyped.length === 0) this.#readings.push({ asked, read: held.map(({ name }) => name), by: 'alias' });
    return true;
  }

  #addWord(token: Token): void {
    const { index, speller } = this.#shelf;
    const asked = token.text;
    const english = index.language.tag === 'en';
    const concept = {
      asked,
      at: token.start,
      rarity: this.#rarityOf(asked),
      part: token.part === true,
      stems: [index.language.stem(asked)],
    };
    const term = index.termId.get(index.language.stem(asked)) ?? 0;
    if (this.#holds(term)) {
      // English stems bring enough words together; richer inflection and compounds need more.
      const related = english || token.part ? [] : speller.related(asked, this.#holds);
      const others = related.filter((other) => other.term !== term);
      this.#concepts.push({
        ...concept,
        found: true,
        alternatives: [
          { terms: [term], factor: 1 },
          ...others.map((other) => ({ terms: [other.term], factor: other.similarity * RELATED.known })),
        ],
      });
      return;
    }
    const spellings = english && isCommon(asked) ? [] : speller.meant(asked, this.#holds);
    const nearest = spellings[0];
    if (nearest?.term === 0) return;
    const meant = spellings
      .filter(
        ({ term: other, similarity }) =>
          other !== 0 && similarity >= (nearest?.similarity ?? 0) - SPELLING_MARGIN,
      )
      .slice(0, MOST_SPELLINGS);
    const related = meant.length > 0 ? [] : speller.related(asked, this.#holds);
    this.#concepts.push({
      ...concept,
      found: meant.length > 0,
      alternatives: [
        ...meant.map((other) => ({ terms: [other.term], factor: other.similarity ** 2 })),
        ...related.map((other) => ({ terms: [other.term], factor: other.similarity * RELATED.unknown })),
      ],
    });
    if (meant.length > 0) {
      const read = [...new Map(meant.map((other) => [other.term, other.surface])).values()];
      this.#readings.push({ asked, read, by: 'spelling' });
    }
  }

  #addTranslated(token: Token, senses: readonly string[]): void {
    const { language } = this.#shelf.index;
    const alternatives: Alternative[] = [];
    const read = new Set<string>();
    const stems = new Set<string>();
    const certainty = [...token.text].length === 1 ? SINGLE_CHARACTER : 1;
    let commonest = UNKNOWN_RARITY;
    for (const sense of senses.slice(0, MOST_SENSES)) {
      const words = language.tokenize(sense).filter(({ text }) => !language.isStopWord(text));
      if (words.length === 0 || words.length > MOST_SENSE_WORDS) continue;
      if (words.length === 1) for (const { text } of words) stems.add(language.stem(text));
      commonest = Math.min(commonest, Math.max(...words.map(({ text }) => this.#rarityOf(text))));
      const held = words
        .map(({ text }) => ({ text, term: this.#termsOf(text)[0] ?? 0 }))
        .filter(({ term }) => this.#holds(term));
      if (held.length === 0) continue;
      alternatives.push({
        terms: held.map(({ term }) => term),
        factor: (certainty * held.length) / words.length,
      });
      if (held.length === words.length) read.add(held.map(({ text }) => text).join(' '));
    }
    const found = read.size > 0;
    this.#concepts.push({
      asked: token.text,
      at: token.start,
      alternatives,
      found,
      rarity: certainty * commonest,
      part: false,
      stems: [...stems],
    });
    if (found) this.#readings.push({ asked: token.text, read: [...read], by: 'dictionary' });
  }

  #termsOf(text: string): number[] {
    const { language, termId } = this.#shelf.index;
    const words = language
      .tokenize(text)
      .filter((word) => !language.isStopWord(word.text) || ACRONYM.test(word.text));
    return words.map((word) => termId.get(language.stem(word.text)) ?? -1);
  }

  #rarityOf(text: string): number {
    const words = this.#shelf.index.language.tokenize(text);
    return Math.max(0, ...words.map((word) => rarityIn(this.#shelf.index.language, word.text)));
  }
}

/** Chinese question words and particles that are more than one character, so that they reach the dictionary. */
const QUESTION_WORD =
  /^(?:什么|什麼|怎么|怎麼|怎样|怎樣|如何|多少|哪里|哪裡|哪些|哪个|哪個|何时|何時|何处|為什麼|为什么|为何|為何|是否|谁|誰|哪|几|幾|吗|嗎|呢|有|被|请|請|问|問|是|这些|這些|那些|这个|這個|那个|那個)$/;

/** Rarity of a figure: a year or an amount tells about as much as a rare word. */
const NUMBER_RARITY = 13;

/** Rarity of a word that nothing is known of, between a rare and an unlisted word of English. */
const UNKNOWN_RARITY = 13;

/** Longer words are rarer in every language (Zipf 1949), which must do where no counts are at hand. */
function rarityIn(language: Language, word: string): number {
  if (/^\p{N}/u.test(word)) return NUMBER_RARITY;
  if (language.tag === 'en') return rarity(word);
  return Math.min(15, 6 + 0.8 * word.length);
}
