import { describe, expect, it } from 'vitest';
import { blocksOfElement } from '../../../src/intake/html/blocks.ts';
import { parsedPage } from '../../../src/intake/html/dom.ts';
import { ownTextOf } from '../../../src/intake/html/text.ts';

const CHAPTER = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>
<body><h1>1<br/>The Ferry</h1><p>It was late.<span epub:type="pagebreak" id="p12">12</span> The <a id="f"/>ferry<sup>1</sup> was gone.</p>
<aside epub:type="footnote"><p>1 A steamer of 1904.</p></aside><p>“?!” he said, and she wai&#173;ted &amp; waited.</p></body></html>`;

describe('a chapter in XHTML', () => {
  const root = parsedPage(CHAPTER).documentElement;
  if (!root) throw new Error('no root');
  const { blocks, leftOut } = blocksOfElement(root);

  it('is read behind tags that close themselves, its notes as notes, its numbers of pages left out', () => {
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, pieces: ['1\nThe Ferry'] },
      { kind: 'paragraph', pieces: ['It was late.', ' The ferry1 was gone.'] },
      { kind: 'note', pieces: ['1 A steamer of 1904.'] },
      { kind: 'paragraph', pieces: ['“?!” he said, and she wai\u00adted & waited.'] },
    ]);
    expect(leftOut).toEqual([{ what: 'pageNumber', text: '12' }]);
  });
});

describe('the own text of a page', () => {
  it('is what stands between its tags, entities decoded, without scripts, styles and comments', () => {
    const text = ownTextOf(
      '<style>p{}</style><p title="a > b">One &amp; <b>t</b>wo<!-- <p>no --><script>if (a</p>) {}</script></p>3 < 4',
    );
    expect(text.split(/\s+/).filter((word) => word !== '')).toEqual(['One', '&', 'two', '3', '<', '4']);
  });

  it('goes on to the end where a comment or a script is never closed', () => {
    expect(ownTextOf('<p>One<!-- two').trim()).toBe('One');
    expect(ownTextOf('<p>One<script>two').trim()).toBe('One');
  });
});
