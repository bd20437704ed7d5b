import { beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../../commands/ask.ts';
import type { Session } from '../../../commands/command.ts';
import { find } from '../../../commands/find.ts';
import { press } from '../../../commands/press.ts';
import { sources } from '../../../commands/sources.ts';
import { summary } from '../../../commands/summary.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { unprovedIn } from '../../../src/discord/proof/claims.ts';
import type { Settled } from '../../../src/reply/claim.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { articleOf, corpusSession, sessionOn } from '../../session.ts';
import { contentsOf, quotationsSeen } from '../displayed.ts';

/** Quotations of nearly a sentence, and of one with a word and marks that differ. */
const BESIDE = [
  'authorities have also rejected the allegations, asserting their commitment to combating all forms of cyberattacks',
  'Chinese authorities has also rejected the allegations – asserting their commitment',
];

let session: Session;
let replies: Reply[];

beforeAll(async () => {
  session = await corpusSession();
  const [article] = session.library.articles;
  const { id = '', edition = '' } = article ?? {};
  const refs = [0, 1, 2, 3].map((first) => ({ article: id, edition, first, last: first }));
  replies = [
    await summary.answer({ article: 'qwen-panic', length: 'long' }, session),
    await summary.answer({ article: 'qwen-panic', section: 'Group 2' }, session),
    await answerTo('Who accused Alibaba?', {}, session),
    await answerTo('How do I bake sourdough bread?', {}, session),
    await sources.answer({}, session),
    await sources.answer({ article: 'qwen-panic' }, session),
    await sources.answer({ article: 'qwen-panic', note: '4' }, session),
    await find.answer(
      {
        text: 'He said “the company relies gladly on the Qwen model”, and “the moon is cheese”.',
        quotations: [],
      },
      session,
    ),
    await find.answer(
      { text: 'Nothing', quotations: ['according to a leaked White House memorandum'] },
      session,
    ),
    await find.answer({ text: 'Look:', quotations: BESIDE }, session),
    await press({ verb: 'verify', passages: refs }, session),
    await press({ verb: 'more', passages: refs, from: 0, trail: [2] }, session),
    await press({ verb: 'share', outcome: 'unclear', passages: refs }, session),
  ];
});

const messageFor = (reply: Reply, withheld: Parameters<typeof compose>[1]['withheld'] = new Set()) =>
  compose(reply, { locale: 'en-US', words: session.words, withheld });

/** Every way to make a settled claim false: each number one higher or lower, each share another, each name another, each yes a no. */
function falsehoodsOf(settled: Settled): Settled[] {
  const fixed = new Set(['kind', 'as', 'articles', 'in', 'verdict']);
  return Object.entries(settled).flatMap(([key, value]) => {
    if (fixed.has(key) || value === undefined) return [];
    return othersThan(value).map((other) => ({ ...settled, [key]: other }) as Settled);
  });
}

function othersThan(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return value > 0 ? [value + 1, value - 1] : [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') {
    if (!/^\d+$/.test(value)) return [`other ${value}`];
    const share = Number(value);
    return [(share + 50) % 98, share > 50 ? share - 3 : share + 3, ...(share === 100 ? [99] : [100])].map(
      String,
    );
  }
  return Array.isArray(value) && value.length > 1 ? [value.slice(1)] : [];
}

describe('The day on which a text was retrieved', () => {
  const ofDay = (text: string, id: string) => articleOf(text, { id, retrieved: '2026-12-01T07:15Z' });
  const [one, other] = [ofDay('Anna kept the lamp.\n', 'anna'), ofDay('Berg kept the lamp.\n', 'berg')];

  it.each([
    ['under a reply', [one]],
    ['under each quotation', [one, other]],
  ])('is proved %s', async (_, articles) => {
    const { library, words } = sessionOn(articles);
    const reply = await answerTo('Who kept the lamp?', {}, sessionOn(articles));
    const message = compose(reply, { locale: 'en-US', words });
    expect(contentsOf(message).join('\n')).toContain('as retrieved on 2026\u201112\u201101');
    expect(unprovedIn(message, library)).toEqual([]);
    const another: Composed = JSON.parse(JSON.stringify(message).replaceAll('"2026-12-01"', '"2026-12-02"'));
    const said = message.said.map((told, at) => ({ ...told, ...another.said[at], claim: told.claim }));
    expect(unprovedIn({ ...message, quoted: another.quoted, said }, library).map(({ why }) => why)).toEqual(
      articles.map(() => expect.stringContaining('another source')),
    );
  });
});

describe('What a message says of its articles and of what it shows', () => {
  it('is proved, for every kind of it', () => {
    const kinds = new Set<string>();
    for (const reply of replies) {
      const message = messageFor(reply);
      expect(unprovedIn(message, session.library)).toEqual([]);
      for (const { settled } of message.said) kinds.add(settled.kind);
    }
    expect([...kinds].sort()).toEqual(
      [
        'beside',
        'compared',
        'count',
        'coverage',
        'edits',
        'hash',
        'held',
        'identity',
        'marks-too',
        'note',
        'note-gaps',
        'note-places',
        'places',
        'range',
        'sections',
        'size',
        'source',
        'summary',
        'text-hash',
        'titles',
        'verdict',
      ].filter((kind) => kinds.has(kind)),
    );
    expect(kinds.size).toBeGreaterThan(14);
    expect([...kinds]).toEqual(expect.arrayContaining(['beside', 'marks-too']));
  });

  it('is caught where any number, name or yes of it is another', () => {
    let tried = 0;
    for (const reply of replies) {
      const message = messageFor(reply);
      message.said.forEach(({ claim, settled }, at) => {
        for (const falsehood of falsehoodsOf(settled)) {
          const said = message.said.map((one, index) => (index === at ? { claim, settled: falsehood } : one));
          const unproved = unprovedIn({ ...message, said }, session.library);
          expect(
            unproved.map(({ what }) => what),
            JSON.stringify(falsehood),
          ).toContain(claim);
          tried += 1;
        }
      });
    }
    expect(tried).toBeGreaterThan(40);
  });

  it('is caught where a quotation of a reader is called otherwise than it is', async () => {
    const verdicts = async (quotation: string) => {
      const reply = await find.answer({ text: 'Look:', quotations: [quotation] }, session);
      const message = messageFor(reply);
      const calledIt = (verdict: 'exact' | 'marks' | 'different' | 'not-found') => {
        const said = message.said.map((one) =>
          one.settled.kind === 'verdict' ? { ...one, settled: { ...one.settled, verdict } } : one,
        );
        return unprovedIn({ ...message, said }, session.library).length === 0;
      };
      return (['exact', 'marks', 'different', 'not-found'] as const).filter(calledIt);
    };
    expect(await verdicts('according to a leaked White House memorandum')).toEqual(['exact', 'marks']);
    expect(await verdicts('the company relies gladly on the Qwen model')).toEqual(['different', 'not-found']);
    expect(await verdicts('the moon is made of cheese')).toEqual(['different', 'not-found']);
    expect(await verdicts('according to a leaked white-house memorandum')).toEqual(['marks', 'different']);
    const parted = 'The U.S. government has accused Alibaba … a leaked white-house memorandum';
    expect(await verdicts(parted)).toEqual(['marks', 'different', 'not-found']);
  });

  it('is caught where a quotation of a reader is told to stand under the letter of another', async () => {
    const quotations = ['according to a leaked White House memorandum', 'heavily relies on the Qwen model'];
    const message = messageFor(await find.answer({ text: 'Look:', quotations }, session));
    const lettered = (change: (letter: string) => string) =>
      message.said.map((one) =>
        one.settled.kind === 'verdict'
          ? { ...one, settled: { ...one.settled, letters: one.settled.letters.map(change) } }
          : one,
      );
    expect(message.said.flatMap(({ settled }) => ('letters' in settled ? settled.letters : []))).toEqual([
      'A',
      'B',
    ]);
    const swapped = { ...message, said: lettered((letter) => (letter === 'A' ? 'B' : 'A')) };
    expect(unprovedIn(swapped, session.library).map(({ why }) => why)).toEqual([
      'verdict: other letters',
      'verdict: other letters',
    ]);
  });

  it('is caught where a quotation is told to stand elsewhere', async () => {
    const message = messageFor(replies[2] as Reply);
    const [first, ...others] = message.quoted;
    if (!first?.told) throw new Error('The first quotation tells where it stands');
    const { place, placing } = first.told;
    for (const false_ of [
      { ...place, first: place.first + 1 },
      { ...place, last: place.last + 1 },
      { ...place, heading: 'Another section' },
    ]) {
      const quoted = [{ ...first, told: { place: false_, placing } }, ...others];
      expect(unprovedIn({ ...message, quoted }, session.library).map(({ what }) => what)).toEqual([0]);
    }
  });

  it('is left out where it is withheld, and the quotations stay', () => {
    for (const reply of replies) {
      const message = messageFor(reply);
      const quoted = (one: Composed) => contentsOf(one).flatMap(quotationsSeen);
      const withheld = new Set([...message.said.map(({ claim }) => claim), ...message.quoted.keys()]);
      const bare = messageFor(reply, withheld);
      expect(bare.said).toEqual([]);
      expect(quoted(bare).slice(0, quoted(message).length)).toEqual(quoted(message));
      expect(unprovedIn(bare, session.library)).toEqual([]);
    }
  });

  it('counts what there is room for, where there is less than was planned', async () => {
    const text = Array.from(
      { length: 30 },
      (_, n) => `Lamp number ${n + 1} burned ${'whale oil and '.repeat(20)}coal.`,
    );
    const long = sessionOn([articleOf(text.map((line) => `${line}\n`).join('\n'))]);
    const reply = await summary.answer({ length: 'long' }, long);
    const message = messageFor(reply);
    const shown = message.quoted.length;
    expect(shown).toBeLessThan(12);
    expect(contentsOf(message).join('\n')).toContain(`Here: quotations 1 to ${shown} of 15.`);
    expect(contentsOf(message).join('\n')).toMatch(new RegExp(`^${shown} of 30 sentences`, 'm'));
  });
});
