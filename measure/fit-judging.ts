// Fits the weights of the signs that judge an answer.
import { FOUND } from '../src/search/judging/confidence.ts';
import { coverIn } from '../src/search/judging/judge.ts';
import { COVER, NEAR, NEARNESS } from '../src/search/judging/nearness.ts';
import { RULES } from '../src/search/judging/rules.ts';
import { sightOf } from '../src/search/judging/sight.ts';
import { CONSTANT, SIGNS, signsOf } from '../src/search/judging/signs.ts';
import { passagesOf } from '../src/search/ranking/gather-passages.ts';
import { createLibrary, rank } from '../src/search/search.ts';
import type { JudgedFile, JudgedQuestion } from './judged.ts';
import { fitLogistic } from './logistic.ts';
import { halfOf, strangerOf } from './selection.ts';
import { subjectOf } from './subject.ts';
import { share, tableOf } from './table.ts';

type Class = 'answerable' | 'unanswerable' | 'of another article';

/** What is seen of one question as put to one article. */
interface Case {
  readonly file: string;
  readonly class: Class;
  readonly half: 'train' | 'test';
  /** Undefined where nothing was found. */
  readonly signs: Float64Array | undefined;
  /** Whether a rule sees something against it. */
  readonly isBarred: boolean;
  /** Whether the first passage covers an answer. */
  readonly isRight: boolean;
  /** What is covered, in the order of `COVER`. */
  readonly cover: readonly number[] | undefined;
}

/** What a question of another article counts beside one of the same. */
const STRANGER = 0.3;
/** L2 penalty on weights of signs with unit variance; tried from 0.0003 to 0.003. */
const PENALTY = 0.001;

function casesOf({ name, articles }: Extract<JudgedFile, { kind: 'articles' }>): Case[] {
  const subjects = articles.map(subjectOf);
  const library = createLibrary(subjects.map(({ article }) => article));
  const judged = subjects.map((subject) => subject.judged);
  return subjects.flatMap(({ judged: own, article }, at) => {
    const put = (asked: readonly JudgedQuestion[], classOf: (question: JudgedQuestion) => Class): Case[] =>
      asked.map((question) => {
        const parsed = library.parse(question.question, { article: article.id });
        const [read] = 'value' in parsed ? parsed.value : [];
        const ranking = read && rank(read);
        const [passage] = read && ranking ? passagesOf(read, ranking, 1) : [];
        const base = { file: name, class: classOf(question), half: halfOf(own.title) };
        if (!read || !ranking || !passage)
          return { ...base, signs: undefined, isBarred: true, isRight: false, cover: undefined };
        const sight = sightOf(read, ranking, passage);
        const cover = coverIn(read, ranking);
        const [from, to] = [article.sentences[passage.first], article.sentences[passage.last]];
        return {
          ...base,
          signs: signsOf(sight),
          cover: COVER.map((key) => cover[key]),
          isBarred: RULES.some((rule) => rule.see(sight) !== undefined),
          isRight: question.answers.some((answer) => answer >= (from?.start ?? 0) && answer < (to?.end ?? 0)),
        };
      });
    const others = strangerOf(judged, at)?.questions.filter(({ answerable }) => answerable) ?? [];
    return [
      ...put(own.questions, ({ answerable }) => (answerable ? 'answerable' : 'unanswerable')),
      ...put(
        others.map((question) => ({ ...question, answers: [] })),
        () => 'of another article',
      ),
    ];
  });
}

/** What each case counts: classes of a file by the root of their size. */
function weightsOf(cases: readonly Case[]): number[] {
  const counts = new Map<string, number>();
  const keyOf = (one: Case) => `${one.file} ${one.class}`;
  for (const one of cases) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return cases.map(
    (one) => (one.class === 'of another article' ? STRANGER : 1) / Math.sqrt(counts.get(keyOf(one)) ?? 1),
  );
}

/** What a rule bars is left out, and so are answers that came second. */
function fit(all: readonly Case[]): Float64Array {
  const cases = all.filter(
    (one) => one.signs && !one.isBarred && (one.class !== 'answerable' || one.isRight),
  );
  const weights = weightsOf(cases);
  const examples = cases.map((one, at) => ({
    signs: one.signs ?? [],
    isOne: one.class === 'answerable',
    weight: weights[at] ?? 0,
  }));
  return fitLogistic(examples, SIGNS.length, PENALTY);
}

function likelihoodOf({ signs, isBarred }: Case, fitted: Float64Array): number {
  return !signs || isBarred ? 0 : likely(signs, fitted);
}

