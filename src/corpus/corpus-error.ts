// Everything that is wrong with article files, as one error.
import { visible } from './characters.ts';

/** One thing that is wrong with an article file. */
export interface Problem {
  /** The file, or the folder, as the reader of the message would open it. */
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** What is wrong and how to mend it, in sentences. */
  readonly message: string;
}

/** Everything that is wrong with the files read, one line each in `message`, which is ready to print. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(linesOn(problems).join('\n'));
    this.problems = problems;
  }
}

/** What is wrong, one line each, ready to print. */
export function linesOn(problems: readonly Problem[]): readonly string[] {
  return problems.map(tell);
}

/** What of the articles' front matter is not used, one line each, ready to print. */
export function remarksOn(articles: readonly { readonly remarks?: readonly Problem[] }[]): readonly string[] {
  return linesOn(articles.flatMap(({ remarks = [] }) => remarks));
}

function tell({ file, line, message }: Problem): string {
  const place = visible(file);
  return line === undefined ? `${place}: ${message}` : `${place}:${line}: ${message}`;
}
