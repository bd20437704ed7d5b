import { describe, expect, it } from 'vitest';
import { createLeadIns } from '../../measure/lead-ins.ts';
import { peers } from '../../measure/peers/all.ts';
import { fuseDefaults, fuseTokens } from '../../measure/peers/fuse.ts';
import { engineOf, type Peer } from '../../measure/peers/peer.ts';
import { termsIn, termsOf } from '../../measure/peers/terms.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';

const article = (lang: string, text: string) =>
  articleFrom({ id: 'a', title: 'A', publisher: 'P', lang, text });

const orchard = article(
  'en',
  'Pears ripen in September. The orchard walls were built by Quakers. Wasps ruin the windfalls. Cider is pressed in the barn.',
);

const firstOf = async (peer: Peer, held: typeof orchard, question: string) => {
  const ask = await engineOf(peer, createLeadIns()).index([held]);
  const { passages } = await ask(question, held, 3);
  expect(passages.length).toBeLessThanOrEqual(3);
  return passages[0] && held.text.slice(passages[0].start, passages[0].end);
};

describe.each(peers.map((peer) => [peer.name, peer] as const))('%s', (_, peer) => {
  it('finds a sentence by a word that stands in it alone', async () => {
    const first = await firstOf(peer, orchard, 'orchard walls');
    expect(first).toBe('The orchard walls were built by Quakers.');
  });
});

const wellSetUp = peers.filter((peer) => peer !== fuseDefaults);

describe.each(wellSetUp.map((peer) => [peer.name, peer] as const))('%s, set up well,', (_, peer) => {
  it('is helped by stop words and stemming', async () => {
    const first = await firstOf(peer, orchard, 'What is it that the wasp ruined?');
    expect(first).toBe('Wasps ruin the windfalls.');
  });

  it('is given the words of a script without spaces', async () => {
    const held = article('zh', '梨子九月成熟。果园的墙是贵格会教徒建造的。黄蜂毁坏落果。');
    expect(await firstOf(peer, held, '谁建造了果园的墙？')).toBe('果园的墙是贵格会教徒建造的。');
  });
});

describe('a peer’s hit', () => {
  it('brings the sentence before along where a passage of ours did', async () => {
    const held = article('en', 'A gardener planted the pears. She sold them at Whitsun.');
    const leadIns = createLeadIns();
    const ask = await engineOf(fuseTokens, leadIns).index([held]);
    const textOf = async () => {
      const [span] = (await ask('sold at Whitsun', held, 1)).passages;
      return held.text.slice(span?.start, span?.end);
    };
    expect(await textOf()).toBe('She sold them at Whitsun.');
    leadIns.note({ article: held, first: 0, last: 1, focus: 1 });
    expect(await textOf()).toBe('A gardener planted the pears. She sold them at Whitsun.');
  });
});

describe('terms for the peers', () => {
  it.each([
    ['en', 'The walls were Anna’s', ['wall', 'anna']],
    ['de', 'die Häuser der Stadt', ['haus', 'stadt']],
    ['ru', 'в садах', ['сад']],
    ['xx', 'De walls', ['de', 'walls']],
  ])('of %s are stemmed, without stop words where these are known', (lang, text, terms) => {
    expect(termsIn(text, termsOf(lang))).toEqual(terms);
  });
});
