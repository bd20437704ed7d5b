import type { SentenceIndex } from '../index/sentence-index.ts';
import type { Ranking } from '../ranking/ranking.ts';

/** "Who is the *CEO* of *Alibaba*?", "What was *Alibaba*'s *answer*?" */
const FORMS = [
  /\b(?:who|what)(?: is|'s|’s| was| are| were) (?:the |a )?(?<thing>[^\s?]+) of (?:the )?(?<owner>[^?]+?)\s*\??$/i,
  /\b(?:who|what)(?: is|'s|’s| was| are| were) (?<owner>[^?]+?)['’]s? (?<thing>[^\s?]+)\s*\??$/i,
];
/** Words between an owner and what is owned at the most: "Alibaba's new CEO", "the CEO of the group". */
const REACH = { before: 2, after: 3 } as const;

/** What is asked for, and of whom, as typed. */
export interface Possession {
  readonly thing: string;
  readonly owner: string;
}

/**
 * What an English question asks for of one owner, if the best sentence tells of it with another only: "NVIDIA's CEO
 * announced that Alibaba's …" holds every word of "Who is the CEO of Alibaba?" and says nothing of it.
 */
export function ofAnother(
  question: string,
  index: SentenceIndex,
  { candidates }: Ranking,
): Possession | undefined {
  const { language, termId, termOfSurface } = index;
  const top = candidates[0]?.sentence;
  const asked = FORMS.map((form) => form.exec(question)?.groups).find((groups) => groups !== undefined);
  if (language.tag !== 'en' || top === undefined || !asked?.thing || !asked.owner) return undefined;
  const termOf = (word: string) => termId.get(language.stem(word));
  const thing = termOf(asked.thing);
  const owner = new Set(language.tokenize(asked.owner).map(({ text }) => termOf(text)));
  const surfaces = index.words.subarray(index.wordStart[top], index.wordStart[top + 1]);
  const terms = Array.from(surfaces, (surface) => termOfSurface[surface]);
  const things = [...terms.keys()].filter((at) => terms[at] === thing);
  const isOwned = (at: number) =>
    terms.slice(Math.max(0, at - REACH.before), at + REACH.after + 1).some((term) => owner.has(term));
  const isOthers = (at: number) => /['’]s$/.test(index.surfaces[surfaces[at - 1] ?? -1] ?? '');
  if (!things.some(isOthers) || things.some(isOwned)) return undefined;
  return { thing: asked.thing, owner: asked.owner };
}
