// Stores how articles were split.
import type { Article, Section, Sentence } from '../corpus/article.ts';
import { CorpusError } from '../corpus/corpus-error.ts';
import { parseArticle } from '../corpus/parse.ts';
import type { Span } from '../corpus/passage.ts';
import { sha256 } from '../corpus/sha256.ts';
import type { Result } from '../result.ts';
import { isOlder, RULES } from './rules.ts';
import type { StoredArticle, StoredSplit } from './store.ts';

/** All of an article but its text, which is the end of its file. Lists of numbers take half the room of objects, and a third of the time. */
interface Form {
  /** UTF-16 units of the file before the text. */
  readonly textAt: number;
  /** What JSON can tell as it is. */
  readonly rest: Omit<Article, 'text' | 'sections' | 'sentences' | 'aliases'>;
  readonly aliases: readonly (readonly [string, readonly string[]])[];
  readonly sections: readonly (readonly [heading: string, level: number, first: number, end: number])[];
  /** For each sentence: units since the one before, its length, its section, its traits; then what these say that follows. */
  readonly sentences: readonly number[];
}

/** Of text before the first heading. */
const NO_LEVEL = 0;

/** Traits of a sentence. With `QUOTED` its depth follows, with `MARKED` how many note marks, and for each the units before it and its length. */
const OPENS = 1;
const CUT = 2;
const FENCE = 4;
const ROW = 8;
const QUOTED = 16;
const MARKED = 32;

/** How an article was split, to be stored beside the contents of the file that it was parsed from. */
export function splitOf(article: Article, contents: Uint8Array): StoredSplit {
  const { text, sections, sentences, aliases, ...rest } = article;
  const form: Form = {
    textAt: new TextDecoder().decode(contents).length - text.length,
    rest,
    aliases: [...aliases],
    sections: sections.map(({ heading, level = NO_LEVEL, first, end }) => [heading, level, first, end]),
    sentences: flattened(sentences),
  };
  return { rules: RULES, form: JSON.stringify(form) };
}

/**
 * The article that is stored, without parsing it; once with, where other rules split it or the split is not of these contents. `renewed`
 * is then to be stored, unless a newer program did that better. A problem where the file cannot be parsed and what is stored does not fit.
 */
export function articleOf({ id, contents, split }: Pick<StoredArticle, 'id' | 'contents' | 'split'>): Result<{
  readonly article: Article;
  readonly renewed?: StoredSplit;
}> {
  const known = fromForm(split.form, id, contents);
  if (known && split.rules === RULES) return { value: { article: known } };
  try {
    const article = parseArticle(id, contents);
    const isBetter = !known || isOlder(split.rules);
    return { value: { article, ...(isBetter && { renewed: splitOf(article, contents) }) } };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    // Rules that became stricter take no article away that quotes its text as ever.
    return known ? { value: { article: known } } : { problem: error.message };
  }
}

/** The article of that form; undefined where it is none, or not of these contents. */
function fromForm(json: string, id: string, contents: Uint8Array): Article | undefined {
  try {
    const form: Form = JSON.parse(json);
    const text = new TextDecoder().decode(contents).slice(form.textAt);
    if (form.rest.id !== id || form.rest.revision !== sha256(text)) return undefined;
    return {
      ...form.rest,
      aliases: new Map(form.aliases),
      text,
      sections: form.sections.map(
        ([heading, level, first, end]): Section => ({
          heading,
          ...(level !== NO_LEVEL && { level }),
          first,
          end,
        }),
      ),
      sentences: unfolded(form.sentences),
    };
  } catch {
    return undefined;
  }
}

function flattened(sentences: readonly Sentence[]): number[] {
  const numbers: number[] = [];
  let at = 0;
  for (const { start, end, section, form, quoteDepth, opens, isCut, marks } of sentences) {
    const traits =
      (opens ? OPENS : 0) |
      (isCut ? CUT : 0) |
      (form === 'fence' ? FENCE : 0) |
      (form === 'row' ? ROW : 0) |
      (quoteDepth === undefined ? 0 : QUOTED) |
      (marks.length > 0 ? MARKED : 0);
    numbers.push(start - at, end - start, section, traits);
    if (quoteDepth !== undefined) numbers.push(quoteDepth);
    if (marks.length > 0) {
      numbers.push(marks.length);
      let after = start;
      for (const mark of marks) {
        numbers.push(mark.start - after, mark.end - mark.start);
        after = mark.end;
      }
    }
    at = end;
  }
  return numbers;
}

/** @throws RangeError where numbers lack. */
function unfolded(numbers: readonly number[]): Sentence[] {
  const sentences: Sentence[] = [];
  let next = 0;
  const take = (): number => {
    const number = numbers[next];
    if (!Number.isInteger(number) || number === undefined) throw new RangeError('The split is damaged');
    next += 1;
    return number;
  };
  let at = 0;
  while (next < numbers.length) {
    const start = at + take();
    const end = start + take();
    const section = take();
    const traits = take();
    sentences.push({
      start,
      end,
      section,
      opens: (traits & OPENS) > 0,
      ...(traits & FENCE ? { form: 'fence' as const } : traits & ROW ? { form: 'row' as const } : {}),
      ...(traits & QUOTED ? { quoteDepth: take() } : {}),
      ...(traits & CUT ? { isCut: true as const } : {}),
      marks: traits & MARKED ? marksFrom(start, take) : [],
    });
    at = end;
  }
  return sentences;
}

function marksFrom(sentenceStart: number, take: () => number): Span[] {
  const marks: Span[] = [];
  let after = sentenceStart;
  for (let left = take(); left > 0; left -= 1) {
    const start = after + take();
    const end = start + take();
    marks.push({ start, end });
    after = end;
  }
  return marks;
}
