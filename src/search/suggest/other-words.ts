// Proposes aliases.
import type { Article } from '../../corpus/article.ts';
import { antonymsOf } from '../text/english-senses.ts';
import { rarityIn } from '../text/frequency.ts';
import { languageOf } from '../text/language.ts';
import { wordVectors } from '../text/word-vectors.ts';

/** Other words for one that an article prints, likeliest first. */
export interface OtherWords {
  /** As the article prints it most often. */
  readonly word: string;
  readonly others: readonly string[];
}

/** Cosine from which a word is proposed: below, most words only stand beside the same things (`open`, `semifinals`). */
const LEAST_LIKENESS = 0.6;
/** Share of a thesaurus's entry from which it is. */
const LEAST_SHARE = 0.4;
/** The most proposed for one word. */
const MOST_OTHERS = 6;

/**
 * Other words that readers may type for the `most` most telling words of an English article (by how rare they are and how often they are
 * printed), from the thesaurus and the word vectors; those that the article prints itself, or has as aliases, are left out. Empty for an
 * article in another language.
 */
export function otherWordsFor(article: Article, most = 50): readonly OtherWords[] {
  const language = languageOf(article.lang);
  if (!language.hasMeanings) return [];
  const printed = new Map<string, Map<string, number>>();
  const names = new Set<string>();
  for (const { start, end } of article.sentences) {
    language.tokenize(article.text.slice(start, end)).forEach(({ text }, at) => {
      if (!/^\p{L}{3,}$/u.test(text) || language.isStopWord(text) || language.isNumber(text)) return;
      const key = language.stem(text);
      // A capital within a sentence makes a name, which has no other words but its aliases.
      if (at > 0 && /^\p{Lu}/u.test(text)) names.add(key);
      const forms = printed.get(key) ?? new Map<string, number>();
      printed.set(key, forms.set(text, (forms.get(text) ?? 0) + 1));
    });
  }
  const aliased = new Set([...article.aliases.values()].flat().map((other) => other.toLowerCase()));
  const told = [...printed]
    .filter(([key]) => !names.has(key) && !article.aliases.has(key))
    .map(([key, forms]) => {
      const count = [...forms.values()].reduce((sum, one) => sum + one, 0);
      const [[form = key] = []] = [...forms].sort((a, b) => b[1] - a[1]);
      return { key, form, weight: rarityIn(language, key) * Math.log2(1 + count) };
    })
    .filter(({ form }) => !article.aliases.has(form))
    .sort((a, b) => b.weight - a.weight);
  const found: OtherWords[] = [];
  for (const { key, form } of told) {
    if (found.length === most) break;
    const others = likeOf(key).filter(
      (other) => !printed.has(language.stem(other)) && !aliased.has(other) && !language.isStopWord(other),
    );
    if (others.length > 0) found.push({ word: form, others: others.slice(0, MOST_OTHERS) });
  }
  return found;

  function likeOf(key: string): readonly string[] {
    const vectors = wordVectors();
    const row = vectors.rowOf(key);
    const listed = language
      .thesaurus(key)
      .filter(({ sense, share }) => sense !== 'narrower' && share >= LEAST_SHARE)
      .map(({ word, sense, share }) => ({ word, weight: (sense === 'synonym' ? 2 : 0) + share }));
    const near = (row < 0 ? [] : vectors.nearestTo(row))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .map(({ word, likeness }) => ({ word, weight: 1 + likeness }));
    // Synonyms first, then what stands in the same contexts, as what says the contrary does, then broader words.
    const contrary = new Set(antonymsOf(key));
    const ordered = [...listed, ...near].sort((a, b) => b.weight - a.weight).map(({ word }) => word);
    return [...new Set(ordered)].filter((word) => !contrary.has(word));
  }
}
