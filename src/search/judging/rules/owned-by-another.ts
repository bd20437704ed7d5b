import type { Rule } from '../rule.ts';

/** Words between an owner and what is owned at the most: "Alibaba's new CEO", "the CEO of the group". */
const REACH = { before: 2, after: 3 } as const;

/**
 * What is asked for of one owner, where the best sentence tells of it with another only: "NVIDIA's CEO announced that
 * Alibaba's …" holds every word of "Who is the CEO of Alibaba?" and says nothing of it.
 */
export const ownedByAnother: Rule = {
  name: 'owned-by-another',
  see({ possession, shelf: { index } }, { candidates }) {
    const top = candidates[0]?.sentence;
    if (!possession || top === undefined) return undefined;
    const { thingTerm, ownerTerms } = possession;
    const surfaces = index.words.subarray(index.wordStart[top], index.wordStart[top + 1]);
    const terms = Array.from(surfaces, (surface) => index.termOfSurface[surface]);
    const things = [...terms.keys()].filter((at) => terms[at] === thingTerm);
    const isOwned = (at: number) =>
      terms.slice(Math.max(0, at - REACH.before), at + REACH.after + 1).some((term) => ownerTerms.has(term));
    const isOthers = (at: number) => /['’]s$/.test(index.surfaces[surfaces[at - 1] ?? -1] ?? '');
    return things.some(isOthers) && !things.some(isOwned) ? { another: possession } : undefined;
  },
};
