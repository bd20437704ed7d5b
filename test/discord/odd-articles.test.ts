import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { buttonsOf, messageOf, textsOf } from '../../loopback/reading.ts';
import type { Message } from '../../loopback/wire.ts';
import { unseenCharacters } from '../../src/corpus/characters.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { keyOf } from '../../src/discord/message/custom-id.ts';
import { TRAPS, trickySentence } from './articles.ts';
import { corpusOf, expectVerbatim, quotationsOf } from './corpora.ts';
import { answerInProcess, type InProcess } from './in-process.ts';

const paragraphs = (texts: readonly string[]) =>
  texts.filter((text) => unseenCharacters(text).length === 0).join('\n\n');

const LONG_SENTENCE = `The report says ${'that the *government* said it, and '.repeat(200)}nothing else.`;

const folder = corpusOf({
  // Traps, each with a word to be found by.
  traps: `## A *section* of <@1>\n\n${paragraphs(TRAPS.map((text, n) => `Trap ${n} prints ${text}`))}\n`,
  generated: `Something to begin with.\n\n${paragraphs(fc.sample(trickySentence, { numRuns: 60, seed: 20251116 }))}\n`,
  long: `It begins here. ${LONG_SENTENCE} ${'政府指控阿里巴巴，'.repeat(300)}完。\n`,
});
const articles = await readCorpus(folder);
let discord: Loopback;
let bot: InProcess;

beforeAll(async () => {
  discord = await startLoopback();
  bot = await answerInProcess(discord, { corpus: folder });
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const articleNamed = (id: string) => {
  const found = articles.find((article) => article.id === id);
  if (!found) throw new Error(`no article ${id}`);
  return found;
};

async function pressed(id: string): Promise<Message> {
  const sources = messageOf(await discord.slash({ name: 'sources' }));
  return messageOf(await discord.button(sources, id, { forged: true, user: 'Grace' }));
}

it.each(['traps', 'generated'])(
  'every sentence of the %s article is shown as it is printed',
  async (name) => {
    const article = articleNamed(name);
    const ref = `${keyOf(name)}${article.edition}`;
    // Three of the longest sentences fit into a message, with what isolates their lines.
    for (let first = 0; first < article.sentences.length; first += 3) {
      const some = article.sentences.slice(first, first + 3);
      const packed = some.map((_, index) => (first + index).toString(36)).join('.');
      const expected = some.map(({ start, end }) => article.text.slice(start, end));
      for (const verb of ['more', 'verify']) {
        const message = await pressed(`1:${verb}:en-US:${ref}:${packed}${verb === 'more' ? ':0' : ''}`);
        expect(quotationsOf(message)).toEqual(expected);
        expectVerbatim(message, articles);
      }
    }
  },
);

it('everything between two sentences is shown in context', async () => {
  const { edition, sentences } = articleNamed('traps');
  const message = await pressed(
    `1:context:en-US:${keyOf('traps')}${edition}:${(sentences.length - 3).toString(36)}-1`,
  );
  expectVerbatim(message, articles);
});

it.each([
  ['more', 'more', ':0'],
  ['the exact characters', 'verify', ''],
])(
  'a passage too long for a message is shown over as many pages as it takes, and joins to itself: %s',
  async (_, verb, end) => {
    const { edition, sentences, text } = articleNamed('long');
    const last = sentences.length - 1;
    const whole = `${keyOf('long')}${edition}:0-${last.toString(36)}`;
    let message = await pressed(`1:${verb}:en-US:${whole}${end}`);
    const pages = [...quotationsOf(message)];
    while (buttonsOf(message).some(({ label }) => label === 'Next page')) {
      message = messageOf(await discord.button(message, 'Next page', { user: 'Grace' }));
      pages.push(...quotationsOf(message));
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(textsOf(message).join('\n').includes('```')).toBe(verb === 'verify');
    expect(pages.join('')).toBe(text.slice(sentences[0]?.start, sentences[last]?.end));
    expect(textsOf(message).join('\n')).toContain(`page ${pages.length} of ${pages.length}`);
  },
);

it('summaries and answers quote such articles word for word, page after page', async () => {
  for (const article of articles) {
    let message = messageOf(
      await discord.slash({ name: 'summary', options: { article: article.id, length: 'long' } }),
    );
    for (let page = 0; page < 12; page += 1) {
      if (article.id !== 'long') expectVerbatim(message, articles, 0);
      const more = buttonsOf(message).find(({ label }) => label?.startsWith('More ('));
      if (!more?.custom_id) break;
      message = messageOf(await discord.button(message, more.custom_id));
    }
  }
  for (const question of ['Trap 3 prints', 'who is the publisher of the report', 'government said']) {
    expectVerbatim(
      messageOf(await discord.slash({ name: 'ask', options: { question, article: 'traps' } })),
      articles,
      0,
    );
  }
});

it('nothing that was sent was refused', () => {
  expect(discord.rejections).toEqual([]);
  expect(bot.output()).not.toMatch(/"level":[456]0.*failed/);
});
