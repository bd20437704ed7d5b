import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../commands/ask.ts';
import type { Session } from '../../../commands/command.ts';
import { find } from '../../../commands/find.ts';
import { press } from '../../../commands/press.ts';
import { sources } from '../../../commands/sources.ts';
import { summary } from '../../../commands/summary.ts';
import { below, oneOf, type Random, randomFrom } from '../../../measure/bench/random.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { compose } from '../../../src/discord/message/compose.ts';
import { readCustomId } from '../../../src/discord/message/custom-id.ts';
import { pagesOf } from '../../../src/discord/message/pages.ts';
import { unprovedIn } from '../../../src/discord/proof/claims.ts';
import { disproof } from '../../../src/discord/proof/proof.ts';
import { untruth } from '../../../src/discord/proof/statements.ts';
import { LOCALES } from '../../../src/reply/locale.ts';
import { notesOf } from '../../../src/reply/notes.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../../session.ts';
import { everyComponent } from '../displayed.ts';
import { generatedLibrary } from './generated-library.ts';
import { readStatements } from './read-statements.ts';

/** How many statements are read at the least; `STATEMENTS=100000 npx vitest run test/discord/proof/said.test.ts` reads more. */
const LEAST = Number(process.env.STATEMENTS ?? 4000);
/** Presses in a row, and how many of a message's buttons and options are pressed. */
const DEPTH = 3;
const BREADTH = 3;

const sliceOf = ({ text, sentences }: Article, random: Random) => {
  const { start, end } = sentences[below(sentences.length, random)] ?? { start: 0, end: 0 };
  const words = text.slice(start, end).slice(0, 250).split(' ');
  return words.slice(0, 2 + below(8, random)).join(' ');
};

/** A sentence of an article with a word added, left out or changed, or as it is. */
function alteredSlice({ text, sentences }: Article, random: Random): string {
  const { start, end } = sentences[below(sentences.length, random)] ?? { start: 0, end: 0 };
  const words = text.slice(start, end).split(' ');
  const at = below(words.length, random);
  const change = oneOf(['changed', 'added', 'left out', 'none'] as const, random);
  if (change === 'none') return words.join(' ');
  const gone = change === 'added' ? 0 : 1;
  return [
    ...words.slice(0, at),
    ...(change === 'left out' ? [] : ['gladly']),
    ...words.slice(at + gone),
  ].join(' ');
}

/** One reply of each command, with what a reader could choose in it. */
async function repliesOf(session: Session, random: Random): Promise<Reply[]> {
  const { articles } = session.library;
  const [first] = articles;
  if (!first) return [];
  const article = oneOf([first, ...articles], random);
  const { id: named, sections } = article;
  const headed = sections.filter(({ heading }) => heading !== '');
  const marks = [...notesOf(article).keys()];
  const question = sliceOf(article, random);
  return [
    await answerTo(question, {}, session),
    await answerTo(question, { article, private: true }, session),
    await answerTo('Who wrote it, and when?', {}, session),
    await answerTo('zebra quantum 3000', {}, session),
    await find.answer({ text: `They say “${question}”, I think.`, quotations: [] }, session),
    await find.answer(
      { text: 'Nobody wrote this at all', quotations: [alteredSlice(article, random)] },
      session,
    ),
    ...(marks.length > 0 ? [await answerTo(`What is note ${marks[0]?.slice(1, -1)}?`, {}, session)] : []),
    await summary.answer({ article: named, length: oneOf(['short', 'medium', 'long'], random) }, session),
    ...(headed.length > 0
      ? [await summary.answer({ article: named, section: `#${1 + below(headed.length, random)}` }, session)]
      : []),
    await sources.answer({}, session),
    await sources.answer({ article: named }, session),
    ...(marks.length > 0
      ? [await sources.answer({ article: named, note: marks[below(marks.length, random)] ?? '' }, session)]
      : []),
  ];
}

