// Shows passages with what to stress in them.
import type { Article } from '../corpus/article.ts';
import type { Passage, Span } from '../corpus/passage.ts';
import { contextButton } from './buttons.ts';
import { quote } from './quotation.ts';
import type { Block, Quotation, Reply } from './reply.ts';
import type { Words } from './words.ts';

/** A passage with the words to stress in it, and what to underline. */
export type Stressed = Passage & { readonly matches?: readonly Span[]; readonly answers?: readonly Span[] };

/** The articles that passages come from, in the order of their first passage. */
export function articlesOf(passages: readonly Passage[]): ReadonlySet<Article> {
  return new Set(passages.map(({ article }) => article));
}

/**
 * Passages as lettered quotations, each with its Context button. `from` passages had letters before; with `naming`,
 * as where there are several articles, each quotation names its own.
 */
export function quotationsOf(
  passages: readonly Stressed[],
  words: Words,
  from = 0,
  naming = articlesOf(passages).size > 1,
): Block[] {
  return passages.flatMap((passage, index) =>
    withGapsAtCuts(
      passage,
      quote(passage, {
        letter: from + index,
        matches: passage.matches ?? [],
        answers: passage.answers ?? [],
        button: contextButton(passage, words),
        naming,
      }),
    ),
  );
}

/** A quotation, with a gap where its passage begins or ends within a sentence that was too long for one. */
export function withGapsAtCuts({ article, first, last }: Passage, quotation: Quotation): Block[] {
  return [
    ...(article.sentences[first - 1]?.isCut ? [{ kind: 'gap' } as const] : []),
    { kind: 'quotation', quotation },
    ...(article.sentences[last]?.isCut ? [{ kind: 'gap' } as const] : []),
  ];
}

/** The attribution of a whole reply; where it quotes several articles, each quotation names its own. */
export function footerOf(passages: readonly Passage[]): Pick<Reply, 'footer'> {
  const [only, another] = articlesOf(passages);
  return only && !another ? { footer: { kind: 'source', article: only } } : {};
}
