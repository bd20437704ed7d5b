// Chooses articles and halves of files.
import { createHash } from 'node:crypto';
import type { JudgedArticle } from './judged.ts';

export type Half = 'train' | 'test' | 'all';

export function isHalf(value: string): value is Half {
  return value === 'train' || value === 'test' || value === 'all';
}

/**
 * The half an article belongs to, by a hash of its title: the same article in another language or file, and the
 * sections of one article, never end up on both sides.
 */
export function halfOf(title: string): 'train' | 'test' {
  return (createHash('sha256').update(title).digest()[0] ?? 0) % 2 === 0 ? 'train' : 'test';
}

/** Which articles of a file are measured. */
export interface Selection {
  readonly half?: Half;
  readonly only?: string | undefined;
}

/** The articles of one half; `only` keeps the one with that id, or with that id after its slash. */
export function select(
  articles: readonly JudgedArticle[],
  { half = 'all', only }: Selection,
): readonly JudgedArticle[] {
  return articles.filter(
    ({ id, title }) =>
      (half === 'all' || halfOf(title) === half) &&
      (only === undefined || id === only || id.slice(id.indexOf('/') + 1) === only),
  );
}

/**
 * The article whose questions are put to this one: the next in the file with another title, from the last on to
 * the first. Undefined where all have one title.
 */
export function strangerOf(articles: readonly JudgedArticle[], at: number): JudgedArticle | undefined {
  const own = articles[at];
  return [...articles.slice(at + 1), ...articles.slice(0, at)].find(({ title }) => title !== own?.title);
}
