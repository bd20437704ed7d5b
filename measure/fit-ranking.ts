import { FEATURES } from '../src/search/ranking/features.ts';
import { createLibrary, rank } from '../src/search/search.ts';
import type { JudgedArticle, JudgedFile } from './judged.ts';
import { halfOf } from './selection.ts';
import { subjectOf } from './subject.ts';
import { share, tableOf } from './table.ts';

/** The candidates of one question, one of which at least answers it. */
interface Choice {
  /** `FEATURES.length` values for each candidate, one after the other. */
  readonly features: Float64Array;
  readonly isRight: Uint8Array;
  /** What the question counts: the inverse root of how many its file has. */
  readonly weight: number;
  readonly half: 'train' | 'test';
}

const SIZE = FEATURES.length;

/** L2 penalty on weights of features with unit variance, for each unit of question weight; tried from 0.0001 to 0.01. */
const PENALTY = 0.001;
/** Steps of Adam (Kingma & Ba 2015) with its usual constants; the loss moves by less than 0.0001 in the last hundred. */
const STEPS = 400;
const ADAM = { rate: 0.05, first: 0.9, second: 0.999, epsilon: 1e-8 } as const;

function choicesOf({ articles }: Extract<JudgedFile, { kind: 'articles' }>): Choice[] {
  const subjects = articles.map(subjectOf);
  const library = createLibrary(subjects.map(({ article }) => article));
  const count = articles.reduce((sum, { questions }) => sum + questions.length, 0);
  return subjects.flatMap(({ judged, article }) =>
    judged.questions.flatMap(({ question, answerable, answers }: JudgedArticle['questions'][number]) => {
      const parsed = answerable ? library.parse(question, { article: article.id }) : { problem: undefined };
      const [read] = 'value' in parsed ? parsed.value : [];
      if (!read) return [];
      const { candidates } = rank(read);
      const isRight = Uint8Array.from(candidates, ({ sentence }) => {
        const { start, end } = article.sentences[sentence - read.range.from] ?? { start: 0, end: 0 };
        return answers.some((answer) => answer >= start && answer < end) ? 1 : 0;
      });
      if (!isRight.includes(1)) return [];
      const features = new Float64Array(candidates.length * SIZE);
      for (const [at, candidate] of candidates.entries()) features.set(candidate.features, at * SIZE);
      return [{ features, isRight, weight: 1 / Math.sqrt(count), half: halfOf(judged.title) }];
    }),
  );
}

function scoresOf({ features, isRight }: Choice, weights: Float64Array): Float64Array {
  return Float64Array.from(isRight, (_, at) => {
    let sum = 0;
    for (let i = 0; i < SIZE; i += 1) sum += (weights[i] ?? 0) * (features[at * SIZE + i] ?? 0);
    return sum;
  });
}

/** Root mean square of what each feature differs from its mean over a question's candidates; 1 where it never does. */
function spreadOf(choices: readonly Choice[]): Float64Array {
  const spread = new Float64Array(SIZE);
  let count = 0;
  for (const { features, isRight } of choices) {
    count += isRight.length;
    for (let i = 0; i < SIZE; i += 1) {
      let mean = 0;
      for (let at = 0; at < isRight.length; at += 1) mean += (features[at * SIZE + i] ?? 0) / isRight.length;
      for (let at = 0; at < isRight.length; at += 1)
        spread[i] = (spread[i] ?? 0) + ((features[at * SIZE + i] ?? 0) - mean) ** 2;
    }
  }
  return spread.map((sum) => Math.sqrt(sum / Math.max(1, count)) || 1);
}

/**
 * Weights that minimize the softmax cross-entropy of the answering sentences among the candidates (ListNet's top-one loss, Cao
 * et al. 2007), from the weights in use on; the first feature, BM25, counts 1.
 */
