// Reads the answers that editors chose for questions.
import { type Article, type EditorsAnswer, NOT_ANSWERED } from './article.ts';
import { quoted } from './characters.ts';
import type { FrontMatter } from './fields.ts';
import type { LineOf } from './front-matter.ts';

/** Something of the front matter that does not hold for this text, and is not used. */
export interface Remark {
  /** Counted from 1 at the first line of the front matter. */
  readonly line: number;
  readonly message: string;
}

/** Hex digits of a revision that are told, and enough to write. */
const REVISION_DIGITS = 8;
/** UTF-16 units of a sentence that a message repeats. */
const MOST_REPEATED = 80;

/**
 * The questions of the front matter that the editors answered for this very text. One whose sentences the text does not print under their
 * numbers, or that was said not to be answered by another revision, is left out with a remark.
 */
export function editorsAnswersOf(
  { questions }: FrontMatter,
  article: Pick<Article, 'text' | 'sentences' | 'revision'>,
  lineOf: LineOf,
): { readonly answers: readonly EditorsAnswer[]; readonly remarks: readonly Remark[] } {
  const answers: EditorsAnswer[] = [];
  const remarks: Remark[] = [];
  for (const [question, answer] of questions) {
    const message =
      'revision' in answer ? otherRevision(answer.revision, article) : otherText(answer.sentences, article);
    if (message) {
      const unused = `"questions" has an answer to ${quoted(question)} that is not used: ${message}`;
      remarks.push({ line: lineOf('questions', question), message: unused });
    } else if ('revision' in answer) answers.push({ question, sentences: NOT_ANSWERED });
    else answers.push({ question, sentences: answer.sentences.map(({ number }) => number - 1) });
  }
  return { answers, remarks };
}

function otherRevision(said: string, { revision }: Pick<Article, 'revision'>): string | undefined {
  if (revision.startsWith(said)) return undefined;
  return `it was said of revision ${quoted(said)}, and the text is now ${revision.slice(0, REVISION_DIGITS)}. See whether the text answers now; if not, write "none ${revision.slice(0, REVISION_DIGITS)}".`;
}

function otherText(
  said: readonly { readonly number: number; readonly text: string }[],
  { text, sentences }: Pick<Article, 'text' | 'sentences'>,
): string | undefined {
  const plain = (printed: string) => printed.replace(/\s+/g, ' ').trim();
  for (const { number, text: written } of said) {
    const sentence = sentences[number - 1];
    if (!sentence) return `the text has no sentence ${number}, but ${sentences.length} in all.`;
    const printed = plain(text.slice(sentence.start, sentence.end));
    if (printed !== plain(written)) {
      const at = sentences.findIndex(({ start, end }) => plain(text.slice(start, end)) === plain(written));
      return at >= 0
        ? `this is sentence ${at + 1} now, not ${number}. Mend the number.`
        : `sentence ${number} now begins ${quoted(printed.slice(0, MOST_REPEATED))}. Write the sentence as "npm run -s corpus" prints it.`;
    }
  }
  return undefined;
}
