// Fits the weights of the features that rank sentences.
import { FEATURES } from '../src/search/ranking/features.ts';
import { createLibrary, rank } from '../src/search/search.ts';
import { randomFrom } from './bench/random.ts';
import { recallAt } from './figures.ts';
import type { JudgedArticle, JudgedFile } from './judged.ts';
import { groupOf } from './report.ts';
import { halfOf } from './selection.ts';
import { subjectOf } from './subject.ts';
import { share, tableOf } from './table.ts';

/** The candidates of one question. */
interface Choice {
  readonly file: string;
  /** `FEATURES.length` values for each candidate, one after the other. */
  readonly features: Float64Array;
  readonly isRight: Uint8Array;
  /** What the question counts: the inverse root of how many its file has. */
  readonly weight: number;
  readonly half: 'train' | 'test';
}

const SIZE = FEATURES.length;

/** What a file in another language counts beside an English one: eleven translations of one set are there. */
const OTHERS = 0.25;

/** L2 penalty on weights of features with unit variance, for each unit of question weight; tried from 0.0001 to 0.01. */
const PENALTY = 0.001;
/** Steps of Adam (Kingma & Ba 2015) with its usual constants; the loss moves by less than 0.0001 in the last hundred. */
const STEPS = 400;
const ADAM = { rate: 0.05, first: 0.9, second: 0.999, epsilon: 1e-8 } as const;

function choicesOf({ name, articles }: Extract<JudgedFile, { kind: 'articles' }>): Choice[] {
  const subjects = articles.map(subjectOf);
  const library = createLibrary(subjects.map(({ article }) => article));
  const isOther = groupOf(articles) === 'other';
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
      const features = new Float64Array(candidates.length * SIZE);
      for (const [at, candidate] of candidates.entries()) features.set(candidate.features, at * SIZE);
      return [
        {
          file: name,
          features,
          isRight,
          weight: (isOther ? OTHERS : 1) / Math.sqrt(count),
          half: halfOf(judged.title),
        },
      ];
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
      if (FEATURES[i]?.isGiven) continue;
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
  return weights.map((weight, i) => (FEATURES[i]?.isGiven ? weight : weight / unit));
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

/** Rank of the first answering sentence, from 1; undefined where none is among the candidates. */
function placeOf(choice: Choice, weights: Float64Array): number | undefined {
  const order = [...scoresOf(choice, weights).entries()].sort((a, b) => b[1] - a[1]);
  const at = order.findIndex(([candidate]) => choice.isRight[candidate] === 1);
  return at < 0 ? undefined : at + 1;
}

/** How often questions are drawn anew, with repetition, for an interval that holds 95 % of what they give (Efron 1979). */
const DRAWS = 2000;
const SEED = 1;

function intervalOf(depth: number, places: readonly (number | undefined)[]): string {
  const random = randomFrom(SEED);
  const drawn = Array.from({ length: DRAWS }, () =>
    recallAt(
      depth,
      places.map(() => places[Math.floor(random() * places.length)]),
    ),
  ).sort((a, b) => a - b);
  const at = (part: number) => share(drawn[Math.floor(part * DRAWS)] ?? 0);
  return `${at(0.025)}–${at(0.975)}`;
}

/** `--fit`: prints what the features would count, fitted on all questions and on each half, and how each does on the other half. */
export function fitFeatures(files: readonly JudgedFile[]): void {
  const choices = files.flatMap((file) => (file.kind === 'articles' ? choicesOf(file) : []));
  const answered = choices.filter(({ isRight }) => isRight.includes(1));
  const within = (half: Choice['half']) => answered.filter((choice) => choice.half === half);
  const used = Float64Array.from(FEATURES, ({ weight }) => weight);
  const fitted = { all: fit(answered), train: fit(within('train')), test: fit(within('test')) };
  const spread = spreadOf(answered);
  const rows = FEATURES.map(({ name }, at) => [
    name,
    ...[used, fitted.all, fitted.train, fitted.test].map((weights) => (weights[at] ?? 0).toFixed(2)),
    ((fitted.all[at] ?? 0) * (spread[at] ?? 0)).toFixed(2),
  ]);
  console.log(tableOf(['feature', 'in use', 'all', 'train', 'test', 'all, by spread'], rows));
  console.log(
    '\nR@1 and R@3, each half with the weights of the other, with an interval that holds 95 % of what draws give; in use:',
  );
  const crossed = (choice: Choice) => placeOf(choice, choice.half === 'train' ? fitted.test : fitted.train);
  console.log(
    tableOf(
      ['file', 'questions', 'R@1', 'interval', 'R@3', 'interval', 'in use R@1', 'R@3'],
      [...new Set(choices.map(({ file }) => file))].map((name) => {
        const asked = choices.filter(({ file }) => file === name);
        const places = asked.map(crossed);
        const now = asked.map((choice) => placeOf(choice, used));
        return [
          name,
          String(asked.length),
          ...[1, 3].flatMap((depth) => [share(recallAt(depth, places)), intervalOf(depth, places)]),
          ...[1, 3].map((depth) => share(recallAt(depth, now))),
        ];
      }),
    ),
  );
}
