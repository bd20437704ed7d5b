import { describe, expect, it } from 'vitest';
import { press } from '../../../commands/press.ts';
import { sources } from '../../../commands/sources.ts';
import { summary } from '../../../commands/summary.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { readCustomId } from '../../../src/discord/message/custom-id.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { articleOf, sessionOn } from '../../session.ts';
import { everyComponent } from '../displayed.ts';

/** Sixty sections of a long sentence each, with three hundred note marks, of which each sentence prints [7]. */
const text = Array.from({ length: 60 }, (_, section) => {
  const marks = Array.from({ length: 5 }, (_, at) => ` [${section * 5 + at + 1}]`).join('');
  return `## Part ${section + 1}\n\nLamp number ${section + 1} burned ${'whale oil and '.repeat(45)}coal${marks}, and coal again [7].\n`;
}).join('\n');
const article: Article = articleOf(text);
const session = sessionOn([article, articleOf('Another light burned.\n', { id: 'other', title: 'Other' })]);

const messageFor = (reply: Reply) =>
  compose(reply, { locale: 'en-US', words: session.words, isRemovable: true });
const shownIn = ({ quoted }: Composed) => quoted.map(({ passage }) => passage.first);
const idOf = (message: Composed, label: RegExp) =>
  everyComponent(message.components).find((one) => label.test(String((one as { label?: string }).label)))
    ?.custom_id;

async function pressed(id: string): Promise<Composed> {
  const reading = readCustomId(id, session.library);
  if ('problem' in reading || reading.value.action.verb === 'delete') throw new Error(id);
  return messageFor(await press(reading.value.action, session));
}

/** Turns to the last page and back to the first; what each page shows on the way there and on the way back. */
async function turned(first: Reply) {
  const there = [messageFor(first)];
  for (let id = idOf(there[0] as Composed, /^More/); id; id = idOf(there.at(-1) as Composed, /^More/))
    there.push(await pressed(id));
  const back = [there.at(-1) as Composed];
  for (let id = idOf(back[0] as Composed, /^Back$/); id; id = idOf(back.at(-1) as Composed, /^Back$/))
    back.push(await pressed(id));
  return { there: there.map(shownIn), back: back.map(shownIn).reverse() };
}

describe('A list longer than a message', () => {
  it('is turned to its end and back by the same pages, none of its passages left out', async () => {
    const whole = await summary.answer({ article: 'lighthouse', length: 'long' }, session);
    const note = await sources.answer({ article: 'lighthouse', note: '7' }, session);
    const refs = article.sentences.slice(0, 9).map((_, first) => ({
      article: article.id,
      edition: article.edition,
      first,
      last: first,
    }));
    const more = await press({ verb: 'more', passages: refs, from: 0 }, session);
    for (const [reply, count] of [
      [whole, 60],
      [note, 60],
      [more, 9],
    ] as const) {
      const { there, back } = await turned(reply);
      expect(there.length).toBeGreaterThan(1);
      expect(there.flat()).toHaveLength(count);
      expect(new Set(there.flat()).size).toBe(count);
      expect(back).toEqual(there);
    }
  });

  it('is turned both ways where its publisher allows only a part of it to be quoted', async () => {
    const capped = articleOf(text, { quoteAtMost: 0.05 });
    const own = sessionOn([capped]);
    const reply = await press(
      {
        verb: 'more',
        passages: [0, 1, 2].map((first) => ({
          article: capped.id,
          edition: capped.edition,
          first,
          last: first,
        })),
        from: 0,
        trail: [2],
      },
      own,
    );
    expect(idOf(messageFor(reply), /^Back$/)).toBeDefined();
  });
});

describe('A menu', () => {
  it('leads to each of sixty sections and three hundred notes by pressing', async () => {
    const reached = { sections: new Set<number>(), notes: new Set<string>() };
    const seen = new Set<string>();
    const look = async (message: Composed): Promise<void> => {
      const options = everyComponent(message.components).flatMap(
        (one) => (one as { options?: readonly { label: string; value: string }[] }).options ?? [],
      );
      expect(options.length).toBeLessThanOrEqual(25);
      for (const { label, value } of options) {
        const reading = readCustomId(value, session.library);
        if ('problem' in reading) throw new Error(value);
        const { action } = reading.value;
        if ('section' in action && action.section !== undefined) reached.sections.add(action.section);
        if ('note' in action && action.note !== undefined) reached.notes.add(action.note);
        const isWay = /^\d+–\d+ of \d+ …$/.test(label);
        if (!isWay || seen.has(value)) continue;
        seen.add(value);
        await look(await pressed(value));
      }
    };
    await look(messageFor(await summary.answer({ article: 'lighthouse' }, session)));
    await look(messageFor(await sources.answer({ article: 'lighthouse' }, session)));
    expect(reached.sections.size).toBe(60);
    expect(reached.notes.size).toBe(300);
  });
});
