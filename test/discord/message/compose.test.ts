import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COMPONENTS, MAX_TEXT, MAX_TEXT_BYTES } from '../../../loopback/rules/layout.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { type Passage, textOf } from '../../../src/corpus/passage.ts';
import { CEILING, costOf, fits } from '../../../src/discord/message/budget.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { customIdOf, readCustomId } from '../../../src/discord/message/custom-id.ts';
import { pagesOf } from '../../../src/discord/message/pages.ts';
import { QUESTION_ID } from '../../../src/discord/message/question-id.ts';
import { disproof } from '../../../src/discord/proof/proof.ts';
import { LIMITS } from '../../../src/limits.ts';
import { contextButton, moreButton, passedOver } from '../../../src/reply/buttons.ts';
import { quote } from '../../../src/reply/quotation.ts';
import { refTo } from '../../../src/reply/reference.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { WORDS } from '../../../src/reply/words.ts';
import { articleOf, libraryOf, passageOf, trickySentence } from '../articles.ts';
import { contentsOf, everyComponent, quotationsSeen, seen } from '../displayed.ts';

const words = WORDS['en-US'];
/** What Discord takes: each text display costs twelve bytes beside its own, of which there are at most as many as components. */
const MOST = {
  components: MAX_COMPONENTS,
  characters: MAX_TEXT,
  bytes: MAX_TEXT_BYTES - 12 * MAX_COMPONENTS,
};
const reader = { locale: 'en-US', words } as const;

function quotationOf(passage: Passage, more: Partial<Parameters<typeof quote>[1]> = {}): Block {
  const button = contextButton(passage, words);
  return { kind: 'quotation', quotation: quote(passage, { letter: 0, button, ...more }) };
}

function replyOf(blocks: readonly Block[], more: Partial<Reply> = {}): Reply {
  return {
    visibility: 'public',
    tone: 'found',
    heading: 'In the article: some *passages*',
    footer: 'A title · a publisher',
    blocks,
    buttons: [],
    menus: [],
    ...more,
  };
}

const eachSentence = (article: Article) => article.sentences.map((_, index) => passageOf(article, index));

const quotedIn = (composed: Composed) => contentsOf(composed).flatMap(quotationsSeen);

