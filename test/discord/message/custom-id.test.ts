import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customIdOf, keyOf, readCustomId, repeatOf } from '../../../src/discord/message/custom-id.ts';
import type { Action, PassageRef } from '../../../src/reply/action.ts';
import { LOCALES } from '../../../src/reply/locale.ts';
import { articleOf, libraryOf } from '../articles.ts';

const ids = ['panic', 'x'.repeat(64), '千问', 'a-b_c', 'panic2'];
const library = libraryOf(...ids.map((id) => articleOf(['One sentence.'], id)));
const edition = '9f3c1a2b';

const article = fc.constantFrom(...ids);
const sentence = fc.nat({ max: 99_999 });
const passage: fc.Arbitrary<PassageRef> = fc
  .tuple(article, sentence, fc.nat({ max: 40 }))
  .map(([article, first, more]) => ({ article, edition, first, last: first + more }));
const few = fc.array(passage, { minLength: 1, maxLength: 4 });

const action: fc.Arbitrary<Action> = fc.oneof(
  passage.map((passage): Action => ({ verb: 'context', passage })),
  passage.map((passage): Action => ({ verb: 'closest', passage })),
  few.map((passages): Action => ({ verb: 'verify', passages: passages.slice(0, 2) })),
  fc
    .tuple(few, fc.integer({ min: 1, max: 200 }))
    .map(([passages, from]): Action => ({ verb: 'more', passages: passages.slice(0, 2), from })),
  fc.tuple(passage, fc.nat({ max: 900 })).map(([passage, page]): Action => ({ verb: 'page', passage, page })),
  passage.map((passage): Action => ({ verb: 'page', passage, page: 1, form: 'exact' })),
  fc
    .tuple(few, fc.constantFrom('found' as const, 'unclear' as const, 'absent' as const))
    .map(([passages, outcome]): Action => ({ verb: 'share', outcome, passages: passages.slice(0, 2) })),
  fc.constant<Action>({ verb: 'share', outcome: 'absent', passages: [] }),
  fc
    .tuple(article, fc.constantFrom('short' as const, 'medium' as const, 'long' as const), sentence)
    .map(([article, length, from]): Action => ({ verb: 'summary', article, edition, length, from })),
  fc.tuple(article, sentence, sentence).map(
    ([article, section, from]): Action => ({
      verb: 'summary',
      article,
      edition,
      length: 'short',
      section,
      from,
    }),
  ),
  fc.nat({ max: 5000 }).map((from): Action => ({ verb: 'sources', from })),
  fc
    .tuple(article, fc.constantFrom('[4]', '[12]', '①', '[a:b]', '*'))
    .map(([article, note]): Action => ({ verb: 'sources', article, edition, note, from: 0 })),
);

describe('customIdOf', () => {
  it('fits Discord and brings back every action it was given, in its language', () => {
    fc.assert(
      fc.property(action, fc.constantFrom(...LOCALES), fc.nat({ max: 20 }), (action, locale, times) => {
        const id = customIdOf(action, locale);
        const sent = times === 0 ? id : repeatOf(id, times);
        expect(sent.length).toBeLessThanOrEqual(100);
        expect(readCustomId(sent, library)).toEqual({ value: { action, locale } });
      }),
    );
  });

  it('holds the first passages of many, in their order, as many as fit', () => {
    const passages = Array.from({ length: 60 }, (_, first) => ({
      article: 'panic',
      edition,
      first,
      last: first,
    }));
    const id = customIdOf({ verb: 'more', passages, from: 3 }, 'zh-TW');
    const reading = readCustomId(id, library);
    expect(id.length).toBeLessThanOrEqual(98);
    if ('problem' in reading || reading.value.action.verb !== 'more') throw new Error('not read as more');
    const held = reading.value.action.passages;
    expect(held.length).toBeGreaterThan(20);
    expect(held).toEqual(passages.slice(0, held.length));
  });

  it('names passages of several articles in one order', () => {
    const passages = ['panic', '千问', 'panic'].map((article, first) => ({
      article,
      edition,
      first,
      last: first,
    }));
    const id = customIdOf({ verb: 'verify', passages }, 'en-US');
    expect(id).toBe(`1:verify:en-US:${keyOf('panic')}${edition},${keyOf('千问')}${edition}:A0.B1.A2`);
  });

  it('holds nothing but the verb and the language where an action has no fields', () => {
    const id = customIdOf({ verb: 'delete' }, 'zh-TW');
    expect(id).toBe('1:delete:zh-TW');
    expect(readCustomId(id, library)).toEqual({ value: { action: { verb: 'delete' }, locale: 'zh-TW' } });
  });
});

describe('readCustomId', () => {
  const key = `${keyOf('panic')}${edition}`;

  it.each([
    ['an older version', `0:context:en-US:${key}:1`, 'other-version'],
    ['no scheme at all', 'context', 'other-version'],
    ['nothing', '', 'other-version'],
    ['an unknown verb', `1:erase:en-US:${key}:1`, 'unknown-verb'],
    ['a verb every object has', `1:constructor:en-US:${key}:1`, 'unknown-verb'],
    ['an unknown language', `1:context:xx:${key}:1`, 'unreadable'],
    ['no sentence', `1:context:en-US:${key}:`, 'unreadable'],
    ['two sentences where one is meant', `1:context:en-US:${key}:1.2`, 'unreadable'],
    ['a number that is none', `1:context:en-US:${key}:-1`, 'unreadable'],
    ['a number beyond all sentences', `1:context:en-US:${key}:zzzzzzz`, 'unreadable'],
    ['a letter without an article', `1:verify:en-US:${key}:B1`, 'unreadable'],
    ['an unknown outcome', `1:share:en-US:${key}:1:maybe`, 'unreadable'],
    ['an answer without a passage', '1:share:en-US:::found', 'unreadable'],
    ['a field where there is none', `1:delete:en-US:${key}`, 'unreadable'],
    ['a field too many', `1:context:en-US:${key}:1:2`, 'unreadable'],
    ['an edition that is none', `1:context:en-US:${keyOf('panic')}nothex!!:1`, 'unreadable'],
    ['an article that is not held', `1:context:en-US:${keyOf('gone')}${edition}:1`, 'unknown-article'],
  ])('refuses %s', (_, id, refusal) => {
    expect(readCustomId(id, library)).toEqual({ problem: refusal });
  });

  it('never throws, whatever it is sent', () => {
    const pieces = fc.constantFrom(
      '1',
      'context',
      'more',
      'page',
      'sources',
      'summary',
      'en-US',
      key,
      'zz',
      '',
      '-1',
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }).map((parts) => parts.join(':')),
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 6 }).map((rest) => ['1', ...rest].join(':')),
    );
    fc.assert(
      fc.property(garbage, (id) => {
        const reading = readCustomId(id, library);
        expect('problem' in reading || 'value' in reading).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
