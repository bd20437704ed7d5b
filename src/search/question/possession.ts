// Reads whose thing is asked for.
import type { SentenceIndex } from '../index/sentence-index.ts';
import type { Possession } from './question.ts';

/** "Who is the *CEO* of *Alibaba*?", "What was *Alibaba*'s *answer*?" */
const FORMS = [
  /\b(?:who|what)(?: is|'s|’s| was| are| were) (?:the |a )?(?<thing>[^\s?]+) of (?:the )?(?<owner>[^?]+?)\s*\??$/i,
  /\b(?:who|what)(?: is|'s|’s| was| are| were) (?<owner>[^?]+?)['’]s? (?<thing>[^\s?]+)\s*\??$/i,
];

/** What an English question asks for of one owner, where it has one of the forms that say so plainly. */
export function possessionIn(question: string, { language, termId }: SentenceIndex): Possession | undefined {
  if (language.tag !== 'en') return undefined;
  const { thing, owner } = FORMS.map((form) => form.exec(question)?.groups).find(Boolean) ?? {};
  if (!thing || !owner) return undefined;
  const termOf = (word: string) => termId.get(language.stem(word));
  return {
    thing,
    thingTerm: termOf(thing),
    owner,
    ownerTerms: new Set(language.tokenize(owner).map(({ text }) => termOf(text))),
  };
}
