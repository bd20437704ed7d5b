import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { press } from '../../commands/press.ts';
import type { PassageRef } from '../../src/reply/action.ts';
import { refTo } from '../../src/reply/reference.ts';
import { attributionOf, headingOf, quotationsOf, textsOf } from '../promise.ts';
import { articleOf, LIGHTHOUSE, sessionOn } from '../session.ts';

const article = articleOf(LIGHTHOUSE);
const session = sessionOn([article]);
const ref = (first: number, last = first): PassageRef => refTo({ article, first, last });

describe('Context', () => {
  it('shows one sentence more on each side at each press, under the headings it crosses', async () => {
    const once = await press({ verb: 'context', passage: ref(2) }, session);
    expect(once.blocks.map((block) => ('text' in block ? block.text : block.kind))).toEqual([
      'Building',
      'quotation',
      'Keepers',
      'quotation',
    ]);
    expect(quotationsOf(once).map(({ text }) => text)).toEqual([
      'Its lamp burned whale oil until 1902 [2].',
      'Anna Berg kept the lamp for thirty years [2]. She wrote down every storm.',
    ]);
    const [more] = once.buttons;
    expect(more).toMatchObject({
      label: 'More context',
      action: { verb: 'context', passage: { first: 1, last: 3 } },
    });
  });

  it('ends where the article is shown whole', async () => {
    const reply = await press({ verb: 'context', passage: ref(1, 3) }, session);
    expect(textsOf(reply)).toContain('This is the whole article.');
    expect(reply.buttons.map(({ label }) => label)).toEqual(['Verify']);
  });
});

describe('Verify', () => {
  it('gives the exact characters, their offsets and their sha256, and compares the whole text', async () => {
    const reply = await press({ verb: 'verify', passages: [ref(0), ref(3)] }, session);
    expect(reply).toMatchObject({ visibility: 'private', tone: 'plain' });
    const [first] = quotationsOf(reply);
    expect(first).toMatchObject({
      form: 'exact',
      letter: 'A',
      text: 'The lighthouse was finished in 1871 [1].',
    });
    expect(first && attributionOf(first)).toBe('Building · sentence 1 · characters 13–53');
    const sha256 = createHash('sha256').update('The lighthouse was finished in 1871 [1].').digest('hex');
    expect(textsOf(reply)).toContain(`sha256 of A: ${sha256}`);
    expect(textsOf(reply)).toContain(`sha256 of the whole text of “The Lighthouse”: ${article.revision}`);
    expect(textsOf(reply)).toContain('They match: this is the article’s text, character for character.');
  });

  it('says so if the text held is not the one that was indexed', async () => {
    const altered = { ...article, text: article.text.replace('1871', '1971') };
    const reply = await press({ verb: 'verify', passages: [ref(0)] }, sessionOn([altered]));
    expect(reply.tone).toBe('fault');
    expect(textsOf(reply).some((text) => text.startsWith('It does not match'))).toBe(true);
  });
});

