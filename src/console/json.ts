import * as z from 'zod';
import { sectionOf, spanOf, textOf } from '../corpus/passage.ts';
import type { Words } from '../reply/words.ts';
import type { Finding } from '../search/finding.ts';

/** The most passages that a line may ask for. */
export const MOST_PASSAGES = 100;

/** One question of standard input. */
export interface Query {
  readonly question: string;
  readonly article?: string | undefined;
  readonly limit?: number | undefined;
}

const queryShape = z.strictObject({
  question: z.string(),
  article: z.string().optional(),
  limit: z.int().min(1).max(MOST_PASSAGES).optional(),
});

/** Reads a line: a JSON object where it opens with a brace, else a plain question. */
export function readQuery(line: string): Query | { readonly error: string } {
  if (!line.trimStart().startsWith('{')) return { question: line };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { error: `The line opens with a brace but is not JSON: ${why}` };
  }
  const read = queryShape.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the object'}: ${message}`,
  );
  return {
    error: `The object must hold "question" and may hold "article" and "limit" (1 to ${MOST_PASSAGES}). ${problems.join('; ')}`,
  };
}

/** A finding as one JSON object on one line, with its line feed. */
export function toJson(finding: Finding, words: Words): string {
  const { question, outcome, reason, found, missing, passages } = finding;
  return `${JSON.stringify({
    question,
    outcome,
    reason: words.ask.reason(reason),
    found,
    missing,
    passages: passages.map((passage) => ({
      article: passage.article.id,
      section: sectionOf(passage).heading || null,
      sentence: passage.first + 1,
      ...spanOf(passage),
      text: textOf(passage),
    })),
  })}\n`;
}
