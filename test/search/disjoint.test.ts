import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../commands/find.ts';
import { parseJudged } from '../../measure/judged.ts';
import { subjectOf } from '../../measure/subject.ts';
import type { Passage } from '../../src/corpus/passage.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { concerning, createLibrary } from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE, sessionOn } from '../session.ts';

/** Sentences that more than one of the passages quotes, as `article: number from 1`. */
function quotedTwice(passages: readonly Passage[]): string[] {
  const seen = new Set<string>();
  return passages.flatMap(({ article, first, last }) =>
    article.sentences.slice(first, last + 1).flatMap((_, at) => {
      const key = `${article.id}: ${first + at + 1}`;
      const isTwice = seen.has(key);
      seen.add(key);
      return isTwice ? [key] : [];
    }),
  );
}

/** Real texts, and what could be asked of them: judged questions and the names that they print, with and without quotation marks. */
async function realTexts() {
  const texts = [];
  for (const name of ['xquad.en', 'clapnq']) {
    const judged = parseJudged(name, await readFile(`data/sample/${name}.jsonl`, 'utf8'));
    if (judged.kind !== 'articles') continue;
    const subjects = judged.articles.map(subjectOf);
    texts.push({
      articles: subjects.map(({ article }) => article),
      questions: subjects.flatMap((one) => one.judged.questions.map(({ question }) => question)),
    });
  }
  const articles = await readCorpus('corpus');
  texts.push({ articles, questions: ['Who accused Alibaba?', 'What is said of Qwen?', 'What is it about?'] });
  return texts.map(({ articles, questions }) => {
    const printed = articles.map(({ text }) => text).join('\n');
    const names = [...new Set(printed.match(/\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu))].slice(0, 20);
    // Every other one in quotation marks, as phrases are asked.
    const asked = [...questions.filter((_, at) => at % 3 === 0), ...names].map((text, at) =>
      at % 2 === 0 ? text : `"${text}"`,
    );
    return { articles, asked };
  });
}

describe('No sentence is quoted twice', () => {
  let texts: Awaited<ReturnType<typeof realTexts>>;
  beforeAll(async () => {
    texts = await realTexts();
  });

  it('by the passages of a finding, whatever is asked of real texts', async () => {
    let asked = 0;
    for (const { articles, asked: questions } of texts) {
      const library = createLibrary(articles);
      for (const question of questions) {
        const { passages } = await library.ask(question, { limit: 12 });
        expect(quotedTwice(passages), question).toEqual([]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(140);
  }, 60_000);

  it('by what concerns a message of several sentences', async () => {
    for (const { articles, asked } of texts) {
      const library = createLibrary(articles);
      for (let at = 0; at + 3 < asked.length; at += 8) {
        const message = asked.slice(at, at + 4).join(' ');
        expect(quotedTwice((await concerning(message, library)).passages), message).toEqual([]);
      }
    }
  }, 60_000);

  it('where one of two neighbors is checked and the other leans on it', async () => {
    const text =
      'Captain Nemo stood on deck. He told Captain Nemo’s men nothing. They feared Captain Nemo and his whale.';
    const session = sessionOn([articleOf(`${text}\n`)]);
    for (const message of [
      '"Captain Nemo"',
      'He said "Captain Nemo stood on deck". They feared Captain Nemo and his whale.',
    ]) {
      const { blocks } = await find.answer({ text: message, quotations: [] }, session);
      const quoted = blocks.flatMap((block) => (block.kind === 'quotation' ? [block.quotation.passage] : []));
      expect(quoted.length).toBeGreaterThan(0);
      expect(quotedTwice(quoted), message).toEqual([]);
    }
  });

  it('where several rows of a table answer', async () => {
    const fees = `${LIGHTHOUSE}\n\n| Port | Fee per day |\n|---|---|\n| Bay | 40 crowns |\n| Cape | 9 crowns |\n| Fort | 12 crowns |\n`;
    const library = createLibrary([articleOf(fees)]);
    for (const question of [
      'fee per day',
      'crowns',
      'Fee at the Cape, the Bay and the Fort',
      '"Fee per day"',
    ]) {
      const { passages } = await library.ask(question, { limit: 12 });
      expect(passages.length, question).toBeGreaterThan(1);
      expect(quotedTwice(passages), question).toEqual([]);
    }
  });
});
