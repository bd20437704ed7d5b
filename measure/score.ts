// Scores one engine on judged questions.
import type { Article } from '../src/corpus/article.ts';
import type { Outcome } from '../src/search/search.ts';
import type { Answer, Engine } from './engine.ts';
import { auroc, balancedAccuracy, meanReciprocalRank, quantile, recallAt, shareOf } from './figures.ts';
import type { JudgedArticle, JudgedQuestion } from './judged.ts';
import { strangerOf } from './selection.ts';

/** How deep ranks are looked for; a question whose answer comes later counts as not answered. */
export const DEPTH = 10;

/** A question as put to an article and what came back. */
export interface Asked {
  readonly article: Article;
  readonly question: JudgedQuestion;
  readonly answer: Answer;
  /** Of the first passage that covers an answer, from 1. */
  readonly rank: number | undefined;
  readonly milliseconds: number;
}

export interface Ranking {
  /** How many answerable questions were asked. */
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt3: number;
  readonly reciprocalRank: number;
  /** Median. */
  readonly milliseconds: number;
}

export type Outcomes = Readonly<Record<Exclude<Outcome, 'about'>, number>> & { readonly questions: number };

export interface Judgment {
  readonly answerable: Outcomes;
  readonly unanswerable: Outcomes;
  /** Answerable questions of another article of the file. */
  readonly stranger: Outcomes;
  /** Of `found`: own answerable questions against another article's. */
  readonly balancedAccuracy: number;
  /** Of the confidence: answerable questions against unanswerable ones. */
  readonly aurocUnanswerable: number;
  /** Of the confidence: own answerable questions against another article's. */
  readonly aurocStranger: number;
}

export interface Score {
  readonly ranking: Ranking;
  /** Of engines that judge their answers. */
  readonly judgment?: Judgment;
  readonly asked: readonly Asked[];
}

/** An article of a judged file beside what the corpus made of it. */
export interface Subject {
  readonly judged: JudgedArticle;
  readonly article: Article;
}

/** Rank of the first passage that covers one of the offsets. */
export function rankOf({ passages }: Answer, answers: readonly number[]): number | undefined {
  const at = passages.findIndex(({ start, end }) =>
    answers.some((answer) => start <= answer && answer < end),
  );
  return at < 0 ? undefined : at + 1;
}

/**
 * Puts every question to its own article and, to an engine that judges its answers, every answerable question to
 * another article as well. `step` is called once an article.
 */
export async function score(engine: Engine, subjects: readonly Subject[], step: () => void): Promise<Score> {
  const ask = await engine.index(subjects.map(({ article }) => article));
  const judged = subjects.map((subject) => subject.judged);
  const put = async (article: Article, question: JudgedQuestion): Promise<Asked> => {
    const from = performance.now();
    const answer = await ask(question.question, article, DEPTH);
    const milliseconds = performance.now() - from;
    return { article, question, answer, rank: rankOf(answer, question.answers), milliseconds };
  };

  const own: Asked[] = [];
  const stranger: Asked[] = [];
  for (const [at, { judged: given, article }] of subjects.entries()) {
    for (const question of given.questions) own.push(await put(article, question));
    if (own.at(-1)?.answer.outcome) {
      for (const question of strangerOf(judged, at)?.questions ?? []) {
        if (question.answerable) stranger.push(await put(article, { ...question, answers: [] }));
      }
    }
    step();
  }
  const answerable = own.filter(({ question }) => question.answerable);
  const ranking = rankingOf(answerable);
  if (!own.some(({ answer }) => answer.outcome)) return { ranking, asked: own };
  const unanswerable = own.filter(({ question }) => !question.answerable);
  return { ranking, judgment: judgmentOf(answerable, unanswerable, stranger), asked: own };
}

function rankingOf(answerable: readonly Asked[]): Ranking {
  const ranks = answerable.map(({ rank }) => rank);
  return {
    questions: answerable.length,
    recallAt1: recallAt(1, ranks),
    recallAt3: recallAt(3, ranks),
    reciprocalRank: meanReciprocalRank(ranks),
    milliseconds: quantile(
      answerable.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
  };
}

function judgmentOf(
  answerable: readonly Asked[],
  unanswerable: readonly Asked[],
  stranger: readonly Asked[],
): Judgment {
  const outcomes = (asked: readonly Asked[]): Outcomes => ({
    questions: asked.length,
    found: shareOf(asked, ({ answer }) => answer.outcome === 'found'),
    unclear: shareOf(asked, ({ answer }) => answer.outcome === 'unclear'),
    absent: shareOf(asked, ({ answer }) => answer.outcome === 'absent'),
  });
  const confidences = (asked: readonly Asked[]) => asked.map(({ answer }) => answer.confidence ?? 0);
  const own = outcomes(answerable);
  const others = outcomes(stranger);
  return {
    answerable: own,
    unanswerable: outcomes(unanswerable),
    stranger: others,
    balancedAccuracy: balancedAccuracy(own.found, others.found),
    aurocUnanswerable: auroc(confidences(answerable), confidences(unanswerable)),
    aurocStranger: auroc(confidences(answerable), confidences(stranger)),
  };
}
