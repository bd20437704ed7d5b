// Reads and writes questions and answers as JSON.
import * as z from 'zod';
import { sectionOf, spanOf, textOf } from '../corpus/passage.ts';
import { echo } from '../reply/echo.ts';
import type { Words } from '../reply/words.ts';
import { evidenceOf, type Finding, partedForReply, statementOf } from '../search/search.ts';

/** The most passages that a line may ask for. */
export const MOST_PASSAGES = 100;

/** One question of standard input. */
export interface Query {
  readonly question: string;
  readonly article?: string | undefined;
  readonly limit?: number | undefined;
}

const WHOLE = `"limit" must be a whole number from 1 to ${MOST_PASSAGES}.`;

const queryShape = z.strictObject(
  {
    question: z.string({
      error: ({ input }) => (input === undefined ? '"question" is missing.' : '"question" must be text.'),
    }),
    article: z.string('"article" must be text: the id of an article.').optional(),
    limit: z.int(WHOLE).min(1, WHOLE).max(MOST_PASSAGES, WHOLE).optional(),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.map((key) => `"${key}"`).join(', ')} is no key; there are "question", "article" and "limit".`
        : undefined,
  },
);

/** Reads a line: a JSON object where it opens with a brace, else a plain question. */
export function readQuery(line: string): Query | { readonly error: string } {
  if (!line.trimStart().startsWith('{')) return { question: line };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // The reason may repeat a piece of the line, which could write on the terminal.
    return { error: `The line opens with a brace but is not JSON: ${echo(why)}.` };
  }
  const read = queryShape.safeParse(value);
  if (read.success) return read.data;
  const problems = new Set(read.error.issues.map(({ message }) => echo(message)));
  return { error: [...problems].join(' ') };
}

/** How many passages a reply shows at once: those that a line marks as shown. */
const SHOWN = 3;

/** A finding as one JSON object on one line, with its line feed; passages as ranked, those that a reply shows marked. */
export function toJson(finding: Finding, words: Words): string {
  const { question, outcome, reason, kind, found, missing, readings, confidence, passages } = finding;
  const { shown } = partedForReply(passages, outcome === 'about' ? passages.length : SHOWN);
  const statement = statementOf(evidenceOf(finding, shown));
  return `${JSON.stringify({
    question,
    outcome,
    reason: words.ask.reason(reason),
    kind,
    evidence:
      passages.length === 0
        ? []
        : statement.words.map(({ word, state, printed }) => ({
            word,
            state,
            ...(state === 'read' ? { as: printed } : {}),
          })),
    found,
    missing,
    readings: [
      ...readings,
      ...statement.words.flatMap(({ word, near }) =>
        near.length > 0 ? [{ asked: word, read: near, by: 'meaning' }] : [],
      ),
    ],
    confidence: Number(confidence.toFixed(4)),
    passages: passages.map((passage) => ({
      article: passage.article.id,
      title: passage.article.title,
      publisher: passage.article.publisher,
      via: passage.article.via ?? null,
      published: passage.article.published ?? null,
      url: passage.article.url ?? null,
      retrieved: passage.article.retrieved ?? null,
      revision: passage.article.revision,
      section: sectionOf(passage).heading || null,
      sentence: passage.first + 1,
      ...spanOf(passage),
      text: textOf(passage),
      ...(shown.includes(passage) ? { shown: true } : {}),
    })),
  })}\n`;
}
