// Prints what eval measured.
import { mean } from './figures.ts';
import type { JudgedArticle } from './judged.ts';
import type { Judgment, Outcomes, Ranking, Score } from './score.ts';
import { milliseconds, share, tableOf } from './table.ts';

/** What was measured on one file: a score by engine, the own engine first. */
export interface FileResult {
  readonly name: string;
  /** English: English articles and questions. Crossing: questions in Chinese on articles that are not. */
  readonly group: 'english' | 'crossing' | 'other';
  /** For files named `set.LANG` after the language of their articles: `set`. */
  readonly family: string | undefined;
  readonly articles: number;
  readonly sentences: number;
  readonly scores: ReadonlyMap<string, Score>;
}

/** Tells from its contents what a file measures. */
export function groupOf(articles: readonly JudgedArticle[]): FileResult['group'] {
  const questions = articles.flatMap((article) => article.questions);
  const han = questions.filter(({ question }) => /\p{Script=Han}/u.test(question)).length;
  const isChinese = han > questions.length / 2;
  if (isChinese) return articles.every(({ lang }) => lang !== 'zh') ? 'crossing' : 'other';
  return articles.every(({ lang }) => lang === 'en') ? 'english' : 'other';
}

/** `xquad` for `xquad.de` with German articles; undefined for `squad2.dev`. */
export function familyOf(name: string, articles: readonly JudgedArticle[]): string | undefined {
  const [, family, lang] = /^(.+)\.([a-z]{2,3})$/.exec(name) ?? [];
  return lang !== undefined && articles.every((article) => article.lang === lang) ? family : undefined;
}

export function rankingTable(results: readonly FileResult[]): string {
  if (results.length === 0) return '';
  const rows: string[][] = [];
  const add = (name: string, engine: string, ranking: Ranking) =>
    rows.push([
      name,
      engine,
      String(ranking.questions),
      share(ranking.recallAt1),
      share(ranking.recallAt3),
      share(ranking.reciprocalRank),
      milliseconds(ranking.milliseconds),
    ]);
  for (const { name, scores } of results) {
    for (const [engine, { ranking }] of scores) add(name, engine, ranking);
  }
  for (const { name, members } of groupsOf(results)) {
    for (const engine of members[0]?.scores.keys() ?? []) add(name, engine, meanRanking(members, engine));
  }
  return tableOf(['file', 'engine', 'questions', 'R@1', 'R@3', 'MRR', 'ms p50'], rows, 2);
}

export function judgmentTable(results: readonly FileResult[]): string {
  const shares = ({ questions, found, unclear, absent }: Outcomes) =>
    questions === 0 ? '–' : [found, unclear, absent].map((one) => one.toFixed(3)).join(' ');
  const rows = results.flatMap(({ name, scores }) =>
    [...scores.values()].flatMap(({ judgment }) =>
      judgment
        ? [
            [
              name,
              shares(judgment.answerable),
              shares(judgment.unanswerable),
              shares(judgment.stranger),
              share(judgment.balancedAccuracy),
              share(judgment.aurocUnanswerable),
              share(judgment.aurocStranger),
            ],
          ]
        : [],
    ),
  );
  for (const { name, members } of groupsOf(results)) {
    const judgments = members.flatMap(({ scores }) =>
      [...scores.values()].flatMap((one) => one.judgment ?? []),
    );
    if (judgments.length === 0) continue;
    rows.push([
      name,
      shares(meanOutcomes(judgments, 'answerable')),
      '',
      shares(meanOutcomes(judgments, 'stranger')),
      share(mean(judgments.map((one) => one.balancedAccuracy))),
      '',
      share(mean(judgments.map((one) => one.aurocStranger))),
    ]);
  }
  if (rows.length === 0) return '';
  const head = [
    'file',
    'answerable',
    'unanswerable',
    'of another article',
    'balanced',
    'AUROC unans.',
    'AUROC other',
  ];
  return `Shares found, unclear, absent:\n${tableOf(head, rows)}`;
}

/** Groups of at least two files whose figures are worth a mean. */
export function groupsOf(results: readonly FileResult[]): { name: string; members: readonly FileResult[] }[] {
  const english = results.filter(({ group }) => group === 'english');
  const families = [...new Set(results.flatMap(({ family }) => family ?? []))].map((family) => ({
    name: `mean ${family}.*`,
    members: results.filter((result) => result.family === family),
  }));
  return [{ name: 'mean English', members: english }, ...families]
    .filter(({ members }) => members.length > 1)
    .map((group) => ({ ...group, name: `${group.name} (${group.members.length})` }));
}

function meanRanking(members: readonly FileResult[], engine: string): Ranking {
  const rankings = members.flatMap(({ scores }) => scores.get(engine)?.ranking ?? []);
  const meanOf = (key: keyof Ranking) => mean(rankings.map((ranking) => ranking[key]));
  return {
    questions: rankings.reduce((sum, { questions }) => sum + questions, 0),
    recallAt1: meanOf('recallAt1'),
    recallAt3: meanOf('recallAt3'),
    reciprocalRank: meanOf('reciprocalRank'),
    milliseconds: meanOf('milliseconds'),
  };
}

function meanOutcomes(judgments: readonly Judgment[], key: 'answerable' | 'stranger'): Outcomes {
  const meanOf = (outcome: keyof Outcomes) => mean(judgments.map((judgment) => judgment[key][outcome]));
  return {
    questions: meanOf('questions'),
    found: meanOf('found'),
    unclear: meanOf('unclear'),
    absent: meanOf('absent'),
  };
}

/** The figures of a file without the questions, for `JSON.stringify`. */
export function plainOf({ scores, ...file }: FileResult) {
  const engines = [...scores].map(([engine, { ranking, judgment }]) => ({ engine, ranking, judgment }));
  return { ...file, engines };
}
