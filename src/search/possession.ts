import type { Ranking } from './ranking.ts';
import type { SentenceIndex } from './sentence-index.ts';

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
  const { language } = index;
  const top = candidates[0]?.sentence;
  const asked = FORMS.map((form) => form.exec(question)?.groups).find((groups) => groups !== undefined);
  if (language.tag !== 'en' || top === undefined || !asked?.thing || !asked.owner) return undefined;
  const thing = language.stem(asked.thing);
  const owner = new Set(language.tokenize(asked.owner).map(({ text }) => language.stem(text)));
  const words = [...index.words.subarray(index.wordStart[top], index.wordStart[top + 1])];
  const surfaces = words.map((id) => index.surfaces[id] ?? '');
  const stems = surfaces.map((surface) => language.stem(surface));
  const things = [...stems.keys()].filter((at) => stems[at] === thing);
  const isOwned = (at: number) =>
    stems.slice(Math.max(0, at - REACH.before), at + REACH.after + 1).some((stem) => owner.has(stem));
  const isOthers = (at: number) => /['’]s$/.test(surfaces[at - 1] ?? '');
  if (!things.some(isOthers) || things.some(isOwned)) return undefined;
  return { thing: asked.thing, owner: asked.owner };
}
