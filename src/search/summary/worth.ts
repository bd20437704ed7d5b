// What a sentence is worth in a summary.
import type { Article } from '../../corpus/article.ts';
import { type Language, languageOf } from '../text/language.ts';
import { centralityOf } from './centrality.ts';
import type { SentenceVectors } from './sentence-vectors.ts';

/** One sentence of the text that is summarized, as its features see it. */
export interface SentenceSight {
  readonly text: string;
  /** Its place from 0 in the text, or in its section where the text is made of sections; and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly opensParagraph: boolean;
  /** Continuous LexRank, from 0 to 1. */
  readonly centrality: number;
  /** Share of the keys of the title and of its section's heading that it has. */
  readonly titled: number;
  /** Words. */
  readonly length: number;
  readonly language: Language;
}

/** Something to see of a sentence, and what it counts for standing in a summary. */
export interface Trait {
  readonly name: string;
  readonly weight: number;
  readonly of: (sight: SentenceSight) => number;
}

const SPEECH: Readonly<Record<string, RegExp>> = {
  en: /\b(?:said|says|told|according to)\b/,
  de: /\b(?:sagte|sagt|erklärte|laut)\b/,
  es: /\b(?:dijo|dice|según|afirmó)\b/,
  zh: /(?:表示|说|說|称|稱|指出)/,
};
/** A sentence that opens so leans on the one before it. */
const LEANING: Readonly<Record<string, RegExp>> = {
  en: /^["“'‘(]?(?:It|He|She|They|This|These|Those|That|But|And|So|Or|Yet|However|Still|Instead)\b/,
  de: /^["“„(]?(?:Er|Sie|Es|Dies|Diese[rs]?|Aber|Und|Doch|Denn)\b/,
  es: /^["“¿¡(]?(?:Él|Ella|Ellos|Esto|Este|Esta|Pero|Y|Sin embargo)\b/,
  zh: /^["“「]?(?:他|她|它|这|這|但|而|不过|不過|然而)/,
};
const FIRST_PERSON = /\b(?:I|I'm|my|me|we|our|us)\b/;

/** Whether a sentence cannot be understood without the one before it. */
export function leans({ text, language }: Pick<SentenceSight, 'text' | 'language'>): boolean {
  return LEANING[language.tag]?.test(text) ?? false;
}

/**
 * The traits of a sentence. Fitted by logistic regression with a small L2 penalty (`npm run eval -- --summaries DIR --fit`) on 1,020 news
 * articles of the CNN corpus (Lins et al. 2019) with the sentences that annotators chose: those whose file name's sha256 begins with
 * an even hex digit.
 */
export const TRAITS: readonly Trait[] = [
  // Where it stands: early, and in the first share of the text.
  { name: 'opening', weight: -0.87, of: ({ at }) => (at === 0 ? 1 : 0) },
  { name: 'early', weight: 0.5, of: ({ at }) => 1 / (1 + at / 3) },
  { name: 'rank', weight: -0.44, of: ({ at }) => Math.log1p(at) },
  { name: 'share', weight: -0.69, of: ({ at, of }) => at / Math.max(1, of) },
  { name: 'paragraph', weight: 0.46, of: ({ opensParagraph }) => (opensParagraph ? 1 : 0) },
  // What it says: what others say too, words of the title, how much.
  { name: 'central', weight: 0.97, of: ({ centrality }) => centrality },
  { name: 'titled', weight: 1.17, of: ({ titled }) => titled },
  { name: 'length', weight: 0.43, of: ({ length }) => Math.log1p(length) },
  {
    name: 'numbers',
    weight: 0.55,
    of: ({ text }) => Math.min(3, text.match(/\p{N}[\p{N},.]*/gu)?.length ?? 0) / 3,
  },
  // How it says it.
  { name: 'question', weight: -1.11, of: ({ text }) => (/[?？]["”'’」]?$/.test(text) ? 1 : 0) },
  { name: 'quotation', weight: -0.28, of: ({ text }) => (/["“”「『«„]/.test(text) ? 1 : 0) },
  { name: 'speech', weight: 0.16, of: ({ text, language }) => (SPEECH[language.tag]?.test(text) ? 1 : 0) },
  { name: 'leaning', weight: -0.06, of: (sight) => (leans(sight) ? 1 : 0) },
  {
    name: 'person',
    weight: -0.23,
    of: ({ text, language }) => (language.tag === 'en' && FIRST_PERSON.test(text) ? 1 : 0),
  },
];

/** The sentences of an article from `first` up to `end`, as their traits see them. */
export function sightsOf(
  article: Article,
  first: number,
  end: number,
  vectors: SentenceVectors,
): readonly SentenceSight[] {
  const language = languageOf(article.lang);
  const centrality = centralityOf(vectors);
  const isDigest = article.sections.filter(({ heading }) => heading !== '').length > 1;
  const title = language.keysIn(article.title);
  const termsOfSection = article.sections.map(({ heading }) => {
    const keys = [...new Set([...title, ...language.keysIn(heading)])];
    return { count: keys.length, terms: new Set(keys.flatMap((key) => vectors.termOf(key) ?? [])) };
  });
  return article.sentences.slice(first, end).map((sentence, index) => {
    const section = article.sections[sentence.section];
    // The first paragraphs of a text in sections are no lead; those of a section are the section's.
    const from = isDigest ? Math.max(first, section?.first ?? first) : first;
    const to = isDigest ? Math.min(end, section?.end ?? end) : end;
    const asked = termsOfSection[sentence.section];
    let held = 0;
    const last = vectors.starts[index + 1] ?? 0;
    for (let at = vectors.starts[index] ?? 0; at < last; at += 1)
      if (asked?.terms.has(vectors.terms[at] ?? -1)) held += 1;
    return {
      text: article.text.slice(sentence.start, sentence.end),
      at: first + index - from,
      of: to - from,
      opensParagraph: sentence.opens,
      centrality: centrality[index] ?? 0,
      titled: held / Math.max(1, asked?.count ?? 1),
      length: vectors.lengths[index] ?? 0,
      language,
    };
  });
}

/** What each sentence is worth in a summary, as the logarithm of odds. */
export function worthsOf(sights: readonly SentenceSight[]): Float64Array {
  return Float64Array.from(sights, (sight) =>
    TRAITS.reduce((sum, { weight, of }) => sum + weight * of(sight), 0),
  );
}
