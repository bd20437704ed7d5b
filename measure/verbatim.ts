import { spanOf } from '../src/corpus/passage.ts';
import { createLibrary } from '../src/search/create.ts';
import type { Engine } from './engine.ts';

/** This project's library over all articles of a file, asked about one article at a time. */
export const verbatim: Engine = {
  name: 'Verbatim',
  async index(articles) {
    const library = createLibrary(articles);
    return async (question, article, limit) => {
      const { passages, outcome, confidence } = await library.ask(question, { article: article.id, limit });
      return { passages: passages.map(spanOf), outcome, confidence };
    };
  },
};
