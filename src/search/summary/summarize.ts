// Chooses the sentences that represent an article.
import type { Article } from '../../corpus/article.ts';
import { allowanceOf, sizeOf } from '../../corpus/passage.ts';
import { languageOf } from '../text/language.ts';
import { answersTo } from './answers.ts';
import { diverseChoice } from './diverse-choice.ts';
import { vectorsOf } from './sentence-vectors.ts';
import { leans, type SentenceSight, sightsOf, worthsOf } from './worth.ts';

export interface SummaryOptions {
  readonly length: 'short' | 'medium' | 'long';
  /** Index into the article's sections; left out for the whole article. */
  readonly section?: number | undefined;
}

/** How many sentences stand for a text: `most`, and no more than `share` of it. */
const EXTENT = {
  short: { most: 3, share: 0.25, everySection: false },
  medium: { most: 7, share: 0.5, everySection: true },
  long: { most: 15, share: 0.75, everySection: true },
} as const;

/**
 * The sentences that stand for an article, or for one section of it: indexes into `article.sentences`, ascending.
 *
 * Sentences are chosen by their traits (`worth.ts`), near repetitions passed over; one that leans on the sentence before it brings that
 * along, or is not taken.
 * Medium and long summaries hold at least one sentence of every section, even where that makes them longer. Where
 * there is a sentence, one is chosen. What was chosen is remembered for as long as the article is held. Throws a
 * `RangeError` for a section that the article does not have.
 */
export function summarize(article: Article, { length, section }: SummaryOptions): readonly number[] {
  const known = summaries.get(article) ?? new Map<string, readonly number[]>();
  summaries.set(article, known);
  const key = `${length} ${section ?? ''}`;
  const chosen = known.get(key) ?? choose(article, { length, section });
  known.set(key, chosen);
  return chosen;
}

/** A reply needs three lengths to tell which others there are, and choosing takes longer than all else in it. */
const summaries = new WeakMap<Article, Map<string, readonly number[]>>();

function choose(article: Article, { length, section }: SummaryOptions): number[] {
  const only = section === undefined ? undefined : article.sections[section];
  if (section !== undefined && !only) throw new RangeError(`${article.id} has no section ${section + 1}`);
  const first = only?.first ?? 0;
  const end = only?.end ?? article.sentences.length;
  const texts = article.sentences.slice(first, end).map((sentence) => {
    return article.text.slice(sentence.start, sentence.end);
  });
  const vectors = vectorsOf(texts, languageOf(article.lang));
  const sights = sightsOf(article, first, end, vectors);
  const worths = worthsOf(sights);
  // What is no sentence of the text is taken where there is nothing else.
  sights.forEach((sight, index) => {
    if (isFragment(sight, article.sentences[first + index]?.form))
      worths[index] = (worths[index] ?? 0) - FRAGMENT;
  });
  const choice = diverseChoice(vectors, worths);
  const { most, share, everySection } = EXTENT[length];
  const wanted = Math.min(most, Math.ceil(texts.length * share));
  if (everySection && !only) {
    for (const { first: from, end: to } of article.sections) choice.takeFrom(from, to);
  }
  const startsSection = (index: number) =>
    index === 0 ||
    article.sentences[first + index]?.section !== article.sentences[first + index - 1]?.section;
  for (let tries = texts.length; choice.chosen.size < wanted && tries > 0; tries -= 1) {
    const taken = choice.takeFrom(0, texts.length);
    if (taken === undefined) break;
    const sight = sights[taken];
    if (!sight || !leans(sight) || startsSection(taken) || choice.chosen.has(taken - 1)) continue;
    // It brings along what it leans on, if that can stand alone and there is room; else others are taken.
    const before = sights[taken - 1];
    if (before && !leans(before) && choice.chosen.size < wanted) choice.take(taken - 1);
    else choice.drop(taken);
  }
  if (choice.chosen.size === 0) choice.takeFrom(0, texts.length);
  const chosen = new Set([...choice.chosen].map((index) => first + index));
  const worthOf = (sentence: number) => worths[sentence - first] ?? 0;
  holdAnswers(article, chosen, { first, end, everySection: everySection && !only, worthOf });
  keepWithin(article, chosen, worthOf);
  return [...chosen].sort((a, b) => a - b);
}

