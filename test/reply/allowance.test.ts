import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { contextReply } from '../../commands/passage-replies.ts';
import { summaryReply } from '../../commands/summary-reply.ts';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { withinAllowance } from '../../src/reply/allowance.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { WORDS } from '../../src/reply/words.ts';
import { summarize } from '../../src/search/summary/summarize.ts';
import { quotationsOf, textsOf } from '../promise.ts';
import { LIGHTHOUSE, sessionOn } from '../session.ts';

const words = WORDS['en-US'];
const url = 'https://example.org/lighthouse';

function lighthouse(quoteAtMost?: number): Article {
  const parts = {
    id: 'lighthouse',
    title: 'The Lighthouse',
    publisher: 'Harbor Post',
    lang: 'en',
    text: LIGHTHOUSE,
    url,
  };
  return articleFrom(quoteAtMost === undefined ? parts : { ...parts, quoteAtMost });
}

const all = lighthouse().sentences.reduce((sum, { start, end }) => sum + end - start, 0);
const shareOf = (reply: Reply) => quotationsOf(reply).reduce((sum, { text }) => sum + text.length, 0) / all;

describe('An article of which a share may be quoted', () => {
  const article = lighthouse(0.3);
  const session = sessionOn([article]);

  it('is quoted no further, in answers, summaries and contexts, and the publisher is named', async () => {
    const replies = [
      await ask.answer({ question: 'lighthouse keeper lamp oil tower' }, session),
      ...(['short', 'medium', 'long'] as const).map((length) =>
        summaryReply(article, { length, from: 0 }, words),
      ),
      contextReply({ article, first: 0, last: 3 }, words),
    ].map((reply) => withinAllowance(reply, words));
    for (const reply of replies) {
      expect(quotationsOf(reply).length).toBeGreaterThan(0);
      const isOneSentence =
        quotationsOf(reply).length === 1 &&
        quotationsOf(reply)[0]?.passage.first === quotationsOf(reply)[0]?.passage.last;
      expect(isOneSentence || shareOf(reply) <= 0.3).toBe(true);
    }
    const context = withinAllowance(contextReply({ article, first: 0, last: 3 }, words), words);
    expect(textsOf(context)).toContain(
      'The publisher allows 30% of this article to be quoted in one reply. For the rest, see the publisher.',
    );
    expect(textsOf(context)).toContain(`Link: ${url}`);
    expect(context.buttons.some(({ action }) => action?.verb === 'context')).toBe(false);
    expect(context.rest?.(1)).toBeUndefined();
  });

  it('never has a charge quoted whose answer there was no room for', () => {
    const text =
      'Prosecutors in the harbor town accused Mira Holm, the keeper of the old lighthouse, of theft on Monday morning. The lamp was sold in May. The tower stands on a rock. Boats pass it daily. She has pleaded not guilty. The trial begins in June. The town has waited for a year. Visitors still climb the stairs.';
    for (const share of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
      const tried = articleFrom({
        id: 'trial',
        title: 'Keeper on trial',
        publisher: 'Harbor Post',
        lang: 'en',
        text,
        quoteAtMost: share,
      });
      for (const length of ['short', 'medium', 'long'] as const) {
        const sentences = summarize(tried, { length });
        expect(sentences.length).toBeGreaterThan(0);
        expect(sentences.includes(0) && !sentences.includes(4)).toBe(false);
      }
    }
  });

  it('is quoted as before where no share is given', async () => {
    const free = lighthouse();
    const reply = summaryReply(free, { length: 'long', from: 0 }, words);
    expect(withinAllowance(reply, words)).toBe(reply);
  });
});