/** What a logistic regression gives: `fitted` is its constant and the weights of the signs. */
function likely(signs: ArrayLike<number>, fitted: ArrayLike<number>): number {
  let odds = fitted[0] ?? 0;
  for (let at = 0; at < signs.length; at += 1) odds += (signs[at] ?? 0) * (fitted[at + 1] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}

const USED = Float64Array.from([CONSTANT, ...SIGNS.map(({ weight }) => weight)]);

/** `--fit`: prints what the signs would count, the shares called found at four thresholds, and how often what is called likely is right. */
export function fitSigns(files: readonly JudgedFile[]): void {
  const cases = files.flatMap((file) => (file.kind === 'articles' ? casesOf(file) : []));
  // Where a file has paragraphs, its unanswerable questions are so for their own paragraph alone.
  const usable = cases.filter((one) => one.class !== 'unanswerable' || !isByParagraph(one.file, files));
  const halves = {
    train: usable.filter(({ half }) => half === 'train'),
    test: usable.filter(({ half }) => half === 'test'),
  };
  const fitted = { all: fit(usable), train: fit(halves.train), test: fit(halves.test) };
  console.log(
    tableOf(
      ['sign', 'in use', 'all', 'train', 'test'],
      ['constant', ...SIGNS.map(({ name }) => name)].map((name, at) => [
        name,
        ...[USED, fitted.all, fitted.train, fitted.test].map((weights) => (weights[at] ?? 0).toFixed(3)),
      ]),
    ),
  );
  const crossed = (one: Case) => likelihoodOf(one, one.half === 'train' ? fitted.test : fitted.train);
  fitNearness(cases);
  console.log('\nShares called found, each half with the weights of the other; in use:');
  const thresholds = [FOUND - 0.1, FOUND, FOUND + 0.1, FOUND + 0.2];
  const groups = [...new Set(cases.map((one) => `${one.file.replace(/\.jsonl$/, '')}, ${one.class}`))];
  console.log(
    tableOf(
      ['questions', ...thresholds.map((threshold) => threshold.toFixed(2)), 'in use'],
      groups.map((group) => {
        const held = cases.filter((one) => `${one.file.replace(/\.jsonl$/, '')}, ${one.class}` === group);
        const shareAt = (likely: (one: Case) => number, threshold: number) =>
          share(held.filter((one) => likely(one) >= threshold).length / held.length);
        return [
          `${group} (${held.length})`,
          ...thresholds.map((threshold) => shareAt(crossed, threshold)),
          shareAt((one) => likelihoodOf(one, USED), FOUND),
        ];
      }),
    ),
  );
  console.log(
    '\nOf what is called so likely, how much is answered by the first passage, classes weighed as in the fit:',
  );
  const weights = weightsOf(usable);
  const bins = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  console.log(
    tableOf(
      ['called', 'questions', 'answered'],
      bins.map((from) => {
        const within = usable.flatMap((one, at) => {
          const likely = crossed(one);
          return likely > 0 && likely >= from && likely < from + 0.1
            ? [{ one, weight: weights[at] ?? 0 }]
            : [];
        });
        const all = within.reduce((sum, { weight }) => sum + weight, 0);
        const right = within.reduce((sum, { one, weight }) => sum + (one.isRight ? weight : 0), 0);
        return [
          `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
          String(within.length),
          all === 0 ? '–' : share(right / all),
        ];
      }),
    ),
  );
}

/** Prints what the cover would count to tell questions of an article from those of another, and how many are then absent. */
function fitNearness(cases: readonly Case[]): void {
  const asked = cases.filter((one) => one.cover && one.class !== 'unanswerable');
  const fitOn = (half?: Case['half']) => {
    const chosen = asked.filter((one) => half === undefined || one.half === half);
    const weights = weightsOf(chosen);
    return fitLogistic(
      chosen.map((one, at) => ({
        signs: one.cover ?? [],
        isOne: one.class === 'answerable',
        weight: (weights[at] ?? 0) / (one.class === 'of another article' ? STRANGER : 1),
      })),
      COVER.length,
      PENALTY,
    );
  };
  const fitted = { all: fitOn(), train: fitOn('train'), test: fitOn('test') };
  const used = [NEARNESS.constant, ...COVER.map((key) => NEARNESS[key])];
  console.log(
    tableOf(
      ['cover', 'in use', 'all', 'train', 'test'],
      ['constant', ...COVER].map((name, at) => [
        name,
        ...[used, fitted.all, fitted.train, fitted.test].map((weights) => (weights[at] ?? 0).toFixed(2)),
      ]),
    ),
  );
  const nearness = (one: Case, weights: ArrayLike<number>) => likely(one.cover ?? [], weights);
  const bounds = [0.03, 0.045, 0.07, 0.1, 0.15, 0.2];
  const groups = [...new Set(asked.map((one) => `${one.file.replace(/\.jsonl$/, '')}, ${one.class}`))];
  console.log('\nShares below a nearness, each half with the weights of the other; in use:');
  console.log(
    tableOf(
      ['questions', ...bounds.map(String), 'in use'],
      groups.map((group) => {
        const held = asked.filter((one) => `${one.file.replace(/\.jsonl$/, '')}, ${one.class}` === group);
        const crossed = (one: Case) => nearness(one, one.half === 'train' ? fitted.test : fitted.train);
        return [
          `${group} (${held.length})`,
          ...bounds.map((bound) => share(held.filter((one) => crossed(one) < bound).length / held.length)),
          share(held.filter((one) => nearness(one, used) < NEAR).length / held.length),
        ];
      }),
    ),
  );
}

function isByParagraph(name: string, files: readonly JudgedFile[]): boolean {
  return files.some((file) => file.kind === 'articles' && file.name === name && file.isByParagraph);
}
