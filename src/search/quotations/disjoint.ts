// Keeps passages from sharing sentences.
import type { Passage, Span } from '../../corpus/passage.ts';
import type { RankedPassage } from '../finding.ts';

/**
 * Passages of several findings without a sentence that `shown` or an earlier one of them quotes: one whose ranked sentence is quoted
 * already is left out, and one that brings along quoted sentences before it begins behind them.
 */
export function disjoint(
  passages: readonly RankedPassage[],
  shown: readonly Passage[] = [],
): readonly RankedPassage[] {
  const kept: RankedPassage[] = [];
  for (const passage of passages) {
    const others = [...shown, ...kept].filter(({ article }) => article === passage.article);
    if (others.some(({ first, last }) => first <= passage.focus && passage.focus <= last)) continue;
    const ends = others.filter(({ last }) => last < passage.focus).map(({ last }) => last + 1);
    kept.push(startingAt(Math.max(passage.first, ...ends), passage));
  }
  return kept;
}

/** A passage from one of its sentences on, with what is seen of the question there. */
function startingAt(first: number, passage: RankedPassage): RankedPassage {
  if (first === passage.first) return passage;
  const from = passage.article.sentences[first]?.start ?? 0;
  const within = (spans: readonly Span[]) => spans.filter(({ start }) => start >= from);
  return {
    ...passage,
    first,
    matches: within(passage.matches),
    held: passage.held.map((held) => {
      const spans = within(held?.spans ?? []);
      return held && spans.length > 0 ? { ...held, spans } : undefined;
    }),
    near: passage.near.map(within),
    answers: within(passage.answers),
    years: within(passage.years),
  };
}
