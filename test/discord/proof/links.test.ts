import { describe, expect, it } from 'vitest';
import { answerTo } from '../../../commands/ask.ts';
import { press } from '../../../commands/press.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { unprovedIn } from '../../../src/discord/proof/claims.ts';
import { LOCALES, type Locale } from '../../../src/reply/locale.ts';
import { refTo } from '../../../src/reply/reference.ts';
import { articleOf, LIGHTHOUSE, sessionOn } from '../../session.ts';

const url = 'https://example.org/lighthouse';
const article = articleOf(LIGHTHOUSE, { url });

async function answered(locale: Locale = 'en-US') {
  const session = sessionOn([article], locale);
  const reply = await answerTo('Which storm did the keeper Anna Berg write down?', {}, session);
  const composed = compose(reply, { locale, words: session.words });
  return { composed, library: session.library };
}

/** The message with another address behind `Open at A ↗`. */
function altered(composed: Composed, change: (link: string) => string): Composed {
  const components = JSON.parse(JSON.stringify(composed.components), (key, value) =>
    key === 'url' && String(value).includes(':~:text=Anna') ? change(value) : value,
  );
  return { ...composed, components };
}

describe('A link to a quotation', () => {
  it('is proved in each language', async () => {
    for (const locale of LOCALES) {
      const { composed, library } = await answered(locale);
      expect(JSON.stringify(composed.components)).toContain(`${url}#:~:text=Anna%20Berg`);
      expect(unprovedIn(composed, library)).toEqual([]);
    }
  });

  it.each([
    ['to another page', (link: string) => link.replace('example.org', 'example.com'), 'another page'],
    ['to another fragment', (link: string) => link.replace('#', '#top'), 'another page'],
    ['to other words', (link: string) => link.replace('Anna%20Berg', 'Anna%20Dahl'), 'other words begin it'],
    ['to words that begin later', (link: string) => link.replace('Anna%20', ''), 'other words begin it'],
    ['to another end', (link: string) => `${link.slice(0, -1)}!`, 'other words end it'],
    ['to its first words alone', (link: string) => link.split(',')[0] ?? '', 'other words begin it'],
    ['behind other words', (link: string) => link.replace('text=', 'text=storm.-,'), 'other words before it'],
    ['before other words', (link: string) => `${link},-She%20wrote`, 'other words behind it'],
    ['with a second directive', (link: string) => `${link}&text=storm`, 'not to be read'],
    ['that cannot be decoded', (link: string) => link.replace('Anna%20', 'Anna%2'), 'other words begin it'],
    ['longer than Discord takes', (link: string) => `${link}${'%20'.repeat(200)}`, 'too long'],
  ])('is refused %s', async (_, change, why) => {
    const { composed, library } = await answered();
    const other = altered(composed, change);
    expect(other.components).not.toEqual(composed.components);
    const [unproved, ...more] = unprovedIn(other, library);
    expect(more).toEqual([]);
    expect(unproved?.why).toBe(`link at A: ${why}`);
    expect(JSON.stringify(other.components)).toContain(JSON.stringify(unproved?.what));
  });

  it('is proved with what stands around, over marks of the file', async () => {
    const { composed, library } = await answered();
    const around = altered(composed, (link) => `${link.replace('text=', 'text=Keepers-,')},-The%20last`);
    expect(unprovedIn(around, library)).toEqual([]);
  });

  it('is refused under the letter of another quotation', async () => {
    const session = sessionOn([article]);
    const passages = [0, 1].map((at) => refTo({ article, first: at, last: at }));
    const reply = await press({ verb: 'more', passages, from: 0 }, session);
    const composed = compose(reply, { locale: 'en-US', words: session.words });
    expect(unprovedIn(composed, session.library)).toEqual([]);
    const text = JSON.stringify(composed.components);
    expect(text).toContain('Open at B');
    const swapped = JSON.parse(
      text.replaceAll('Open at B', 'Open at C').replaceAll('Open at A', 'Open at B'),
    );
    expect(unprovedIn({ ...composed, components: swapped }, session.library).map(({ why }) => why)).toEqual([
      'link at B: other words begin it',
      'link at C: no such quotation',
    ]);
  });
});
