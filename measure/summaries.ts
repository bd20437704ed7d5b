// Measures summaries against what annotators chose.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../src/corpus/article.ts';
import { articleFrom } from '../src/corpus/article-from.ts';
import { summarize } from '../src/search/search.ts';
import { centralityOf } from '../src/search/summary/centrality.ts';
import { vectorsOf } from '../src/search/summary/sentence-vectors.ts';
import { sightsOf, TRAITS } from '../src/search/summary/worth.ts';
import { languageOf } from '../src/search/text/language.ts';
import { randomFrom } from './bench/random.ts';
import { mean } from './figures.ts';
import { fitLogistic } from './logistic.ts';
import { tableOf } from './table.ts';
import { Unusable } from './unusable.ts';

/** An article with the sentences that its annotators chose, as indexes. */
interface Annotated {
  readonly article: Article;
  readonly category: string;
  readonly gold: ReadonlySet<number>;
}

const LENGTHS = { short: 3, medium: 7 } as const;
type Length = keyof typeof LENGTHS;

/** Decodes what XML of this corpus escapes, twice in places. */
function decoded(xml: string): string {
  const once = (text: string) =>
    text
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  return once(once(xml)).replace(/\s+/g, ' ').trim();
}

/** Reads a file of the CNN corpus (Lins et al. 2019); undefined where nothing of it was annotated. */
function parseAnnotated(name: string, xml: string): Annotated | undefined {
  const part = (tag: string) => new RegExp(`<${tag}[ >][\\s\\S]*?</${tag}>`).exec(xml)?.[0] ?? '';
  const gold = new Set(Array.from(part('gold_standard').matchAll(/<sentence id="(\d+)"/g), ([, id]) => id));
  const sentences: { readonly text: string; readonly isGold: boolean }[] = [];
  const paragraphs = Array.from(
    part('article').matchAll(/<paragraph[ >][\s\S]*?<\/paragraph>/g),
    ([paragraph]) => {
      const own = Array.from(
        paragraph.matchAll(/<sentence id="(\d+)"[\s\S]*?<\/sentence>/g),
        ([whole, id]) => {
          const text = decoded(whole);
          sentences.push({ text, isGold: gold.has(id ?? '') });
          return text;
        },
      );
      return own.join(' ');
    },
  );
  const title = decoded(part('title'));
  const text = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  if (text === '' || title === '') return undefined;
  const article = articleFrom({ id: name, title, publisher: 'CNN', lang: 'en', text });
  const chosen = new Set<number>();
  let from = 0;
  for (const { text: sentence, isGold } of sentences) {
    const at = article.text.indexOf(sentence, from);
    if (at < 0 || sentence === '') continue;
    from = at + sentence.length;
    if (!isGold) continue;
    article.sentences.forEach(({ start }, index) => {
      if (start >= at && start < from) chosen.add(index);
    });
  }
  return chosen.size === 0 ? undefined : { article, category: name.split(' - ')[0] ?? '', gold: chosen };
}

function f1(chosen: readonly number[], gold: ReadonlySet<number>): number {
  const right = chosen.filter((index) => gold.has(index)).length;
  return chosen.length + gold.size === 0 ? 0 : (2 * right) / (chosen.length + gold.size);
}

const best = (scores: ArrayLike<number>, count: number) =>
  Array.from({ length: scores.length }, (_, at) => at)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, count);

/** Mihalcea & Tarau 2004: words in common over the sum of the logarithms of the lengths, and the walk of PageRank. */
function textRank(texts: readonly string[]): Float64Array {
  const english = languageOf('en');
  const keys = texts.map((text) => new Set(english.keysIn(text)));
  const similar = keys.map((one, a) =>
    keys.map((other, b) => {
      if (a === b) return 0;
      const shared = [...one].filter((key) => other.has(key)).length;
      return shared / (Math.log(1 + one.size) + Math.log(1 + other.size) || 1);
    }),
  );
  const out = similar.map((row) => row.reduce((sum, value) => sum + value, 0) || 1);
  let ranks = new Float64Array(texts.length).fill(1);
  for (let round = 0; round < 30; round += 1)
    ranks = ranks.map(
      (_, a) =>
        0.15 +
        0.85 * similar.reduce((sum, row, b) => sum + ((row[a] ?? 0) * (ranks[b] ?? 0)) / (out[b] ?? 1), 0),
    );
  return ranks;
}

