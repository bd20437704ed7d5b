// The text that a bench runs on.
import { readFile } from 'node:fs/promises';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { Unusable } from '../unusable.ts';
import { sentencesFrom } from './generate.ts';
import { below, type Random, randomFrom } from './random.ts';

/** The text to search: made up, a file's, or the corpus itself. */
export interface Source {
  readonly kind: 'made' | 'file' | 'corpus';
  /** Of the file or the corpus folder. */
  readonly path?: string;
}

const SEED = 1;
const SENTENCES_A_PARAGRAPH = 5;
/** A long article; a corpus file may hold up to 5 MiB. */
const SENTENCES_AN_ARTICLE = 1_000;
/** Of the words of a repeated sentence, how many are exchanged for others of the text. */
const VARIATION = 0.3;

/** The sentences as articles, and how long the corpus took to split them. */
export interface Text {
  readonly articles: readonly Article[];
  readonly splitMilliseconds: number;
}

export async function textOfSize(source: Source, sentences: number): Promise<Text> {
  if (source.kind === 'corpus') {
    const held = await readCorpus(source.path ?? 'corpus');
    const from = performance.now();
    const articles = held.map((article) => articleFrom(article));
    return { articles, splitMilliseconds: performance.now() - from };
  }
  const texts =
    source.kind === 'made'
      ? articleTexts(made(sentences), SENTENCES_A_PARAGRAPH)
      : articleTexts(await fileSentences(source.path ?? '', sentences), 1);
  const from = performance.now();
  const articles = texts.map((text, at) =>
    articleFrom({ id: `text-${at + 1}`, title: `Text ${at + 1}`, publisher: 'bench', lang: 'en', text }),
  );
  return { articles, splitMilliseconds: performance.now() - from };
}

function made(count: number): string[] {
  const sentences: string[] = [];
  for (const sentence of sentencesFrom(SEED)) {
    if (sentences.length === count) break;
    sentences.push(sentence);
  }
  return sentences;
}

/** The sentences of a plain text, cut to the number wanted or repeated with some words exchanged. */
async function fileSentences(path: string, count: number): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Unusable(`${path} cannot be read: ${error.message}`);
  });
  const article = articleFrom({ id: 'text', title: 'Text', publisher: 'bench', lang: 'en', text });
  const own = article.sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));
  if (own.length === 0) throw new Unusable(`${path} holds no sentence.`);
  const words = own.flatMap((sentence) => sentence.match(/\p{L}{4,}/gu) ?? []);
  const random = randomFrom(SEED);
  return Array.from({ length: count }, (_, at) => {
    const sentence = own[at % own.length] ?? '';
    return at < own.length ? sentence : varied(sentence, words, random);
  });
}

function varied(sentence: string, words: readonly string[], random: Random): string {
  return sentence.replace(/\p{L}{4,}/gu, (word) =>
    random() < VARIATION ? (words[below(words.length, random)] ?? word) : word,
  );
}

/** One sentence a paragraph keeps those of a file apart, whatever they begin and end with. */
function articleTexts(sentences: readonly string[], aParagraph: number): string[] {
  const texts: string[] = [];
  for (let from = 0; from < sentences.length; from += SENTENCES_AN_ARTICLE) {
    const own = sentences.slice(from, from + SENTENCES_AN_ARTICLE);
    const parts: string[] = [];
    for (let at = 0; at < own.length; at += aParagraph) {
      parts.push(own.slice(at, at + aParagraph).join(' '));
    }
    texts.push(parts.join('\n\n'));
  }
  return texts;
}