function fit(choices: readonly Choice[]): Float64Array {
  const spread = spreadOf(choices);
  const weights = Float64Array.from(FEATURES, ({ weight }) => weight);
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const first = new Float64Array(SIZE);
  const second = new Float64Array(SIZE);
  for (let step = 1; step <= STEPS; step += 1) {
    const gradient = weights.map((weight, i) => 2 * PENALTY * weight * (spread[i] ?? 1) ** 2);
    for (const choice of choices) addGradient(choice, weights, gradient, total);
    for (let i = 0; i < SIZE; i += 1) {
      // In units of the feature's spread.
      const slope = (gradient[i] ?? 0) / (spread[i] ?? 1);
      first[i] = ADAM.first * (first[i] ?? 0) + (1 - ADAM.first) * slope;
      second[i] = ADAM.second * (second[i] ?? 0) + (1 - ADAM.second) * slope ** 2;
      const mean = (first[i] ?? 0) / (1 - ADAM.first ** step);
      const size = Math.sqrt((second[i] ?? 0) / (1 - ADAM.second ** step)) + ADAM.epsilon;
      weights[i] = (weights[i] ?? 0) - (ADAM.rate * mean) / size / (spread[i] ?? 1);
    }
  }
  const unit = weights[0] || 1;
  return weights.map((weight) => weight / unit);
}

function addGradient(choice: Choice, weights: Float64Array, gradient: Float64Array, total: number): void {
  const { features, isRight, weight } = choice;
  const scores = scoresOf(choice, weights);
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, one) => sum + one, 0);
  const right = shares.reduce((sum, one, at) => sum + one * (isRight[at] ?? 0), 0);
  for (let at = 0; at < isRight.length; at += 1) {
    const pull = (shares[at] ?? 0) / all - ((isRight[at] ?? 0) * (shares[at] ?? 0)) / right;
    const by = (pull * weight) / total;
    for (let i = 0; i < SIZE; i += 1) gradient[i] = (gradient[i] ?? 0) + by * (features[at * SIZE + i] ?? 0);
  }
}

/** Share of the questions with the answering sentence first, and among the first three. */
function recallOf(choices: readonly Choice[], weights: Float64Array): string {
  const within = [1, 3].map((depth) => {
    const held = choices.filter((choice) => {
      const order = [...scoresOf(choice, weights).entries()].sort((a, b) => b[1] - a[1]).slice(0, depth);
      return order.some(([at]) => choice.isRight[at] === 1);
    });
    return share(held.length / choices.length);
  });
  return within.join(' / ');
}

/** `--fit`: prints what the features would count, fitted on all questions and on each half, and how each does on the other half. */
export function fitFeatures(files: readonly JudgedFile[]): void {
  const choices = files.flatMap((file) => (file.kind === 'articles' ? choicesOf(file) : []));
  const halves = {
    train: choices.filter(({ half }) => half === 'train'),
    test: choices.filter(({ half }) => half === 'test'),
  };
  const used = Float64Array.from(FEATURES, ({ weight }) => weight);
  const fitted = { all: fit(choices), train: fit(halves.train), test: fit(halves.test) };
  const rows = FEATURES.map(({ name }, at) => [
    name,
    ...[used, fitted.all, fitted.train, fitted.test].map((weights) => (weights[at] ?? 0).toFixed(2)),
  ]);
  console.log(tableOf(['feature', 'in use', 'all', 'train', 'test'], rows));
  console.log(`\nR@1 / R@3 of ${choices.length} questions with an answer among the candidates:`);
  const on = (name: string, weights: Float64Array, asked: readonly Choice[]) => [
    name,
    recallOf(asked, weights),
  ];
  console.log(
    tableOf(
      ['weights', 'R@1 / R@3'],
      [
        on('in use, on all', used, choices),
        on('fitted on all, on all', fitted.all, choices),
        on('in use, on train', used, halves.train),
        on('fitted on test, on train', fitted.test, halves.train),
        on('in use, on test', used, halves.test),
        on('fitted on train, on test', fitted.train, halves.test),
      ],
    ),
  );
}
