import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/page/citation.ts';
import { WORDS } from '../../src/reply/words.ts';
import { lampOf } from './articles.ts';

const ADDRESS = 'https://harbor.example/lamp';
const HOSTILE = 'It costs 5 % & $3_000 #1 {now} ~or~ never^2 \\ *today* [here](x) <b>.';

function cite(text: string, more = {}) {
  const article = lampOf(more, text);
  return citationOf({ article, first: 0, last: 0 }, ADDRESS, WORDS['en-US']);
}

describe('A citation', () => {
  it('as text has the words, the title, the layers of attribution, the place and the address', () => {
    expect(cite('It rained.', { via: 'Newswire' }).text).toBe(
      '“It rained.” The keepers of the lamp. The Harbor Post via Newswire, 2025-11-16, as retrieved on 2026-12-01. sentence 1. https://harbor.example/lamp',
    );
  });

  it('in Markdown reads as its words, whatever they hold', () => {
    const tree = fromMarkdown(cite(HOSTILE).markdown);
    const [quote, source] = tree.children;
    expect(quote).toMatchObject({
      type: 'blockquote',
      children: [{ children: [{ type: 'text', value: HOSTILE }] }],
    });
    expect(source).toMatchObject({ type: 'paragraph', children: [{}, { type: 'link', url: ADDRESS }, {}] });
  });

  it('for BibTeX escapes what LaTeX would take for commands', () => {
    const { bibtex } = cite(HOSTILE, { title: 'R&D {for} 100 %' });
    expect(bibtex).toContain('title = {R\\&D \\{for\\} 100 \\%}');
    expect(bibtex).toContain(
      '5 \\% \\& \\$3\\_000 \\#1 \\{now\\} \\textasciitilde{}or\\textasciitilde{} never\\textasciicircum{}2 \\textbackslash{}',
    );
    const depth = [...bibtex.replace(/\\[{}]/g, '')].reduce(
      (open, character) => open + (character === '{' ? 1 : character === '}' ? -1 : 0),
      0,
    );
    expect(depth).toBe(0);
  });

  it('for BibTeX has a key of letters and digits, whatever the id', () => {
    expect(cite('It rained.', { id: '+é k/1' }).bibtex).toMatch(/^@online\{k-1-s1,\n/);
    expect(cite('下了雨。', { id: '灯' }).bibtex).toMatch(/^@online\{article-s1,\n/);
  });
});
