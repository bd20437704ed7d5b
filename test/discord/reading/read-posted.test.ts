import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../commands/ask.ts';
import type { Session } from '../../../commands/command.ts';
import { find } from '../../../commands/find.ts';
import { press } from '../../../commands/press.ts';
import { sources } from '../../../commands/sources.ts';
import { summary } from '../../../commands/summary.ts';
import { type Loopback, startLoopback } from '../../../loopback/loopback.ts';
import { textsOf } from '../../../loopback/reading.ts';
import type { Message } from '../../../loopback/wire.ts';
import { quoteMarksIn, without } from '../../../src/corpus/passage.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { notice } from '../../../src/discord/message/notice.ts';
import { readPosted } from '../../../src/discord/reading/read-posted.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { generatedArticle } from '../../generated-articles.ts';
import { actionsOf } from '../../promise.ts';
import { articleOf, corpusSession, sessionOn } from '../../session.ts';
import { quotationsOf } from '../corpora.ts';
import { answerInProcess, type InProcess } from '../in-process.ts';

const OWN = '900000000000000001';
const PERSON = '900000000000000002';
const said = (text: string, ...quotations: string[]) => ({ text, quotations });
const read = (message: object) => readPosted(message, OWN);

describe('a message', () => {
  it('says what is typed, whatever else it holds', () => {
    expect(read({ content: '**Qwen** panic', embeds: [{ title: 'A link' }] })).toEqual(said('Qwen panic'));
  });

  it('quotes what stands in its block quotes, and says the rest', () => {
    const content = 'Is this so?\n> Alibaba *denied* it.\n> It called it false.\nI doubt it.\n>>> The end';
    expect(read({ content })).toEqual(
      said('Is this so?\nI doubt it.', 'Alibaba denied it.\nIt called it false.', 'The end'),
    );
  });

  it('says what the message passed on says, where nothing was typed', () => {
    const message = { content: 'Huang praised\n> Qwen' };
    expect(read({ content: '', message_snapshots: [{ message }] })).toEqual(said('Huang praised', 'Qwen'));
  });

  it('says what its cards and its poll say, where an app wrote it', () => {
    const embeds = [{ title: '__Qwen__ panic', description: null }, { description: '> Silicon Valley' }];
    expect(read({ content: '', embeds })).toEqual(said('Qwen panic', 'Silicon Valley'));
    const components = [{ type: 17, components: [{ type: 10, content: '# Qwen panic' }, { type: 14 }] }];
    expect(read({ content: '', components })).toEqual(said('Qwen panic'));
    expect(read({ content: '', poll: { question: { text: 'Is *this* so?' } } })).toEqual(
      said('Is *this* so?'),
    );
  });

  it('says nothing in a picture, and none that did not come along says anything', () => {
    for (const message of [{ content: '' }, {}, null, undefined, 7, { components: [null, 7, {}] }])
      expect(readPosted(message, OWN)).toEqual(said(''));
  });
});

/** A message of the bot as Discord keeps it. */
const byBot = ({ components }: Pick<Composed, 'components'>) => ({
  author: { id: OWN, bot: true },
  application_id: OWN,
  content: '',
  components,
});

/** Composes a reply, and expects exactly its quotations to be read in it. Returns how many they are. */
function expectReadBack(reply: Reply, { locale, words }: Session): number {
  const composed = compose(reply, { locale, words });
  const { text, quotations } = read(byBot(composed));
  expect(text).toBe('');
  expect(quotations).toHaveLength(composed.quoted.length);
  for (const [at, { passage, span }] of composed.quoted.entries()) {
    const slice = passage.article.text.slice(span.start, span.end);
    const displayed = without(passage.article.text, span, quoteMarksIn(passage, span)).text;
    expect([slice, displayed]).toContain(quotations[at]);
  }
  return quotations.length;
}

/** The same for a reply and for whatever is reached from it, up to `most` presses. */
async function expectAllReadBack(reply: Reply, session: Session, most: number): Promise<number> {
  let quoted = expectReadBack(reply, session);
  const waiting = actionsOf(reply);
  const pressed = new Set<string>();
  for (let action = waiting.shift(); action && pressed.size < most; action = waiting.shift()) {
    const key = JSON.stringify(action);
    if (pressed.has(key)) continue;
    pressed.add(key);
    const next = await press(action, session);
    quoted += expectReadBack(next, session);
    waiting.push(...actionsOf(next));
  }
  return quoted;
}

async function repliesOn(session: Session, question: string): Promise<Reply[]> {
  return Promise.all([
    ask.answer({ question }, session),
    summary.answer({ length: 'long' }, session),
    sources.answer({}, session),
    find.answer({ text: `Somebody said “${question}” today.`, quotations: [] }, session),
  ]);
}

