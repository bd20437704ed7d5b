// Whether the articles print a word at all.
import { UNSPACED } from '../../corpus/unspaced.ts';
import { articleAt, type IndexPart, type Range, withinPart } from '../index/sentence-index.ts';
import type { Shelf } from '../index/shelf.ts';
import type { Language } from '../text/language.ts';

/** Ids of the surfaces of a part that print a folded word, or a part of a figure: `100` of `100,000`. */
const surfacesByForm = new WeakMap<readonly string[], ReadonlyMap<string, readonly number[]>>();

/** What separates the parts of a figure or of a compound. */
const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/u;

function printing(form: string, { surfaces, places }: IndexPart, language: Language): ReadonlySet<number> {
  if (!places) return new Set(surfacesOf(surfaces, language).get(form));
  // A scope's own words are so few that they are read each time rather than kept twice.
  const found = new Set<number>();
  surfaces.forEach((surface, id) => {
    const printed = language.fold(surface);
    if (printed === form || (printed.includes(form) && printed.split(NO_LETTERS).includes(form)))
      found.add(id);
  });
  return found;
}

function surfacesOf(surfaces: readonly string[], language: Language): ReadonlyMap<string, readonly number[]> {
  const known = surfacesByForm.get(surfaces);
  if (known) return known;
  const made = new Map<string, number[]>();
  const add = (form: string, surface: number) => {
    const before = made.get(form);
    if (before) before.push(surface);
    else made.set(form, [surface]);
  };
  surfaces.forEach((surface, id) => {
    const form = language.fold(surface);
    add(form, id);
    const parts = form.split(NO_LETTERS);
    if (parts.length > 1) for (const part of parts) add(part, id);
  });
  surfacesByForm.set(surfaces, made);
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
  const isTitled = titles.some((title) => index.language.fold(title).split(NO_LETTERS).includes(form));
  if (isTitled) return true;
  return index.parts.some((part) => {
    const { from, to } = withinPart(part, range);
    if (from === to) return false;
    const surfaces = printing(form, part, index.language);
    if (surfaces.size === 0) return false;
    const end = part.wordStart[to] ?? 0;
    for (let at = part.wordStart[from] ?? 0; at < end; at += 1) {
      if (surfaces.has(part.words[at] ?? -1)) return true;
    }
    return false;
  });
}