describe('What messages say', () => {
  it('is true in every reply and after every press, in each language of the interface', async () => {
    const random = randomFrom(20_260);
    let read = 0;
    const falsehoods: string[] = [];
    const withheld: string[] = [];
    for (let library = 0; read < LEAST; library += 1) {
      const articles = generatedLibrary(random);
      if (articles.length === 0) continue;
      const locale = LOCALES[library % LOCALES.length] ?? 'en-US';
      const session = sessionOn(articles, locale);
      const look = async (reply: Reply, depth: number): Promise<void> => {
        const isMissing = reply.blocks.some(
          (block) => block.kind === 'quotation' && !pagesOf(block.quotation.passage)[block.quotation.page],
        );
        if (isMissing) return;
        const isRemovable = reply.visibility === 'public';
        const composed = compose(reply, { locale, words: session.words, isRemovable });
        expect(disproof(composed, session.library)).toBeUndefined();
        const untrue = untruth(composed);
        if (untrue) withheld.push(untrue);
        withheld.push(...unprovedIn(composed, session.library).map(({ why }) => why));
        const reading = readStatements(composed, session.library, locale);
        read += reading.read;
        falsehoods.push(...reading.false);
        if (depth === DEPTH) return;
        const ids = everyComponent(composed.components).flatMap((component) => [
          ...(component.custom_id?.startsWith('1') ? [component.custom_id] : []),
          ...((component as { options?: readonly { value: string }[] }).options ?? []).map(
            ({ value }) => value,
          ),
        ]);
        for (let pressed = 0; pressed < BREADTH && ids.length > 0; pressed += 1) {
          const [id = ''] = ids.splice(below(ids.length, random), 1);
          const reading = readCustomId(id, session.library);
          if ('problem' in reading) throw new Error(`${id}: ${reading.problem}`);
          const { action } = reading.value;
          if (action.verb !== 'delete') await look(await press(action, session), depth + 1);
        }
      };
      for (const reply of await repliesOf(session, random)) await look(reply, 0);
    }
    expect(falsehoods.slice(0, 20)).toEqual([]);
    expect(withheld.slice(0, 20)).toEqual([]);
    expect(read).toBeGreaterThanOrEqual(LEAST);
  }, 3_600_000);

  it('is read here closely enough to see another day of retrieval', async () => {
    for (const locale of LOCALES) {
      const one = articleOf(LIGHTHOUSE, { retrieved: '2026-12-01T07:15Z' });
      const session = sessionOn([one, articleOf('It rained.\n', { id: 'rain' })], locale);
      for (const reply of [
        await sources.answer({}, session),
        await summary.answer({ article: one.id }, session),
      ]) {
        const composed = compose(reply, { locale, words: session.words });
        expect(readStatements(composed, session.library, locale).false).toEqual([]);
        const text = JSON.stringify(composed.components);
        const altered = text.replace(/(2026.12.)01/, '$102');
        expect(altered).not.toBe(text);
        const other = { ...composed, components: JSON.parse(altered) };
        expect(readStatements(other, session.library, locale).false).toHaveLength(1);
      }
    }
  });

  it('is read here closely enough to see a number that is one too high, wherever it stands', async () => {
    const session = await realSession();
    const [article] = session.library.articles;
    const { edition = '' } = article ?? {};
    const replies = [
      await summary.answer({ length: 'short' }, session),
      await answerTo('Who accused Alibaba?', {}, session),
      await sources.answer({ note: '4' }, session),
      await sources.answer({}, session),
      await press(
        { verb: 'verify', passages: [{ article: 'qwen-panic', edition, first: 0, last: 1 }] },
        session,
      ),
    ];
    let changed = 0;
    for (const reply of replies) {
      const composed = compose(reply, { locale: 'en-US', words: session.words });
      expect(readStatements(composed, session.library, 'en-US').false).toEqual([]);
      const text = JSON.stringify(composed.components);
      const statements =
        /(?<=In the article: |sentences? |characters |–|"### |· )\d+(?= passage| of \d| sentences?\b| ·|–|"| section)/g;
      for (const { 0: number, index } of text.matchAll(statements)) {
        const isOfQuotation = text.slice(index - 40, index).includes('2025-');
        if (isOfQuotation) continue;
        const altered = `${text.slice(0, index)}${Number(number) + 1}${text.slice(index + number.length)}`;
        const reading = readStatements(
          { ...composed, components: JSON.parse(altered) },
          session.library,
          'en-US',
        );
        expect(reading.false.length, altered.slice(index - 60, index + 30)).toBeGreaterThan(0);
        changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(10);
  });
});
