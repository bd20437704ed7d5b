import { UNSPACED } from '../../corpus/unspaced.ts';
import { articleAt, type Range, type SentenceIndex } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';

/** By index: ids of the surfaces that print a folded word, or a part of a figure: `100` of `100,000`. */
const surfacesByForm = new WeakMap<SentenceIndex, ReadonlyMap<string, readonly number[]>>();

function surfacesOf(index: SentenceIndex): ReadonlyMap<string, readonly number[]> {
  const known = surfacesByForm.get(index);
  if (known) return known;
  const made = new Map<string, number[]>();
  const add = (form: string, surface: number) => {
    const before = made.get(form);
    if (before) before.push(surface);
    else made.set(form, [surface]);
  };
  index.surfaces.forEach((surface, id) => {
    const form = index.language.fold(surface);
    add(form, id);
    const parts = form.split(/[^\p{L}\p{M}\p{N}]+/u);
    if (parts.length > 1) for (const part of parts) add(part, id);
  });
  surfacesByForm.set(index, made);
  return made;
}

/**
 * Whether the articles of a range print a word in any place, whatever it says there: `IT` as the pronoun, `100` within `100,000`.
 * What is printed is never told to be missing.
 */
export function isPrinted({ index }: Shelf, range: Range, word: string): boolean {
  const form = index.language.fold(word);
  const from = articleAt(index, range.from);
  const articles = index.articles.slice(from, articleAt(index, Math.max(range.from, range.to - 1)) + 1);
  if (UNSPACED.test(word))
    return articles.some(({ title, text }) => text.includes(word) || title.includes(word));
  const titles = articles.flatMap(({ title, sections }) => [
    title,
    ...sections.map(({ heading }) => heading),
  ]);
  const isTitled = titles.some((title) =>
    index.language
      .fold(title)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .includes(form),
  );
  if (isTitled) return true;
  const printing = new Set(surfacesOf(index).get(form));
  if (printing.size === 0) return false;
  const end = index.wordStart[range.to] ?? 0;
  for (let at = index.wordStart[range.from] ?? 0; at < end; at += 1) {
    if (printing.has(index.words[at] ?? -1)) return true;
  }
  return false;
}
