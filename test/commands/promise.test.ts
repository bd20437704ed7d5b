import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import type { Session } from '../../commands/command.ts';
import { find } from '../../commands/find.ts';
import { sources } from '../../commands/sources.ts';
import { summary } from '../../commands/summary.ts';
import type { Article } from '../../src/corpus/article.ts';
import { LOCALES } from '../../src/reply/locale.ts';
import { notesOf } from '../../src/reply/notes.ts';
import { generatedArticle } from '../generated-articles.ts';
import { prove, proveAll, quotationsOf } from '../promise.ts';
import { corpusSession, realSession, sessionOn } from '../session.ts';

/** What every command answers about an article, with the reader's own words. */
async function repliesOf(session: Session, article: Article, question: string) {
  const { id, sections } = article;
  const headings = sections.flatMap(({ heading }) => heading || []);
  const marks = [...notesOf(article).keys()];
  return Promise.all([
    ask.answer({ question }, session),
    ask.answer({ question, article: id, private: true }, session),
    ...(['short', 'medium', 'long'] as const).map((length) =>
      summary.answer({ article: id, length }, session),
    ),
    ...headings.slice(0, 2).map((section) => summary.answer({ article: id, section }, session)),
    sources.answer({}, session),
    ...marks.slice(0, 2).map((note) => sources.answer({ article: id, note }, session)),
    find.answer({ text: question, quotations: [] }, session),
    find.answer({ text: `Somebody said “${question}” today.`, quotations: [] }, session),
  ]);
}

describe('The promise', () => {
  // Each language takes the sentences that the others leave, which proves as much in a third of the time.
  it.each(LOCALES.map((locale, turn) => [locale, turn] as const))(
    'holds for every command and every press on the real articles, with the words of %s',
    async (locale, turn) => {
      const session = await corpusSession(locale);
      let proved = 0;
      for (const article of session.library.articles) {
        const asked = article.sentences.slice(0, 40).filter((_, index) => index % LOCALES.length === turn);
        for (const { start, end } of asked) {
          const question = article.text.slice(start, end).split(' ').slice(2, 9).join(' ');
          for (const reply of await repliesOf(session, article, question)) {
            proved += await proveAll(reply, session, question, 8);
          }
        }
      }
      expect(proved).toBeGreaterThan(200);
    },
    30_000,
  );

  it('is not held by a reply that repeats a sentence outside a quotation, or changes one inside', async () => {
    const session = await realSession();
    const reply = await ask.answer({ question: 'Who accused Alibaba?' }, session);
    const [quotation] = quotationsOf(reply);
    if (!quotation) throw new Error('The question is answered');
    prove(reply, session, '');
    expect(() => prove({ ...reply, heading: quotation.text }, session, '')).toThrow('outside a quotation');
    const changed = { ...quotation, text: quotation.text.replace('accused', 'praised') };
    const blocks = [{ kind: 'quotation', quotation: changed } as const];
    expect(() => prove({ ...reply, blocks }, session, '')).toThrow('praised');
  });

  it('holds for generated articles full of Markdown, mentions, quotes, emoji, Chinese and right-to-left text', async () => {
    await fc.assert(
      fc.asyncProperty(generatedArticle, fc.nat(), async (article, pick) => {
        const session = sessionOn([article]);
        const { start, end } = article.sentences[pick % article.sentences.length] ?? { start: 0, end: 0 };
        const question = article.text.slice(start, end).slice(0, 200);
        for (const reply of await repliesOf(session, article, question))
          await proveAll(reply, session, question, 6);
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  it('holds for several articles at once', async () => {
    await fc.assert(
      fc.asyncProperty(generatedArticle, generatedArticle, fc.string(), async (one, other, question) => {
        const session = sessionOn([one, { ...other, id: 'other' }]);
        for (const reply of [
          await ask.answer({ question: one.text.slice(0, 100) }, session),
          await ask.answer({ question }, session),
          await sources.answer({}, session),
          await summary.answer({ article: 'other' }, session),
        ]) {
          prove(reply, session, `${question} ${one.text.slice(0, 100)}`);
        }
      }),
      { numRuns: 30 },
    );
  });
});
