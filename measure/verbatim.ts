// This project as an engine.
import { spanOf } from '../src/corpus/passage.ts';
import { createLibrary, type PassageReader } from '../src/search/search.ts';
import type { Engine } from './engine.ts';
import type { LeadIns } from './lead-ins.ts';

/** This project's library over all articles of a file, asked about one article at a time; with what reads its passages, where something does. */
export function verbatimOf(leadIns: LeadIns, reader?: PassageReader): Engine {
  return {
    name: reader ? `Verbatim, read by ${reader.name}` : 'Verbatim',
    async index(articles) {
      const library = createLibrary(articles, undefined, reader);
      return async (question, article, limit) => {
        const { passages, outcome, confidence } = await library.ask(question, { article: article.id, limit });
        for (const passage of passages) leadIns.note(passage);
        return { passages: passages.map(spanOf), outcome, confidence };
      };
    },
  };
}
