// Names passages so that buttons find them again.
import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import type { Result } from '../result.ts';
import type { Library } from '../search/search.ts';
import type { PassageRef } from './action.ts';
import { shorten } from './shorten.ts';
import type { Words } from './words.ts';

/** Why what a button names cannot be shown. */
export type StaleReference =
  | { readonly kind: 'gone'; readonly article: string }
  | { readonly kind: 'changed'; readonly article: Article }
  | { readonly kind: 'out-of-range'; readonly article: Article };

/** The name of a passage that a button can hold. */
export function refTo({ article, first, last }: Passage): PassageRef {
  return { article: article.id, edition: article.edition, first, last };
}

/** The passage that a reference names, if its article is still held, unchanged, and has those sentences. */
export function resolve(ref: PassageRef, library: Library): Result<Passage, StaleReference> {
  const held = resolveArticle(ref.article, ref.edition, library);
  if ('problem' in held) return held;
  const article = held.value;
  const { first, last } = ref;
  const isRange = Number.isInteger(first) && Number.isInteger(last) && 0 <= first && first <= last;
  if (!isRange || last >= article.sentences.length) return { problem: { kind: 'out-of-range', article } };
  return { value: { article, first, last } };
}

/** Every passage of a list, or the first problem among them. */
export function resolveAll(refs: readonly PassageRef[], library: Library): Result<Passage[], StaleReference> {
  const passages: Passage[] = [];
  for (const ref of refs) {
    const resolved = resolve(ref, library);
    if ('problem' in resolved) return resolved;
    passages.push(resolved.value);
  }
  return { value: passages };
}

/** The article with that id, if it is still of that edition. */
export function resolveArticle(
  id: string,
  edition: string,
  library: Library,
): Result<Article, StaleReference> {
  const article = library.article(id);
  if (!article) return { problem: { kind: 'gone', article: id } };
  if (article.edition !== edition) return { problem: { kind: 'changed', article } };
  return { value: article };
}

/** The sentence that tells a reader about a problem. */
export function tell(problem: StaleReference, words: Words): string {
  switch (problem.kind) {
    case 'gone':
      return words.problems.goneArticle(shorten(problem.article, 100));
    case 'changed':
      return words.problems.changedArticle(shorten(problem.article.title, 100));
    case 'out-of-range':
      return words.problems.outOfRange(shorten(problem.article.title, 100), problem.article.sentences.length);
  }
}
