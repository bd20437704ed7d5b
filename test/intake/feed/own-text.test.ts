import { describe, expect, it } from 'vitest';
import type { EntryText } from '../../../src/intake/feed/entries.ts';
import { createOwnTexts } from '../../../src/intake/feed/own-text.ts';

const text = (element: string, markup: EntryText['markup'] = 'perhaps'): EntryText => ({
  value: '',
  markup,
  element,
  isWhole: true,
});
const ENTRY = { texts: [] };

describe('The own text of an entry', () => {
  it('is read from the characters of the feed, each entry from its own', () => {
    const feed = `<rss><channel><description>Of the channel.</description>
      <item><media:description>Of a picture.</media:description><description><![CDATA[<p title="</item>">5 &lt; 7 &amp; so on.</p>]]></description></item>
      <!-- <item><description>Not yet.</description></item> -->
      <item><description>&lt;p&gt;The &lt;b&gt;sec&lt;/b&gt;ond.&lt;/p&gt;</description><c:encoded>Whole &amp;amp; all.</c:encoded></item></channel></rss>`;
    const ownOf = createOwnTexts(feed, 2);
    expect(ownOf(0, ENTRY, text('description'))?.trim()).toBe('5 < 7 & so on.');
    expect(ownOf(1, ENTRY, text('description'))?.trim()).toBe('The second.');
    expect(ownOf(1, ENTRY, text('encoded'))).toBe('Whole & all.');
  });

  it('has the characters of XHTML decoded once', () => {
    const feed =
      '<feed><entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt;b&gt; is <![CDATA[a <tag> &amp;]]>.</p></div></content></entry></feed>';
    expect(createOwnTexts(feed, 1)(0, ENTRY, text('content', 'xhtml'))?.trim()).toBe(
      'A <b> is a <tag> &amp;.',
    );
  });

  it('of RSS 1.0 is found by what the entry is about', () => {
    const feed = `<rdf:RDF><item rdf:about="https://a.example/?a=1&amp;b=2"><description>One.</description></item><item rdf:about="https://a.example/2"><description>Two.</description></item></rdf:RDF>`;
    const ownOf = createOwnTexts(feed, 2);
    expect(ownOf(1, { ...ENTRY, about: 'https://a.example/?a=1&b=2' }, text('description'))).toBe('One.');
    expect(ownOf(0, { ...ENTRY, about: 'https://a.example/2' }, text('description'))).toBe('Two.');
  });

  it('is not known where entries were not told apart, or the element is not there', () => {
    const feed = '<rss><item><description>One.</description></item></rss>';
    expect(createOwnTexts(feed, 2)(0, ENTRY, text('description'))).toBeUndefined();
    expect(createOwnTexts(feed, 1)(0, ENTRY, text('summary'))).toBeUndefined();
    expect(createOwnTexts('{"items":[]}', 0)(0, ENTRY, text('description'))).toBeUndefined();
  });
});
