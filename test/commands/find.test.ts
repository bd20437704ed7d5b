import { describe, expect, it } from 'vitest';
import type { Session } from '../../commands/command.ts';
import { find } from '../../commands/find.ts';
import { compose } from '../../src/discord/message/compose.ts';
import { unprovedIn } from '../../src/discord/proof/claims.ts';
import { contentsOf } from '../discord/displayed.ts';
import { headingOf, prove, quotationsOf, textsOf } from '../promise.ts';
import { articleOf, realSession, sessionOn } from '../session.ts';

const answerTo = (text: string, session: Session) => find.answer({ text, quotations: [] }, session);

const stressed = (reply: Awaited<ReturnType<typeof find.answer>>, index: number) => {
  const quotation = quotationsOf(reply)[index];
  const text = quotation?.passage.article.text ?? '';
  return quotation?.matches.map(({ start, end }) => text.slice(start, end));
};

describe('Find in the article', () => {
  it('shows privately the passages that concern a message', async () => {
    const reply = await answerTo('I read that Airbnb’s CEO relies on the Qwen model!', await realSession());
    expect(reply).toMatchObject({ visibility: 'private', tone: 'found' });
    expect(headingOf(reply)).toMatch(/^In the article: \d passages? related to this message$/);
    expect(quotationsOf(reply)[0]?.text).toMatch(/^Airbnb's CEO has stated/);
  });

  it('says of a quotation that it is printed word for word, whatever its quotation marks and spaces', async () => {
    for (const message of [
      'He called it "better and cheaper".',
      'He called it “better and\n cheaper,”',
      'Er nannte es „better and cheaper“.',
      '他说「better and cheaper」。',
      'Il a dit « better and cheaper ».',
    ]) {
      const reply = await answerTo(message, await realSession());
      expect(textsOf(reply).some((text) => text.endsWith(': printed in the article, word for word.'))).toBe(
        true,
      );
      expect(stressed(reply, 0)).toEqual(['better and cheaper']);
    }
  });

  it('shows how a quotation differs from what is printed', async () => {
    const message =
      'They wrote: "the company relies heavily on the Qwen model, calling it better and cheaper"';
    const reply = await answerTo(message, await realSession());
    const texts = textsOf(reply);
    expect(texts.some((text) => text.endsWith(': printed with differences.'))).toBe(true);
    expect(texts).toContain(
      'company [+ relies] heavily · heavily [− relies] on · model [claiming → calling] it · it [− is] better',
    );
    expect(stressed(reply, 0)).toContain('claiming');
    expect(texts).toContain('Bold: what the article prints there, but not the message.');
  });

  it('tells a changed word without quotation marks, and marks apart from words', async () => {
    const session = await realSession();
    const changed = textsOf(
      await answerTo('Look: the company strongly relies on the Qwen model 😂', session),
    );
    expect(changed).toContain('company [heavily → strongly] relies');
    expect(changed).toContain('[in the article → in the message]');
    const marks = textsOf(
      await answerTo(
        'chinese authorities have also rejected the allegations, asserting their commitment',
        session,
      ),
    );
    expect(marks.join(' ')).toContain('except for its marks: “chinese” for “Chinese”.');
  });

  it('tells each difference of marks once, in the order of print', async () => {
    const session = sessionOn([
      articleOf('The lamp keeper—an old man—climbed the tower—slowly—with a lantern of brass [6].\n'),
    ]);
    const texts = textsOf(
      await answerTo('The lamp keeper-an old man-climbed the tower-slowly-with a lantern of brass', session),
    );
    expect(texts.join(' ')).toContain(
      'a hyphen for a dash, the note mark [6] left out, the “.” at the end left out.',
    );
    expect(texts.join(' ').match(/a hyphen for a dash/g)).toHaveLength(1);
    const whole = textsOf(
      await find.answer(
        {
          text: 'Look:',
          quotations: [
            'The lamp keeper—an old man—climbed the tower—slowly—with a lantern of brass',
            'The lamp keeper-an old man—climbed the tower–quickly–with a lantern of brass',
          ],
        },
        session,
      ),
    );
    expect(whole.join(' ')).toContain('the note mark [6] left out, the “.” at the end left out.');
    const also = whole.find((text) => text.startsWith('Marks that differ as well')) ?? '';
    expect(also).toContain('a hyphen for a dash');
    expect(also.match(/a hyphen for a dash/g)).toHaveLength(1);
  });

  it('tells what became of every quotation also where a message has no room for their passages', async () => {
    const line = (at: number) =>
      `Keeper ${at} ${Array.from({ length: 140 }, (_, n) => `lit${at}x${n}`).join(' ')} at dawn.`;
    const lines = Array.from({ length: 7 }, (_, at) => line(at));
    const session = sessionOn([articleOf(lines.map((one) => `${one}\n`).join('\n'))]);
    const reply = await find.answer({ text: 'Look:', quotations: lines }, session);
    const composed = compose(reply, { locale: 'en-US', words: session.words });
    const seen = contentsOf(composed).join('\n');
    expect(seen.match(/word for word \([A-E]\)\./g)).toHaveLength(5);
    expect(seen).toContain('2 more quotations in the message were not checked.');
    expect(seen).toContain('Only words were compared.');
    expect(composed.quoted.length).toBeGreaterThan(0);
    expect(composed.quoted.length).toBeLessThan(5);
    expect(unprovedIn(composed, session.library)).toEqual([]);
    expect(JSON.stringify(composed.components)).toContain('More');
  });

  it('speaks of the articles where several are held', async () => {
    const { articles } = (await realSession()).library;
    const session = sessionOn([...articles, articleOf('The lamp burned whale oil.\n')]);
    const reply = await find.answer(
      {
        text: 'Look:',
        quotations: [
          'the moon is made of green cheese',
          'the company strongly relies on the Qwen model',
          'according to a leaked White House memorandum',
        ],
      },
      session,
    );
    const texts = textsOf(reply);
    expect(texts).toContain('“the moon is made of green cheese”: not found in the articles.');
    expect(texts.some((text) => text.startsWith('[in the articles → in the message]'))).toBe(true);
    expect(texts.join(' ')).toContain('printed in the articles, word for word (B).');
  });

  it('tells a heading as printed', async () => {
    const texts = textsOf(await answerTo('It is under "Core Viewpoint".', await realSession()));
    expect(texts).toContain('“Core Viewpoint”: printed in the article, as a heading.');
  });

  it('quotes a sentence once that is quoted twice', async () => {
    const reply = await answerTo(
      'He said “heavily relies on” and “better and cheaper”.',
      await realSession(),
    );
    const passages = quotationsOf(reply).map(({ passage }) => passage.first);
    expect(new Set(passages).size).toBe(passages.length);
    expect(textsOf(reply)).toContain('“heavily relies on”: printed in the article, word for word (A).');
    expect(textsOf(reply)).toContain('“better and cheaper”: printed in the article, word for word (A).');
    expect(stressed(reply, 0)).toEqual(['heavily relies on', 'better and cheaper']);
  });

  it('shows no sentence of an article outside its quotations, whatever is left out', async () => {
    const session = await realSession();
    for (const article of session.library.articles) {
      for (const { start, end } of article.sentences) {
        const words = article.text.slice(start, end).split(/\s+/);
        const text = [...words.slice(0, 8), ...words.slice(14)].join(' ');
        prove(await answerTo(text, session), session, text);
      }
    }
  });

  it('says of a quotation that it did not find it, and judges nothing', async () => {
    const reply = await answerTo('She said "the moon is made of green cheese".', await realSession());
    const texts = textsOf(reply);
    expect(texts).toContain('“the moon is made of green cheese”: not found in the article.');
    expect(texts).toContain('Only words were compared. This says nothing about what is true.');
    expect(texts.join(' ')).not.toMatch(/\b(?:false|fake|lie)\b/);
  });

  it('quotes a sentence once where the message quotes it and is about it', async () => {
    const reply = await answerTo('Airbnb’s CEO says Qwen is "better and cheaper".', await realSession());
    const passages = quotationsOf(reply).map(({ passage }) => passage.first);
    expect(new Set(passages).size).toBe(passages.length);
  });

  it('looks a long message up sentence by sentence', async () => {
    const filler = 'We had a long walk along the river and then some soup with bread. '.repeat(20);
    const message = `${filler}By the way, the Financial Times could not verify the leaked information. ${filler}`;
    expect(message.length).toBeGreaterThan(2000);
    const reply = await answerTo(message, await realSession());
    expect(quotationsOf(reply)[0]?.text).toMatch(/the Financial Times could not verify/);
  });

  it('says so where the article holds nothing near', async () => {
    const reply = await answerTo('banana pancake recipe', await realSession());
    expect(reply).toMatchObject({ tone: 'absent', heading: 'Not in the article' });
  });

  it.each(['', '😀😀', '<@123456789012345678>', 'https://example.org/a'])(
    'says so where a message holds nothing to look up: %j',
    async (message) => {
      const reply = await answerTo(message, await realSession());
      expect(reply).toMatchObject({ visibility: 'private', heading: 'Nothing to look up' });
      expect(textsOf(reply)).toContain(
        'There is nothing to look up in this message. Choose one with words or numbers.',
      );
    },
  );
});
