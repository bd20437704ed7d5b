import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleFrom } from '../../../src/corpus/article-from.ts';
import { type Composed, compose } from '../../../src/discord/message/compose.ts';
import { isolateLines, isRightToLeft } from '../../../src/discord/message/markdown.ts';
import { disproof } from '../../../src/discord/proof/proof.ts';
import { displayed, quotationsIn } from '../../../src/discord/proof/read-markdown.ts';
import { quote } from '../../../src/reply/quotation.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { WORDS } from '../../../src/reply/words.ts';
import { articleOf, libraryOf, passageOf } from '../articles.ts';

const words = WORDS['en-US'];
const article = articleOf([
  'Alibaba did not support the *Chinese* military, according to the memorandum [1].',
  'It denied the allegations.',
]);
const library = libraryOf(article);

function composed(form: 'prose' | 'exact' = 'prose', of = article, first = 0, last = first): Composed {
  const quotation = quote(passageOf(of, first, last), {
    ...(form === 'exact' && { form }),
    letter: 0,
    matches: [{ start: 0, end: 7 }],
  });
  const reply: Reply = {
    visibility: 'public',
    tone: 'found',
    heading: 'In the article',
    blocks: [{ kind: 'quotation', quotation }],
    buttons: [],
    menus: [],
  };
  return compose(reply, { locale: 'en-US', words });
}

function tampered(from: string, to: string, form: 'prose' | 'exact' = 'prose'): Composed {
  const honest = composed(form);
  const text = JSON.stringify(honest.components);
  expect(text).toContain(from);
  return { ...honest, components: JSON.parse(text.replace(from, to)) };
}

/** A wrapped block quote, a fence with a line of the same look, and prose. */
const wrapped = articleFrom({
  id: 'wrapped',
  title: 'The Lamp',
  publisher: 'Harbor Post',
  lang: 'en',
  text: '> The lamp burned *whale* oil\n> until 1902.\n\n```\ncat <<X\n> no quote\n```\n\nIt was sold\nin 1903.\n',
});

describe('the proof of a wrapped block quote', () => {
  const quoted = (first: number) => composed('prose', wrapped, first);

  it('lets its further lines pass without their mark, which is not displayed', () => {
    const message = quoted(0);
    expect(JSON.stringify(message.components)).toContain('oil\\n> until 1902');
    expect(disproof(message, libraryOf(wrapped))).toBeUndefined();
    expect(disproof(quoted(2), libraryOf(wrapped))).toBeUndefined();
  });

  it.each([
    ['the line break', 'oil\\n> until', 'oil until'],
    ['a word behind the mark', 'until 1902', '1902'],
    ['a space more', 'oil\\n> until', 'oil\\n>  until'],
  ])('catches any other difference: %s', (_, from, to) => {
    const honest = quoted(0);
    const text = JSON.stringify(honest.components);
    expect(text).toContain(from);
    const components = JSON.parse(text.replace(from, to));
    expect(disproof({ ...honest, components }, libraryOf(wrapped))).toMatch(/differs|cannot be read/);
  });

  it('allows nothing of it where no block quote stands', () => {
    const code = quoted(1);
    expect(JSON.stringify(code.components)).toContain('cat <<X\\n> no quote');
    expect(disproof(code, libraryOf(wrapped))).toBeUndefined();
    const components = JSON.parse(JSON.stringify(code.components).replace('\\n> no', '\\nno'));
    expect(disproof({ ...code, components }, libraryOf(wrapped))).toMatch(/differs/);
  });
});

describe('the proof', () => {
  it('lets an honest message pass', () => {
    expect(disproof(composed(), library)).toBeUndefined();
    expect(disproof(composed('exact'), library)).toBeUndefined();
  });

  it.each([
    ['a word left out', 'did not support', 'did support'],
    ['a word put in', 'the memorandum', 'the secret memorandum'],
    ['another sign', 'memorandum', 'mem\u043erandum'],
    ['a space more', 'did not', 'did  not'],
    ['a character that cannot be seen', 'did not', 'did \u200bnot'],
    ['a missing escape', '\\\\*Chinese\\\\*', '*Chinese*'],
    ['words in a spoiler', 'did not', '||did not||'],
    ['words struck through', 'did not', '~~did not~~'],
    ['words hidden in a link', 'did not', '[did not](https://example.com)'],
    ['a mention', 'did not', '<@123456789012345678>'],
    ['bold that never ends', '**Alibaba**', '**Alibaba'],
    ['the end of the quotation before its end', 'military,', 'military,”\\n-# not part of it “'],
    ['a word behind its last', '1].”', '1]. Twice.”'],
    ['a quotation without its end', '1].”', '1].'],
    ['a second quotation', '-# A', '> “It confessed.”\\n-# A'],
  ])('catches %s', (_, from, to) => {
    expect(disproof(tampered(from, to), library)).toMatch(/^panic|quotations/);
  });

  it('catches a changed character in a code block', () => {
    expect(disproof(tampered('did not', 'did', 'exact'), library)).toMatch('differs from its slice');
  });

  it('catches any single character changed, dropped or doubled inside the quotation', () => {
    const honest = composed();
    const text = article.text.slice(0, article.sentences[0]?.end);
    const plain = [...text.matchAll(/[A-Za-z ,]/g)].map(({ index }) => index).slice(8);
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom('change', 'drop', 'double'), (at, how) => {
        const part = text.slice(at, at + 6);
        const [first = ''] = part;
        const changed = { change: '#', drop: '', double: first + first }[how] + part.slice(1);
        const sent = JSON.stringify(honest.components);
        const components = JSON.parse(sent.replace(part, changed));
        fc.pre(JSON.stringify(components) !== sent);
        expect(disproof({ ...honest, components }, library)).toBeDefined();
      }),
    );
  });

  it('catches a quotation of an article that is not held, or that changed', () => {
    const changed = { ...article, text: article.text.replace('not ', 'now ') };
    const revised = articleOf(['Alibaba did support it.', 'It denied the allegations.']);
    expect(disproof(composed(), libraryOf(articleOf(['Other.'], 'other')))).toMatch('not the article held');
    expect(disproof(composed(), libraryOf(revised))).toMatch('not the article held');
    expect(disproof(composed('prose', changed), libraryOf(changed))).toMatch('revision');
  });

  it('catches words that stand in the article, and outside of the passage that was to be quoted', () => {
    const { start, end } = article.sentences[0] ?? { start: 0, end: 0 };
    const whole = { start, end: article.text.length };
    const both = composed('prose', article, 0, 1);
    const first = { passage: passageOf(article, 0), span: whole, told: undefined };
    expect(disproof(both, library)).toBeUndefined();
    expect(disproof({ ...both, quoted: [first] }, library)).toBe('panic 0–108: outside of its passage');
    const second = { ...first, passage: passageOf(article, 1), span: { start, end } };
    expect(disproof({ ...composed(), quoted: [second] }, library)).toBe('panic 0–80: outside of its passage');
  });

  it('says nothing of the words themselves', () => {
    expect(disproof(tampered('did not', 'did'), library)).toBe('panic 0–80: differs from its slice');
  });
});