describe('More', () => {
  it('goes on with the letters, and offers what a renderer had no room for', async () => {
    const reply = await press({ verb: 'more', passages: [ref(3), ref(4)], from: 3 }, session);
    expect(quotationsOf(reply).map(({ letter }) => letter)).toEqual(['D', 'E']);
    const passages = [ref(3), ref(4)];
    expect(reply.rest?.(1)?.action).toEqual({ verb: 'more', passages, from: 3, trail: [1] });
    expect(reply.rest?.(2)).toBeUndefined();
  });

  it('keeps the letters of its passages where they are verified', async () => {
    const reply = await press(
      { verb: 'more', passages: [0, 1, 2, 3, 4].map(ref), from: 0, trail: [3] },
      session,
    );
    const verify = reply.buttons.find(({ label }) => label === 'Verify')?.action;
    if (!verify) throw new Error('Passages can be verified');
    const verified = await press(verify, session);
    expect(quotationsOf(verified).map(({ letter }) => letter)).toEqual(['D', 'E']);
    expect(textsOf(verified).some((text) => text.startsWith('sha256 of D: '))).toBe(true);
  });

  it('tells which of those found it shows, and leads back to those before', async () => {
    const passages = [0, 1, 2, 3, 4].map(ref);
    const reply = await press({ verb: 'more', passages, from: 0, trail: [3] }, session);
    expect(quotationsOf(reply).map(({ letter }) => letter)).toEqual(['D', 'E']);
    expect(textsOf(reply)).toContain('Passages 4 to 5 of 5');
    const back = reply.buttons.find(({ label }) => label === 'Back')?.action;
    expect(back).toEqual({ verb: 'more', passages, from: 0 });
    const first = await press(back ?? { verb: 'sources', from: 0 }, session);
    expect(quotationsOf(first).map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(first.buttons.map(({ label }) => label)).not.toContain('Back');
  });
});

describe('Show everyone', () => {
  it('shows passages under the outcome they had', async () => {
    const found = await press({ verb: 'share', outcome: 'found', passages: [ref(0)] }, session);
    expect(found).toMatchObject({
      visibility: 'public',
      tone: 'found',
    });
    expect(headingOf(found)).toBe('In the article: 1 passage');
    const unclear = await press({ verb: 'share', outcome: 'unclear', passages: [ref(0)] }, session);
    expect(unclear).toMatchObject({ visibility: 'public', tone: 'unclear' });
    expect(textsOf(unclear)).toContain(
      'This passage came closest to the question. Whether it answers it is for you to judge.',
    );
    const absent = await press({ verb: 'share', outcome: 'absent', passages: [] }, session);
    expect(absent).toMatchObject({ visibility: 'public', tone: 'absent', heading: 'Not in the article' });
    expect(quotationsOf(absent)).toEqual([]);
  });
});

describe('A press', () => {
  it('shows the closest passage and calls it no answer', async () => {
    const reply = await press({ verb: 'closest', passage: ref(4) }, session);
    expect(reply).toMatchObject({ visibility: 'private', tone: 'absent' });
    expect(textsOf(reply)).toContain(
      'It shares words with the question, but not enough to call it an answer.',
    );
  });

  it('shows a page of a long passage', async () => {
    const reply = await press({ verb: 'page', passage: ref(0), page: 2 }, session);
    expect(quotationsOf(reply)).toMatchObject([
      { page: 2, text: 'The lighthouse was finished in 1871 [1].' },
    ]);
  });

  it('answers privately what a command would answer to all', async () => {
    const { edition } = ref(0);
    const summary = { verb: 'summary', article: 'lighthouse', edition, length: 'short', from: 0 } as const;
    const short = await press(summary, session);
    expect(short.visibility).toBe('private');
    expect(headingOf(short)).toBe('Short summary');
    const sources = { verb: 'sources', article: 'lighthouse', edition, note: '[2]', from: 0 } as const;
    expect(headingOf(await press(sources, session))).toBe('[2] is printed in 2 sentences');
    expect((await press({ verb: 'sources', from: 0 }, session)).visibility).toBe('private');
  });

  it.each([
    [
      'gone',
      { ...ref(0), article: 'gone' },
      'The article “gone” is no longer here. Ask again to search the others.',
    ],
    [
      'changed',
      { ...ref(0), edition: '00000000' },
      '“The Lighthouse” was changed after this reply was made, so its sentences may have moved. Ask again.',
    ],
    ['out of range', ref(2, 5), '“The Lighthouse” has 5 sentences; this asks for others. Ask again.'],
    ['backwards', ref(3, 2), '“The Lighthouse” has 5 sentences; this asks for others. Ask again.'],
    ['no whole number', ref(0.5), '“The Lighthouse” has 5 sentences; this asks for others. Ask again.'],
  ])('on what is %s is told so', async (_, passage, sentence) => {
    for (const action of [
      { verb: 'context', passage },
      { verb: 'verify', passages: [ref(0), passage] },
      { verb: 'share', outcome: 'found', passages: [passage] },
    ] as const) {
      const reply = await press(action, session);
      expect(reply).toMatchObject({ visibility: 'private', tone: 'fault' });
      expect(textsOf(reply)).toContain(sentence);
      expect(quotationsOf(reply)).toEqual([]);
    }
  });

  it('on a section that the article does not have is told so', async () => {
    const { edition } = ref(0);
    const action = {
      verb: 'summary',
      article: 'lighthouse',
      edition,
      length: 'short',
      section: 7,
      from: 0,
    } as const;
    expect((await press(action, session)).tone).toBe('fault');
  });

  it('on an item beyond the end of a list, or a note that is not printed, is told so', async () => {
    const { edition } = ref(0);
    const of = { article: 'lighthouse', edition } as const;
    const beyond = 'There is nothing further. Ask again to start from the beginning.';
    for (const [action, sentence] of [
      [{ verb: 'summary', ...of, length: 'short', from: 99 }, beyond],
      [{ verb: 'sources', from: 99 }, beyond],
      [{ verb: 'sources', ...of, from: 99 }, beyond],
      [{ verb: 'sources', ...of, note: '[2]', from: 99 }, beyond],
      [
        { verb: 'sources', ...of, note: '[3]', from: 0 },
        '“The Lighthouse” prints no note mark [3]. It prints: [1], [2], [4].',
      ],
    ] as const) {
      const reply = await press(action, session);
      expect(reply).toMatchObject({ visibility: 'private', tone: 'fault' });
      expect(textsOf(reply)).toContain(sentence);
    }
  });
});
