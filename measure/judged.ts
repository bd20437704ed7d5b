// The format of files with judged questions.
import * as z from 'zod';
import { Unusable } from './unusable.ts';

/** An article as given, with what would answer each of its questions. */
export interface JudgedArticle {
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag; `en` where the file does not say. */
  readonly lang: string;
  /** Paragraphs joined by a blank line. */
  readonly text: string;
  readonly questions: readonly JudgedQuestion[];
}

export interface JudgedQuestion {
  readonly id: string;
  readonly question: string;
  /** Whether the article answers it, as far as the judges looked. */
  readonly answerable: boolean;
  /** UTF-16 offsets into the article's text; a passage that covers one of them answers the question. */
  readonly answers: readonly number[];
}

/** A question on the corpus itself, with the outcome an honest reader would give. */
export interface CorpusQuestion {
  readonly question: string;
  readonly outcome: 'found' | 'unclear' | 'absent';
  /** For `found`: one of the first three passages must hold one of these. */
  readonly expect: readonly string[];
  readonly kind: string;
}

export type JudgedFile =
  | {
      readonly kind: 'articles';
      readonly name: string;
      readonly articles: readonly JudgedArticle[];
      /** Whether questions were put to one paragraph each, so that what it lacks may stand in another. */
      readonly isByParagraph: boolean;
    }
  | { readonly kind: 'corpus'; readonly name: string; readonly questions: readonly CorpusQuestion[] };

const index = z.int().min(0);
const head = { id: z.string().min(1), title: z.string(), lang: z.string().min(2).default('en') };
const asked = { id: z.string().min(1), question: z.string(), answerable: z.boolean() };

const articleLine = z.strictObject({
  ...head,
  paragraphs: z.array(z.string()).min(1),
  questions: z.array(
    z.strictObject({
      ...asked,
      answers: z.array(z.strictObject({ text: z.string(), paragraph: index, start: index })),
    }),
  ),
});

const sentenceLine = z.strictObject({
  ...head,
  sentences: z.array(z.string()).min(1),
  questions: z.array(z.strictObject({ ...asked, positives: z.array(index) })),
});

const corpusLine = z.strictObject({
  question: z.string(),
  outcome: z.enum(['found', 'unclear', 'absent']),
  expect: z.array(z.string()).default([]),
  kind: z.string().default(''),
  lang: z.string().optional(),
});

/**
 * Reads a judged file, one JSON object a line, all of one kind: article sets have `paragraphs`, sentence sets
 * `sentences`, questions on the corpus neither. Throws `Unusable`, naming the line.
 */
export function parseJudged(name: string, content: string): JudgedFile {
  const articles: JudgedArticle[] = [];
  const questions: CorpusQuestion[] = [];
  for (const [at, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const entry = parseLine(line);
      if (!('text' in entry)) questions.push(entry);
      else if (articles.some(({ id }) => id === entry.id)) throw new Error(`${entry.id} is there already`);
      else articles.push(entry);
    } catch (error) {
      throw new Unusable(`${name}, line ${at + 1}: ${reasonOf(error)}`);
    }
  }
  if (articles.length > 0 && questions.length > 0) {
    throw new Unusable(
      `${name} mixes articles and questions without an article; keep them in files of their own.`,
    );
  }
  if (articles.length > 0)
    return { kind: 'articles', name, articles, isByParagraph: /^\s*\{[^\n]*"paragraphs":/.test(content) };
  if (questions.length > 0) return { kind: 'corpus', name, questions };
  throw new Unusable(`${name} is empty.`);
}

function parseLine(line: string): JudgedArticle | CorpusQuestion {
  const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
  const has = (key: string) => typeof value === 'object' && value !== null && key in value;
  if (has('paragraphs')) return fromParagraphs(articleLine.parse(value));
  if (has('sentences')) return fromSentences(sentenceLine.parse(value));
  return corpusLine.parse(value);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

/** Joins paragraphs by a blank line and tells at which offset each begins. */
function joinParagraphs(paragraphs: readonly string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    starts.push(text.length);
    text += paragraph;
  }
  return { text, starts };
}

function fromParagraphs({ paragraphs, questions, ...article }: z.infer<typeof articleLine>): JudgedArticle {
  const { text, starts } = joinParagraphs(paragraphs);
  return {
    ...article,
    text,
    questions: questions.map(({ answers, ...question }) => ({
      ...question,
      answers: answers.map((answer) => {
        const start = (starts[answer.paragraph] ?? Number.NaN) + answer.start;
        if (!answer.text || text.slice(start, start + answer.text.length) !== answer.text) {
          throw new Error(
            `question ${question.id}: paragraph ${answer.paragraph} does not hold “${answer.text}” at ${answer.start}`,
          );
        }
        return start;
      }),
    })),
  };
}

/** Each sentence becomes a paragraph of its own; a positive is covered where its first character is. */
function fromSentences({ sentences, questions, ...article }: z.infer<typeof sentenceLine>): JudgedArticle {
  const { text, starts } = joinParagraphs(sentences);
  return {
    ...article,
    text,
    questions: questions.map(({ positives, ...question }) => ({
      ...question,
      answers: positives.map((positive) => {
        const start = starts[positive];
        const sentence = sentences[positive]?.trimEnd() ?? '';
        if (start === undefined || sentence === '') {
          throw new Error(`question ${question.id}: there is no sentence ${positive} to be a positive`);
        }
        return start + sentence.length - sentence.trimStart().length;
      }),
    })),
  };
}
