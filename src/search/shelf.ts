import type { Article } from '../corpus/article.ts';
import { cohesionOf } from './cohesion.ts';
import { languageOf } from './language.ts';
import { type Names, namesOf } from './names.ts';
import { indexSentences, postingsIn, type Scope, type SentenceIndex } from './sentence-index.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { type NamesBySound, namesBySound } from './transliteration.ts';

/** The articles of one language, made ready to be searched. */
export interface Shelf {
  readonly index: SentenceIndex;
  readonly cohesion: Uint8Array;
  readonly speller: Speller;
  readonly names: Names;
  /** Made at the first Chinese question. */
  readonly sounds: () => NamesBySound;
}

/** One shelf for each language of the articles, in the order in which the languages first occur. */
export function shelvesOf(articles: readonly Article[]): Shelf[] {
  const byLanguage = new Map<string, Article[]>();
  for (const article of articles) {
    const { tag } = languageOf(article.lang);
    const shelved = byLanguage.get(tag);
    if (shelved) shelved.push(article);
    else byLanguage.set(tag, [article]);
  }
  return [...byLanguage].map(([tag, shelved]) => {
    const language = languageOf(tag);
    const index = indexSentences(shelved, language);
    let sounds: NamesBySound | undefined;
    return {
      index,
      cohesion: cohesionOf(index),
      speller: createSpeller(index),
      names: namesOf(shelved, language),
      sounds() {
        sounds ??= namesBySound(index);
        return sounds;
      },
    };
  });
}

/** The sentences of one article of the shelf, or of all; undefined where the shelf does not hold the article. */
export function scopeOf({ index }: Shelf, article?: string): Scope | undefined {
  if (article === undefined) return { from: 0, to: index.sentenceCount };
  const at = index.articles.findIndex(({ id }) => id === article);
  if (at < 0) return undefined;
  return { from: index.firstSentence[at] ?? 0, to: index.firstSentence[at + 1] ?? 0 };
}

/** Whether any sentence of the scope holds the term. */
export function holdsTerm({ index }: Shelf, term: number, scope: Scope): boolean {
  if (term === 0) return false;
  const { from, to } = postingsIn(index, term, scope);
  return to > from;
}
