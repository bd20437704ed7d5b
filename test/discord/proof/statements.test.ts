import { beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../../commands/ask.ts';
import type { Session } from '../../../commands/command.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { untruth } from '../../../src/discord/proof/statements.ts';
import type { Statement } from '../../../src/search/search.ts';
import { realSession } from '../../session.ts';

let session: Session;
beforeAll(async () => {
  session = await realSession();
});

async function messageFor(question: string): Promise<Composed> {
  const reply = await answerTo(question, {}, session);
  return compose(reply, { locale: 'en-US', words: session.words });
}

describe('What a message says of its quotations', () => {
  it.each([
    'Who accused Alibaba?',
    'who acused alibba of suporting the chinese milatary',
    'How old is Jensen Huang?',
    'What did Alibaba say in 2021?',
    '谁指控阿里巴巴',
    'What percentage of the market has Qwen captured?',
  ])('is proved: %s', async (question) => {
    const message = await messageFor(question);
    expect(message.statement).toBeDefined();
    expect(untruth(message)).toBeUndefined();
  });

  const altered = async (question: string, change: (statement: Statement) => Statement) => {
    const message = await messageFor(question);
    if (!message.statement) throw new Error('Something is said');
    return untruth({ ...message, statement: change(message.statement) });
  };
  const withFirst = (change: Partial<Statement['words'][number]>) => (statement: Statement) => ({
    ...statement,
    words: statement.words.map((word, at) => (at === 0 ? { ...word, ...change } : word)),
  });

  it('is caught where a word is said to lack and stands there, or the other way round', async () => {
    expect(await altered('Who accused Alibaba?', withFirst({ state: 'lacking', printed: [] }))).toMatch(
      /lack/,
    );
    expect(await altered('Who accused Alibaba?', withFirst({ printed: ['praised'] }))).toMatch(/stand/);
    expect(await altered('Who accused Alibaba?', withFirst({ printed: ['Alibaba'] }))).toMatch(
      /another word/,
    );
  });

  it('is caught where it is said of a word that was not asked', async () => {
    expect(await altered('Who accused Alibaba?', withFirst({ word: 'praised' }))).toMatch(/question/);
  });

  it('is caught where it is said of more passages than are shown, of a kind or a year that is not there', async () => {
    expect(await altered('Who accused Alibaba?', (one) => ({ ...one, passages: one.passages + 1 }))).toMatch(
      /shown/,
    );
    const kind = { kind: 'age', state: 'held', printed: ['99'] } as const;
    expect(await altered('Who accused Alibaba?', (one) => ({ ...one, kind }))).toMatch(/kind/);
    expect(await altered('Who accused Alibaba?', (one) => ({ ...one, years: ['1871'] }))).toMatch(/year/);
  });
});