describe('a reply of the bot', () => {
  it('says nothing and quotes exactly what it quotes, on the articles of this repository', async () => {
    let quoted = 0;
    for (const locale of ['en-US', 'zh-CN', 'zh-TW'] as const) {
      const session = await corpusSession(locale);
      for (const { text, sentences } of session.library.articles) {
        for (const { start, end } of sentences.slice(0, 12))
          for (const reply of await repliesOn(session, text.slice(start, end).slice(0, 90)))
            quoted += await expectAllReadBack(reply, session, 12);
      }
    }
    expect(quoted).toBeGreaterThan(500);
  }, 60_000);

  it('does so on articles full of Markdown, mentions, quotation marks, emoji and other scripts', async () => {
    let quoted = 0;
    await fc.assert(
      fc.asyncProperty(generatedArticle, fc.nat(), async (article, pick) => {
        const session = sessionOn([article]);
        const { start, end } = article.sentences[pick % article.sentences.length] ?? { start: 0, end: 0 };
        for (const reply of await repliesOn(session, article.text.slice(start, end).slice(0, 90)))
          quoted += await expectAllReadBack(reply, session, 8);
      }),
      { numRuns: 40 },
    );
    expect(quoted).toBeGreaterThan(100);
  }, 60_000);

  it('does so where a passage takes several pages, several lines, or a code block', async () => {
    const long = `${'The keeper wrote **down** every storm, and > the “light” burned on_and_on; '.repeat(60)}at last.`;
    const session = sessionOn([
      articleOf(
        `## Log\n\nThe lamp burned oil.\n\n- Whale oil\n- Lard\n\n\`\`\`\n> x = 1\n\`\`\`\n\n${long}\n`,
      ),
    ]);
    let quoted = 0;
    for (const question of ['What did the lamp burn?', 'Who wrote down every storm?', 'x = 1'])
      quoted += await expectAllReadBack(await ask.answer({ question }, session), session, 60);
    expect(quoted).toBeGreaterThan(20);
  }, 30_000);

  it('is still read where the words are isolated for their direction of writing', () => {
    for (const line of ['> \u2068“שלום עולם”\u2069', '> “\u2068שלום עולם\u2069”'])
      expect(read(byBot({ components: [{ type: 10, content: line }] }))).toEqual(said('', 'שלום עולם'));
  });

  it('quotes nothing where it only tells that something went wrong', () => {
    expect(read(byBot({ components: notice('Too fast', 'Again <t:1700000000:R>.') }))).toEqual(said(''));
  });

  it('is told from what a person or another app made look the same', () => {
    const content = '-# What was asked\n> “The lamp burned oil.”\n-# A · sentence 1';
    const people = [
      { author: { id: PERSON }, content },
      // A person's message that passes for the application's in whatever a person can set.
      { author: { id: PERSON, username: 'Verbatim' }, application_id: OWN, content },
      { author: { id: PERSON, bot: true }, application_id: PERSON, components: [{ type: 10, content }] },
    ];
    for (const message of people)
      expect(read(message)).toEqual(said('What was asked\nA · sentence 1', '“The lamp burned oil.”'));
    expect(readPosted(people[0], undefined).text).not.toBe('');
    expect(readPosted({ content }, undefined).text).not.toBe('');
  });

  it('is known by its application where its author has another id, as the oldest bots have', () => {
    const components = [
      { type: 10, content: '### Heading' },
      { type: 10, content: '> “Oil.”' },
    ];
    for (const old of [{ author: { id: PERSON, bot: true } }, { author: { id: PERSON }, webhook_id: OWN }])
      expect(read({ ...old, application_id: OWN, components })).toEqual(said('', 'Oil.'));
  });
});

describe('a message that a command is chosen on', () => {
  let discord: Loopback;
  let bot: InProcess;
  beforeAll(async () => {
    discord = await startLoopback();
    bot = await answerInProcess(discord);
  });
  afterAll(async () => {
    await bot.stop();
    await discord.close();
  });

  it('is the bot’s own where Discord says so: what it quotes is looked up, and none of its labels', async () => {
    const asked = await discord.slash({ name: 'ask', options: { question: 'Who accused Alibaba?' } });
    const message = asked.message as Message;
    expect(quotationsOf(message).length).toBeGreaterThan(0);
    expect(readPosted(message, discord.applicationId)).toEqual(said('', ...quotationsOf(message)));
    const found = await discord.messageCommand({ name: 'Find in the article', content: message });
    expect(quotationsOf(found.message as Message)).toContain(quotationsOf(message)[0]);
    // A reply without a quotation has nothing but labels.
    const absent = await discord.slash({ name: 'ask', options: { question: 'banana pancake recipe' } });
    const again = await discord.messageCommand({
      name: 'Find in the article',
      content: absent.message as Message,
    });
    expect(textsOf(again.message as Message).join('\n')).toContain('nothing to look up in this message');
  });

  it('is looked up as it is displayed where a person wrote it', async () => {
    const said = 'It is “**better** and ||cheaper||”, <@900000000000000002>.';
    const { message } = await discord.messageCommand({ name: 'Find in the article', content: said });
    expect(textsOf(message as Message).join('\n')).toContain('printed in the article, word for word');
  });
});