/**
 * Leaves out the sentences of least worth, all but one, until no more of the article is quoted than it allows. A charge whose only answer
 * would go goes in its place: it is never quoted alone.
 */
function keepWithin(article: Article, chosen: Set<number>, worthOf: (sentence: number) => number): void {
  const most = allowanceOf(article);
  if (most === undefined) return;
  const size = () => sizeOf([...chosen].flatMap((sentence) => article.sentences[sentence] ?? []));
  while (chosen.size > 1 && size() > most) {
    const [least] = [...chosen].sort((a, b) => worthOf(a) - worthOf(b));
    if (least === undefined) return;
    const others = [...chosen].filter((sentence) => sentence !== least);
    const charge = others.find((sentence) => {
      const answers = answersTo(article, sentence);
      return answers.includes(least) && !answers.some((answer) => others.includes(answer));
    });
    chosen.delete(charge ?? least);
  }
}

interface Bounds {
  readonly first: number;
  readonly end: number;
  readonly everySection: boolean;
  readonly worthOf: (sentence: number) => number;
}

/**
 * Fairness: where a chosen sentence reports a charge and the article prints an answer to it, an answer is chosen too, in the place of the
 * sentence of least worth that neither charges nor answers, nor is the only one of its section.
 */
function holdAnswers(
  article: Article,
  chosen: Set<number>,
  { first, end, everySection, worthOf }: Bounds,
): void {
  for (const charge of [...chosen].sort((a, b) => a - b)) {
    const answers = answersTo(article, charge).filter((answer) => answer >= first && answer < end);
    const [best] = answers;
    if (best === undefined || answers.some((answer) => chosen.has(answer))) continue;
    const isOnlyOne = (sentence: number) => {
      const { section } = article.sentences[sentence] ?? {};
      return ![...chosen].some(
        (other) => other !== sentence && article.sentences[other]?.section === section,
      );
    };
    const replaced = [...chosen]
      .filter((sentence) => sentence !== charge && answersTo(article, sentence).length === 0)
      .filter((sentence) => ![...chosen].some((other) => answersTo(article, other).includes(sentence)))
      .filter((sentence) => !everySection || !isOnlyOne(sentence))
      .sort((a, b) => worthOf(a) - worthOf(b))[0];
    if (replaced !== undefined && chosen.size > 1) chosen.delete(replaced);
    chosen.add(best);
  }
}

/** Logarithm of odds: more than any trait weighs. */
const FRAGMENT = 20;
/** Words that a sentence has at the least, where it has no stop at its end. */
const FEWEST_WORDS = { stopped: 4, unstopped: 9 };

/** Whether a sentence is none: code, a row, a caption, a byline, a list of links. */
function isFragment({ text, length, language }: SentenceSight, form: string | undefined): boolean {
  if (form !== undefined) return true;
  const links = text.match(/https?:\/\/\S+|\[[^\]]+\]\([^)]*\)/g)?.join('').length ?? 0;
  if (links * 2 > text.length) return true;
  if (/^(?:By|Photos?|Image|Credit|Source|Updated|Read more|See also|Follow)\b[^.!?]*$/i.test(text))
    return true;
  if (
    !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text.replace(/^[^\p{L}]+/u, '')) &&
    language.tag !== 'en'
  )
    return false;
  const isStopped = /[.!?…。！？]["”'’»」)\]\d[]*$/.test(text);
  return length < (isStopped ? FEWEST_WORDS.stopped : FEWEST_WORDS.unstopped);
}
