// Scores questions about the shipped articles.
import { textOf } from '../src/corpus/passage.ts';
import type { Finding, Library } from '../src/search/search.ts';
import type { CorpusQuestion } from './judged.ts';

/** How many passages may hold what is expected. */
const SHOWN = 3;

export interface CorpusScore {
  readonly name: string;
  readonly questions: number;
  readonly wrong: readonly { readonly question: CorpusQuestion; readonly finding: Finding }[];
}

/**
 * found: the outcome, and a fragment expected in one of the first three passages. absent: the outcome.
 * unclear: anything but found.
 */
export function isRight({ outcome, expect }: CorpusQuestion, finding: Finding): boolean {
  if (outcome === 'unclear') return finding.outcome !== 'found';
  if (finding.outcome !== outcome) return false;
  if (outcome === 'absent') return true;
  const passages = finding.passages.slice(0, SHOWN).map(textOf);
  return passages.some((passage) => expect.some((fragment) => passage.includes(fragment)));
}

/** Puts questions to the corpus as a reader would, without naming an article. */
export async function askCorpus(
  name: string,
  library: Library,
  questions: readonly CorpusQuestion[],
): Promise<CorpusScore> {
  const wrong: { question: CorpusQuestion; finding: Finding }[] = [];
  for (const question of questions) {
    const finding = await library.ask(question.question, { limit: SHOWN });
    if (!isRight(question, finding)) wrong.push({ question, finding });
  }
  return { name, questions: questions.length, wrong };
}

export function describeCorpus({ name, questions, wrong }: CorpusScore): string {
  const rows = wrong.map(({ question, finding }) => {
    const first = finding.passages[0];
    const instead = first ? `: ${textOf(first).replace(/\s+/g, ' ')}` : '';
    const { outcome, kind } = question;
    return `  ${question.question}\n    expected ${outcome} (${kind}), got ${finding.outcome} ${finding.confidence.toFixed(2)}${instead}`;
  });
  return [`${name}: ${questions - wrong.length} of ${questions} right`, ...rows].join('\n');
}

/** The figures without passages, for `JSON.stringify`. */
export function plainCorpus({ name, questions, wrong }: CorpusScore) {
  return {
    name,
    questions,
    right: questions - wrong.length,
    wrong: wrong.map(({ question, finding: { outcome, confidence } }) => ({
      ...question,
      got: outcome,
      confidence,
    })),
  };
}
