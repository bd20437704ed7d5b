// What a peer is.
import type { Article } from '../../src/corpus/article.ts';
import type { Engine } from '../engine.ts';
import type { LeadIns } from '../lead-ins.ts';
import { type Terms, termsOf } from './terms.ts';

/** Indices of sentences, best first. */
export type SentenceSearch = (
  question: string,
  limit: number,
) => readonly number[] | Promise<readonly number[]>;

/** A library of the registry under its name, given the sentences of one text. */
export interface Peer {
  readonly name: string;
  index(sentences: readonly string[], terms: Terms): SentenceSearch | Promise<SentenceSearch>;
}

/**
 * Lets a library search the very sentences of each article alone; a hit brings along the sentence before where a
 * passage of this project does.
 */
export function engineOf(peer: Peer, leadIns: LeadIns): Engine {
  return {
    name: peer.name,
    async index(articles) {
      const searches = new Map<Article, SentenceSearch>();
      for (const article of articles) {
        const sentences = article.sentences.map(({ start, end }) => article.text.slice(start, end));
        searches.set(article, await peer.index(sentences, termsOf(article.lang)));
      }
      return async (question, article, limit) => {
        const hits = (await searches.get(article)?.(question, limit)) ?? [];
        const passages = hits.flatMap((hit) => {
          const first = article.sentences[leadIns.firstOf(article, hit)];
          const last = article.sentences[hit];
          return first && last ? [{ start: first.start, end: last.end }] : [];
        });
        return { passages };
      };
    },
  };
}