describe('the proof of right-to-left writing', () => {
  const hebrew = articleFrom({
    id: 'port',
    title: 'הנמל',
    publisher: 'קול הנמל',
    lang: 'he',
    text: 'הממשלה האשימה את Alibaba, לפי מזכר מיום 14 בנובמבר [1].\nהחברה הכחישה\nאת הטענות *כולן*.\n',
  });
  const quoted = (first: number) => composed('prose', hebrew, first);
  const changed = (from: string, to: string) => {
    const honest = quoted(1);
    const text = JSON.stringify(honest.components);
    expect(text).toContain(from);
    return { ...honest, components: JSON.parse(text.replace(from, to)) };
  };

  it('lets each line be isolated with its quotation marks, and the exact form be as it is', () => {
    expect(JSON.stringify(quoted(1).components)).toContain(
      '> \u2068“החברה הכחישה\u2069\\n> \u2068את הטענות \\\\*כולן\\\\*.”\u2069',
    );
    expect(disproof(quoted(0), libraryOf(hebrew))).toBeUndefined();
    expect(disproof(quoted(1), libraryOf(hebrew))).toBeUndefined();
    const exact = composed('exact', hebrew, 1);
    expect(JSON.stringify(exact.components)).not.toMatch(/[\u2066-\u2069]/);
    expect(disproof(exact, libraryOf(hebrew))).toBeUndefined();
  });

  it.each([
    ['a line that is not isolated', '\u2068את', 'את'],
    ['an isolate that does not end', '.”\u2069', '.”'],
    ['an isolate within the quotation marks', '\u2068“', '“\u2068'],
    ['an isolate within a line', 'הכחישה', '\u2068הכחישה\u2069'],
    ['a line isolated twice', '\u2068“החברה הכחישה\u2069', '\u2068\u2068“החברה הכחישה\u2069\u2069'],
    ['another direction', '\u2068“', '\u2066“'],
    ['an override', 'הכחישה', '\u202eהכחישה'],
    ['a mark of direction', 'הכחישה', '\u200fהכחישה'],
    ['another word', 'הכחישה', 'הודתה'],
  ])('catches %s', (_, from, to) => {
    expect(disproof(changed(from, to), libraryOf(hebrew))).toMatch(/differs|cannot be read/);
  });

  it('knows every letter that is isolated', () => {
    let letters = 0;
    for (let point = 0x80; point < 0x2_0000; point += 1) {
      const letter = String.fromCodePoint(point);
      if (!isRightToLeft(letter)) continue;
      letters += 1;
      expect(quotationsIn(`> ${isolateLines(`“${letter}”`)}`)).toEqual([letter]);
    }
    expect(letters).toBeGreaterThan(2000);
    for (const other of ['1', 'é', '“', '文', 'ก', '٣']) expect(isRightToLeft(other)).toBe(false);
  });

  it('allows no isolate where nothing runs from right to left', () => {
    const honest = JSON.stringify(composed().components);
    expect(honest).not.toMatch(/[\u2066-\u2069]/);
    const components = JSON.parse(honest.replace(/> (“.*?”)/, '> \u2068$1\u2069'));
    expect(JSON.stringify(components)).not.toBe(honest);
    expect(disproof({ ...composed(), components }, library)).toMatch(/cannot be read/);
  });
});

describe('what is read back', () => {
  it('is undefined where Discord might show anything else', () => {
    for (const live of [
      '*a*',
      '_a_',
      '`a`',
      '~~a~~',
      '||a||',
      '<t:1>',
      '[a](b)',
      '@here',
      'https://a.b',
      ':a:',
    ]) {
      expect(displayed(live)).toBeUndefined();
    }
    for (const live of ['# a', '- a', '1. a', '> a', '-# a', 'b\n# a', '  - a']) {
      expect(displayed(live)).toBeUndefined();
    }
  });

  it('takes a quotation without its marks for none', () => {
    expect(quotationsIn('> no marks')).toEqual([undefined]);
    expect(quotationsIn('> “no end')).toEqual([undefined]);
    expect(quotationsIn('> no beginning”')).toEqual([undefined]);
    expect(quotationsIn('>>> “long”')).toEqual([undefined]);
    expect(quotationsIn('```\nnever closed')).toEqual([undefined]);
    expect(quotationsIn('no quotation')).toEqual([]);
  });
});
