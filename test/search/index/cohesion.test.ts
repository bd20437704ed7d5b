import { describe, expect, it } from 'vitest';
import { COHESION, cohesionOf, openingSentence } from '../../../src/search/index/cohesion.ts';
import { indexSentences } from '../../../src/search/index/sentence-index.ts';
import { languageOf } from '../../../src/search/text/language.ts';
import { articleOf } from '../../session.ts';

function cohesion(text: string, lang = 'en'): Uint8Array {
  return cohesionOf(indexSentences([articleOf(text, { lang })], languageOf(lang)));
}

const openings = (text: string, lang?: string) => {
  const bits = cohesion(text, lang);
  return Array.from({ length: bits.length - 1 }, (_, sentence) => openingSentence(bits, sentence));
};

describe('A passage', () => {
  it.each([
    ['en', 'The lighthouse was finished in 1871. It burned whale oil.'],
    ['en', 'Anna Berg kept the lamp. She wrote down every storm.'],
    ['en', 'Two keepers came. “They never slept,” the mayor said.'],
    ['en', 'The lamp went out. This was in 1902.'],
    ['de', 'Anna Berg hütete die Lampe. Sie schrieb jeden Sturm auf.'],
    ['es', 'Ana cuidaba la lámpara. Ella anotaba cada tormenta.'],
    ['ru', 'Анна хранила лампу. Она записывала каждую бурю.'],
    ['ro', 'Ana păzea lampa. Ea nota fiecare furtună.'],
    ['zh', '安娜看守灯塔三十年。她记下每一场风暴。'],
  ])('of %s that begins with a pronoun brings the sentence before it: %j', (lang, text) => {
    expect(openings(text, lang)).toEqual([0, 0]);
  });

  it('of a row brings the rows from its header on, unless the table is long', () => {
    const table = '| Port | Ships |\n|---|---|\n| Bay | 9 |\n| Cape | 12 |\n\n| Keeper |\n|---|\n| Berg |\n';
    expect(openings(table)).toEqual([0, 0, 0, 3, 3]);
    const long = `| Port | Ships |\n|---|---|\n${`| ${'Bay '.repeat(100)}| 9 |\n`.repeat(4)}`;
    expect(openings(long)).toEqual([0, 0, 0, 3, 4]);
  });

  it.each([
    ['en', 'The lighthouse was finished in 1871. Its lamp burned whale oil.'],
    ['en', 'The lighthouse was finished. Italy sent the lamp.'],
    ['en', 'The lighthouse was finished. Theyer built it.'],
    ['de', 'Der Turm war fertig. Erst später kam die Lampe.'],
    ['zh', '灯塔建成了。安娜看守灯塔。'],
    ['sv', 'Fyren stod klar. Den brann.'],
  ])('of %s that can stand alone brings nothing along: %j', (lang, text) => {
    expect(openings(text, lang)).toEqual([0, 1]);
  });

  it('does not reach over the heading of its section', () => {
    expect(openings('## Building\n\nThe tower was finished.\n\n## Lamp\n\nIt burned whale oil.\n')).toEqual([
      0, 1,
    ]);
  });

  it('reaches into the paragraph before, as a pronoun does', () => {
    expect(openings('The tower was finished.\n\nIt burned whale oil.\n')).toEqual([0, 0]);
  });

  it('brings no more than two sentences along', () => {
    const text = 'Anna Berg came. She stayed. She wrote. She slept. She left.';
    expect(openings(text)).toEqual([0, 0, 0, 1, 2]);
  });

  it('is never before its article, though this begins with a pronoun', () => {
    const articles = [
      articleOf('The tower fell.\n', { id: 'a' }),
      articleOf('It fell again.\n', { id: 'b' }),
    ];
    const bits = cohesionOf(indexSentences(articles, languageOf('en')));
    expect(openingSentence(bits, 1)).toBe(1);
  });
});

describe('A sentence', () => {
  const bits = cohesion(
    '## A\n\nOne came. Two left.\n\nThree stayed.\n\n- Four slept.\n- Five woke.\n\n## B\n\nSix sang.\n',
  );
  const with_ = (bit: number) => [...bits.keys()].filter((at) => ((bits[at] ?? 0) & bit) !== 0);

  it('opens a paragraph, a list item or a section, or none', () => {
    expect(with_(COHESION.opening)).toEqual([0, 2, 3, 4, 5, 6]);
  });

  it('opens a section under a heading, and so does the end of all', () => {
    expect(with_(COHESION.section)).toEqual([0, 5, 6]);
  });
});