type Chooser = (annotated: Annotated, length: Length) => readonly number[];

function choosers(): Readonly<Record<string, Chooser>> {
  const random = randomFrom(20261130);
  const textsOf = ({ article }: Annotated) =>
    article.sentences.map(({ start, end }) => article.text.slice(start, end));
  const count = ({ article }: Annotated, length: Length) =>
    Math.min(LENGTHS[length], Math.ceil(article.sentences.length * (length === 'short' ? 0.25 : 0.5)));
  return {
    Verbatim: ({ article }, length) => summarize(article, { length }),
    lead: (one, length) => Array.from({ length: count(one, length) }, (_, at) => at),
    LexRank: (one, length) =>
      best(centralityOf(vectorsOf(textsOf(one), languageOf('en'))), count(one, length)),
    TextRank: (one, length) => best(textRank(textsOf(one)), count(one, length)),
    random: (one, length) => best(one.article.sentences.map(random), count(one, length)),
  };
}

/** Where 95 % of the means of a thousand samples with replacement lie. */
function intervalOf(values: readonly number[]): string {
  const random = randomFrom(7);
  const means = Array.from({ length: 1000 }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return `${(means[25] ?? 0).toFixed(3)}–${(means[974] ?? 0).toFixed(3)}`;
}

async function readAnnotated(folder: string): Promise<readonly Annotated[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new Unusable(`${folder} cannot be read: ${error.message}`);
  });
  const read = await Promise.all(
    names
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map(async (name) => parseAnnotated(name, await readFile(join(folder, name), 'utf8'))),
  );
  const annotated = read.filter((one) => one !== undefined);
  if (annotated.length === 0) throw new Unusable(`${folder} holds no file of the CNN corpus (*.xml).`);
  return annotated;
}

/** `--summaries DIR`: prints the F1 of summaries against what annotators chose, by length and category, beside simpler choices. */
export async function measureSummaries(folder: string, isFit: boolean): Promise<void> {
  const annotated = await readAnnotated(folder);
  if (isFit) {
    fitTraits(annotated);
    return;
  }
  for (const length of ['short', 'medium'] as const) {
    const engines = Object.entries(choosers()).map(([name, choose]) => ({
      name,
      scores: annotated.map((one) => f1(choose(one, length), one.gold)),
    }));
    console.log(`F1 of ${length} summaries of ${annotated.length} articles:`);
    console.log(
      tableOf(
        ['choice', 'F1', '95 %'],
        engines.map(({ name, scores }) => [name, mean(scores).toFixed(3), intervalOf(scores)]),
      ),
    );
    const categories = [...new Set(annotated.map(({ category }) => category))].sort();
    console.log(
      tableOf(
        ['category', 'articles', ...engines.map(({ name }) => name)],
        categories.map((category) => {
          const within = (scores: readonly number[]) =>
            scores.filter((_, at) => annotated[at]?.category === category);
          const first = engines[0]?.scores ?? [];
          return [
            category,
            String(within(first).length),
            ...engines.map(({ scores }) => mean(within(scores)).toFixed(3)),
          ];
        }),
      ),
    );
    console.log('');
  }
}

/** L2 penalty; tried from 0.0001 to 0.01. */
const PENALTY = 0.001;

/** `--fit`: what the traits would count, each article weighing the root of its length. */
function fitTraits(annotated: readonly Annotated[]): void {
  const examples = annotated.flatMap(({ article, gold }) => {
    const { sentences, text } = article;
    const vectors = vectorsOf(
      sentences.map(({ start, end }) => text.slice(start, end)),
      languageOf(article.lang),
    );
    return sightsOf(article, 0, sentences.length, vectors).map((sight, at) => ({
      signs: TRAITS.map(({ of }) => of(sight)),
      isOne: gold.has(at),
      weight: 1 / Math.sqrt(sentences.length),
    }));
  });
  const fitted = fitLogistic(examples, TRAITS.length, PENALTY);
  console.log(
    tableOf(
      ['trait', 'in use', 'fitted'],
      TRAITS.map(({ name, weight }, at) => [name, weight.toFixed(2), (fitted[at + 1] ?? 0).toFixed(2)]),
    ),
  );
}