describe('a composed reply', () => {
  it('shows each quotation with exactly the characters of its slice, bold words or not', () => {
    const made = fc.record({
      sentences: fc.array(trickySentence, { minLength: 1, maxLength: 4 }),
      gap: fc.constantFrom(' ', '\n', '\n\n', '\n- '),
      cuts: fc.array(fc.nat({ max: 60 }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(made, ({ sentences, gap, cuts }) => {
        const article = articleOf(sentences, 'panic', gap);
        const whole = passageOf(article, 0, sentences.length - 1);
        const edges = [...new Set(cuts)].sort((a, b) => a - b);
        const matches = edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end }));
        const composed = compose(
          replyOf([quotationOf(passageOf(article, 0), { matches }), quotationOf(whole, { matches })]),
          reader,
        );
        expect(quotedIn(composed)).toEqual([sentences[0], article.text]);
        expect(disproof(composed, libraryOf(article))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('shows the exact characters in a code block, or says why it cannot', () => {
    fc.assert(
      fc.property(trickySentence, (sentence) => {
        const article = articleOf([sentence]);
        const composed = compose(replyOf([quotationOf(passageOf(article, 0), { form: 'exact' })]), reader);
        expect(quotedIn(composed)).toEqual([sentence]);
        expect(disproof(composed, libraryOf(article))).toBeUndefined();
        const isTold = contentsOf(composed).some((content) => content.includes('three backticks'));
        expect(isTold).toBe(sentence.includes('```'));
      }),
      { numRuns: 300 },
    );
  });

  it('shows titles, headings and labels as they stand', () => {
    const composed = compose(
      replyOf([
        { kind: 'heading', text: '# The *first* section' },
        { kind: 'text', text: 'Not <@1>, nor `code`.\nSecond line' },
        { kind: 'note', text: 'one\n- two' },
        { kind: 'entry', name: '__init__', lines: ['Published by @everyone', '[4] in sentence 3'] },
      ]),
      reader,
    );
    expect(contentsOf(composed).map((content) => seen(content).trim())).toEqual([
      'In the article: some *passages*',
      '# The *first* section',
      'Not <@1>, nor `code`.\nSecond line',
      'one\n- two'.replace('\n', ''),
      '__init__\nPublished by @everyone\n[4] in sentence 3',
      'A title · a publisher',
    ]);
  });

  it('promises no more passages than a button can name', () => {
    const passages = Array.from({ length: 9 }, (_, n) => ({
      ...passageOf(articleOf([`Sentence ${n}.`]), 0),
      article: { ...articleOf([`Sentence ${n}.`]), id: `article-${n}` },
    }));
    const more = moreButton(passages, 0, words);
    const [button] = everyComponent(
      compose(replyOf([], { buttons: more ? [more] : [] }), reader).components,
    ).filter(({ custom_id }) => custom_id);
    const reading = readCustomId(
      button?.custom_id ?? '',
      libraryOf(...passages.map(({ article }) => article)),
    );
    if ('problem' in reading || reading.value.action.verb !== 'more') throw new Error('not read as more');
    expect(button).toHaveProperty('label', `More passages (${reading.value.action.passages.length})`);
    expect(reading.value.action.passages.length).toBeLessThan(9);
  });

  const parts = fc.constantFrom('word ', '千问', '*_`', '😀', 'x');

  it('stays within the limits of Discord whatever it is given', () => {
    // Of parts as long and as short as bytes and escapes make them, since texts of random characters stay short.
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 50 }),
      fc.tuple(parts, fc.integer({ min: 1, max: 700 })).map(([part, times]) => part.repeat(times)),
    );
    const block = fc.oneof(
      text.map((text): Block => ({ kind: 'text', text })),
      text.map((text): Block => ({ kind: 'note', text })),
      text.map((text): Block => ({ kind: 'heading', text })),
      fc
        .tuple(text, fc.array(text, { maxLength: 30 }))
        .map(([name, lines]): Block => ({ kind: 'entry', name, lines })),
      fc.constant<Block>({ kind: 'gap' }),
      fc.constant<Block>({ kind: 'divider' }),
      fc
        .tuple(parts, fc.integer({ min: 1, max: 4000 }))
        .map(([part, times]) => quotationOf(passageOf(articleOf([part.repeat(times).trim(), 'end']), 0))),
    );
    const buttons = Array.from({ length: 7 }, (_, page) => ({
      label: `Button ${page}`.repeat(20),
      action: { verb: 'sources', from: page } as const,
    }));
    const run = fc.property(fc.array(block, { maxLength: 20 }), text, text, (blocks, heading, footer) => {
      const { components } = compose(replyOf(blocks, { heading, footer, buttons }), reader);
      expect(fits(costOf(components), MOST)).toBe(true);
      for (const { custom_id } of everyComponent(components)) {
        expect(custom_id?.length ?? 1).toBeLessThanOrEqual(100);
      }
    });
    fc.assert(run, { numRuns: 100 });
  });

  it.each([5, 100, 300, 380, 460])(
    'is filled by quotations of %i characters, and never beyond the limits of Discord',
    (length) => {
      for (const part of ['word ', '千问', '*_`', '😀']) {
        const words = part.repeat(Math.ceil(length / part.length)).trim();
        const article = articleOf(Array.from({ length: 30 }, (_, at) => `${words}${at}.`));
        const blocks = eachSentence(article).map((passage) => quotationOf(passage));
        const composed = compose(replyOf(blocks), reader);
        const cost = costOf(composed.components);
        expect(fits(cost, MOST)).toBe(true);
        const shares = [
          cost.components / CEILING.components,
          cost.characters / CEILING.characters,
          cost.bytes / CEILING.bytes,
        ];
        expect(Math.max(...shares)).toBeGreaterThan(0.75);
      }
    },
  );

  it('knows the limits of a message as Discord has them', () => {
    expect(LIMITS.message).toEqual({
      components: MAX_COMPONENTS,
      characters: MAX_TEXT,
      bytes: MAX_TEXT_BYTES,
    });
  });

  it('leaves out whole passages that have no room and offers them under More', () => {
    const article = articleOf(Array.from({ length: 30 }, (_, n) => `Sentence ${n}: ${'千问'.repeat(60)}.`));
    const passages = eachSentence(article);
    const reply = replyOf(
      passages.map((passage) => quotationOf(passage)),
      { rest: (shown) => moreButton(passages, shown, words) },
    );
    const composed = compose(reply, reader);
    const shown = composed.quoted.length;
    expect(shown).toBeGreaterThan(3);
    expect(shown).toBeLessThan(30);
    expect(quotedIn(composed)).toEqual(passages.slice(0, shown).map(textOf));
    expect(fits(costOf(composed.components), CEILING)).toBe(true);
    const more = everyComponent(composed.components).find(({ custom_id }) => custom_id?.startsWith('1:more'));
    const reading = readCustomId(more?.custom_id ?? '', libraryOf(article));
    if ('problem' in reading || reading.value.action.verb !== 'more') throw new Error('no More button');
    const { from, trail = [], passages: named } = reading.value.action;
    const skipped = passedOver({ trail });
    expect(from + skipped).toBe(shown);
    expect(named[skipped]).toEqual(refTo(passageOf(article, shown)));
  });

  it('keeps what is left out in reach also where the reply offers no more itself', () => {
    const article = articleOf(
      Array.from({ length: 12 }, (_, n) => `Sentence ${n} ${'is long '.repeat(60)}`.trim()),
    );
    const passages = eachSentence(article);
    const composed = compose(replyOf(passages.map((passage) => quotationOf(passage))), reader);
    const shown = composed.quoted.length;
    const id = customIdOf({ verb: 'more', passages: passages.map(refTo), from: 0, trail: [shown] }, 'en-US');
    expect(shown).toBeLessThan(passages.length);
    expect(everyComponent(composed.components).map(({ custom_id }) => custom_id)).toContain(id);
  });

  it('shows a gap and a heading above their quotation, and its attribution as small print under it', () => {
    const article = articleOf(['One.', 'Two.']);
    const composed = compose(
      replyOf([{ kind: 'gap' }, { kind: 'heading', text: 'Core' }, quotationOf(passageOf(article, 1))]),
      reader,
    );
    const [, above = '', below = ''] = contentsOf(composed);
    expect(above).toBe('\\[…]\n**Core**\n> “Two.”');
    expect(parse(below, 'extended')).toMatchObject([{ type: 'subtext' }]);
    expect(seen(below)).toMatch(/^A · .*sentence 2$/);
  });

  it('gives two equal buttons of one message different ids that do the same', () => {
    const article = articleOf(['One.', 'Two.', 'Three.']);
    const passage = passageOf(article, 1);
    const { components } = compose(replyOf([quotationOf(passage), quotationOf(passage)]), reader);
    const ids = everyComponent(components).flatMap(({ custom_id }) => custom_id ?? []);
    const actions = ids.map((id) => readCustomId(id, libraryOf(article)));
    expect(new Set(ids).size).toBe(2);
    expect(actions[1]).toEqual(actions[0]);
  });

  it('keeps dates on one line in attribution, and as they are in quotations', () => {
    const article = articleOf(['It was sold on 2025-11-16, at noon.', 'Two.']);
    const composed = compose(
      replyOf([quotationOf(passageOf(article, 0))], { footer: 'A title · a publisher, 2025-11-16' }),
      reader,
    );
    expect(quotedIn(composed)).toEqual(['It was sold on 2025-11-16, at noon.']);
    expect(contentsOf(composed).at(-1)).toBe('-# A title · a publisher, 2025‑11‑16');
    expect(disproof(composed, libraryOf(article))).toBeUndefined();
  });

  it('puts the buttons of quotations in rows of five under them, lettered as they are, and none beside the words', () => {
    const article = articleOf(Array.from({ length: 8 }, (_, n) => `It is true for ${n}.`));
    const passages = eachSentence(article);
    const quotations = passages.slice(0, 6).map((passage, letter) => quotationOf(passage, { letter }));
    const last = passages.slice(6, 7).map((passage) => quotationOf(passage, { letter: 6 }));
    const reply = replyOf([...quotations, { kind: 'text', text: 'And besides:' }, ...last]);
    const composed = compose(reply, reader);
    const inner = (
      composed.components[0] as { components: { type: number; components?: { label: string }[] }[] }
    ).components;
    const rows = inner.flatMap(({ components }, at) => (components ? [{ at, components }] : []));
    expect(rows.map(({ components }) => components.map(({ label }) => label))).toEqual([
      ['Context A', 'Context B', 'Context C', 'Context D', 'Context E'],
      ['Context F'],
      ['Context G'],
    ]);
    // The heading, two texts for each of six quotations, and the rows right under them.
    expect(rows.map(({ at }) => at)).toEqual([13, 14, 18]);
    expect(inner.map(({ type }) => type)).not.toContain(9);
    expect(costOf(composed.components).components).toBe(28);
  });

  it('has no letter on the only button there is', () => {
    const article = articleOf(['One.', 'Two.', 'Three.']);
    const { components } = compose(replyOf([quotationOf(passageOf(article, 1))]), reader);
    const labels = everyComponent(components).flatMap((one) => ('label' in one ? [one.label] : []));
    expect(labels).toEqual(['Context']);
  });

  it.each([1, 2, 5, 6, 11, 40])(
    'never needs more components than there are, with %i short quotations',
    (count) => {
      const article = articleOf(Array.from({ length: 40 }, (_, n) => `It is true for ${n}.`));
      const passages = eachSentence(article).slice(0, count);
      const blocks = passages.map((passage, letter) => quotationOf(passage, { letter }));
      const buttons = [{ label: 'Open', url: 'https://example.com' }];
      const composed = compose(replyOf(blocks, { buttons }), { ...reader, isRemovable: true });
      expect(composed.quoted.length).toBe(Math.min(count, 9));
      expect(fits(costOf(composed.components), CEILING)).toBe(true);
    },
  );

  it('repeats the question of the pressed message under its fixed id, once', () => {
    const question = '-# You asked: who?';
    const carried = compose(replyOf([{ kind: 'text', text: 'Here.' }]), { ...reader, question });
    const own = compose(replyOf([{ kind: 'note', text: 'You asked: what?', question: true }]), {
      ...reader,
      question,
    });
    expect(JSON.stringify(carried.components)).toContain(
      `{"type":10,"content":"${question}","id":${QUESTION_ID}}`,
    );
    expect(JSON.stringify(own.components)).not.toContain('who?');
  });
});

describe('a passage longer than a message', () => {
  const long = articleOf([
    `${'The government, which had said so before, says it again: '.repeat(70)}it is over.`,
    `${'政府指控阿里巴巴，'.repeat(500)}完。`,
    `${'*_`'.repeat(500)}`,
    '😀'.repeat(2000),
  ]);

  it('is cut into pages that join to it again, each a slice that fits', () => {
    for (const passage of eachSentence(long)) {
      const pages = pagesOf(passage);
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.map(({ start, end }) => long.text.slice(start, end)).join('')).toBe(textOf(passage));
      for (const [page, { start, end }] of pages.entries()) {
        const composed = compose(replyOf([quotationOf(passage, { page })]), reader);
        expect(quotedIn(composed)).toEqual([long.text.slice(start, end)]);
        expect(fits(costOf(composed.components), CEILING)).toBe(true);
        expect(disproof(composed, libraryOf(long))).toBeUndefined();
      }
    }
  });

  it('is cut between words', () => {
    for (const { start } of pagesOf(passageOf(long, 0)).slice(1)) {
      expect(long.text.slice(start - 1, start + 1)).toMatch(/^\s\S$/);
    }
  });

  it('says which page is shown, marks what is left out, and turns both ways', () => {
    const passage = passageOf(long, 0);
    const composed = compose(replyOf([quotationOf(passage, { page: 1 })]), reader);
    const text = contentsOf(composed).find((content) => content.includes('> ')) ?? '';
    const pages = pagesOf(passage).length;
    expect(contentsOf(composed).map(seen).join('\n')).toContain(`page 2 of ${pages}`);
    expect(text.match(/^\\\[…]$/gm)).toHaveLength(2);
    const ids = everyComponent(composed.components).flatMap(({ custom_id }) => custom_id ?? []);
    expect(ids).toEqual([
      customIdOf({ verb: 'context', passage: refTo(passage) }, 'en-US'),
      customIdOf({ verb: 'page', passage: refTo(passage), page: 0 }, 'en-US'),
      customIdOf({ verb: 'page', passage: refTo(passage), page: 2 }, 'en-US'),
    ]);
  });

  it('ends its pages in the same places whoever asks and whatever matches', () => {
    const passage = passageOf(long, 0);
    const matches = Array.from({ length: 200 }, (_, n) => ({ start: n * 20, end: n * 20 + 3 }));
    const plain = compose(replyOf([quotationOf(passage)]), reader);
    const stressed = compose(replyOf([quotationOf(passage, { matches })]), {
      locale: 'zh-CN',
      words: WORDS['zh-CN'],
    });
    expect(stressed.quoted).toEqual(plain.quoted);
  });
});
