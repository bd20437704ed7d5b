import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { piecesOf, type SourceDocument } from '../../../src/intake/document.ts';
import { feed } from '../../../src/intake/formats/feed.ts';
import type { Source } from '../../../src/intake/source.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function sourceOf(text: string | Uint8Array, address?: string): Source {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const response = { address: address ?? '', mediaType: 'application/xml', headers: new Map() };
  return { name: address ?? 'feed.xml', bytes, ...(address !== undefined && { response }) };
}

async function read(text: string | Uint8Array, address?: string): Promise<readonly SourceDocument[]> {
  const source = sourceOf(text, address);
  expect(feed.recognizes(source)).toBe(true);
  const documents = await feed.read(source, {});
  if ('problem' in documents) throw new Error(documents.problem);
  for (const document of documents.value) expectOwn(document);
  return documents.value;
}

/** Every piece stands in the own text, in order. */
function expectOwn({ blocks, own }: SourceDocument): void {
  const bare = own.replace(/\s+/g, '');
  let from = 0;
  for (const piece of blocks.flatMap(piecesOf)) {
    const at = bare.indexOf(piece.replace(/\s+/g, ''), from);
    expect(at, piece).toBeGreaterThanOrEqual(0);
    from = at + piece.replace(/\s+/g, '').length;
  }
}

const first = async (text: string, address?: string): Promise<SourceDocument> => {
  const [document] = await read(text, address);
  if (!document) throw new Error('There is no entry.');
  return document;
};

const textsOf = ({ blocks }: SourceDocument) =>
  blocks.map((block) => `${block.kind}: ${piecesOf(block).join('|')}`);

const rss = (channel: string, items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Harbor Post</title><link>https://harbor.example/</link>${channel}${items}</channel></rss>`;

const WORDPRESS = rss(
  '<language>en-US</language><atom:link href="https://harbor.example/feed/" rel="self"/>',
  `
  <item>
    <title>Ferry &#8220;Juno&#8221; ran aground &#038; was freed</title>
    <link>https://harbor.example/2025/11/ferry/</link>
    <dc:creator><![CDATA[Ada Berg]]></dc:creator>
    <pubDate>Sun, 16 Nov 2025 08:05:00 +0000</pubDate>
    <guid isPermaLink="false">https://harbor.example/?p=17</guid>
    <description><![CDATA[<p>The ferry ran aground on Sunday at five. Nobody was hurt, the owner [&#8230;]</p>
<p>The post <a href="https://harbor.example/2025/11/ferry/">Ferry</a> appeared first on <a href="https://harbor.example">The Harbor Post</a>.</p>]]></description>
    <content:encoded><![CDATA[
<p>The ferry ran aground on Sunday at five. Nobody was hurt, the owner said, &amp; the tide freed her.</p>
<!-- wp:heading --><h2>What comes next</h2>
<figure><img src="a.jpg" alt="The ferry"/></figure>
<ul><li>A diver looks at the hull.</li><li>The <em>Juno</em> sails again on Friday.</li></ul>
<p>The post <a href="https://harbor.example/2025/11/ferry/">Ferry</a> appeared first on <a href="https://harbor.example">The Harbor Post</a>.</p>
]]></content:encoded>
  </item>
  <item>
    <title>A short note</title>
    <link>https://harbor.example/2025/11/note/</link>
    <description>Only the beginning is here.</description>
  </item>`,
);

describe('A feed in RSS', () => {
  it('is its entries in its order, each with its text rather than with the cut copy beside it', async () => {
    const [ferry, note] = await read(WORDPRESS);
    expect(ferry && textsOf(ferry)).toEqual([
      'paragraph: The ferry ran aground on Sunday at five. Nobody was hurt, the owner said, & the tide freed her.',
      'heading: What comes next',
      'item: A diver looks at the hull.',
      'item: The Juno sails again on Friday.',
    ]);
    expect(note && textsOf(note)).toEqual(['paragraph: Only the beginning is here.']);
  });

  it('states title, publisher, date, address and language as they are there', async () => {
    const [ferry] = await read(WORDPRESS);
    expect(ferry?.stated).toEqual({
      title: 'Ferry “Juno” ran aground & was freed',
      publisher: 'The Harbor Post',
      published: '2025-11-16T08:05Z',
      url: 'https://harbor.example/2025/11/ferry/',
      lang: 'en-US',
    });
  });

  it('tells what programs put around an entry, and its copy', async () => {
    const [ferry] = await read(WORDPRESS);
    expect(ferry?.leftOut).toContainEqual({
      what: 'surroundings',
      text: expect.stringMatching(/^The post Ferry appeared first on The Harbor Post ?\.$/),
    });
    expect(ferry?.leftOut.map(({ what }) => what)).toEqual(expect.arrayContaining(['image', 'duplicate']));
  });

  it('leads to the page of an entry that holds only a summary', async () => {
    const [ferry, note] = await read(WORDPRESS);
    expect(ferry).not.toHaveProperty('elsewhere');
    expect(note?.elsewhere).toBe('https://harbor.example/2025/11/note/');
  });

  it('takes the description where it is the longer one, and where it is all', async () => {
    const longer = await first(
      rss(
        '',
        `<item><link>https://harbor.example/a</link><description>&lt;p&gt;The first paragraph.&lt;/p&gt;&lt;p&gt;The second paragraph.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<img src="a.jpg"><p>Photo</p>]]></content:encoded></item>`,
      ),
    );
    expect(textsOf(longer)).toEqual(['paragraph: The first paragraph.', 'paragraph: The second paragraph.']);
    expect(longer).not.toHaveProperty('elsewhere');
  });

  it('keeps every character of a text, however it is escaped', async () => {
    const escapings = [
      '<description>&lt;p&gt;5 &amp;lt; 7 &amp;amp; “7” &#8211; Tom&amp;#8217;s &lt;i&gt;A&lt;/i&gt;B&lt;/p&gt;</description>',
      '<description><![CDATA[<p>5 &lt; 7 &amp; “7” – Tom’s <i>A</i>B</p>]]></description>',
      '<description><![CDATA[<p>5 &lt; 7 &amp; “7” ]]><![CDATA[– Tom&#x2019;s <i>A</i>B</p>]]></description>',
      '<description>&amp;lt;p&amp;gt;5 &amp;amp;lt; 7 &amp;amp;amp; “7” – Tom’s &amp;lt;i&amp;gt;A&amp;lt;/i&amp;gt;B&amp;lt;/p&amp;gt;</description>',
      '<description>5 &lt; 7 &amp; “7” &ndash; Tom’s AB</description>',
      '<description><!-- none --><![CDATA[5 < 7 & “7” – Tom’s AB]]></description>',
    ];
    for (const description of escapings) {
      const document = await first(rss('', `<item>${description}</item>`));
      expect(textsOf(document), description).toEqual(['paragraph: 5 < 7 & “7” – Tom’s AB']);
    }
  });

  it('reads plain text as paragraphs between blank lines', async () => {
    const document = await first(
      rss(
        '',
        '<item><description>\n  The first line\n  goes on.\n\n  A type List&lt;Text&gt; is kept.\n</description></item>',
      ),
    );
    expect(textsOf(document)).toEqual([
      'paragraph: The first line goes on.',
      'paragraph: A type List<Text> is kept.',
    ]);
  });

  it('leaves out a last link to the entry itself, whatever its words are, and goes on there', async () => {
    const document = await first(
      rss(
        '',
        `<item><link>https://harbor.example/a?utm_source=feed</link><description><![CDATA[<p>The mayor resigned.</p>
        <p>She gave no reason. <a href="https://harbor.example/a">Weiterlesen →</a></p>]]></description></item>`,
      ),
    );
    expect(textsOf(document)).toEqual(['paragraph: The mayor resigned.', 'paragraph: She gave no reason.']);
    expect(document.elsewhere).toBe('https://harbor.example/a?utm_source=feed');
    const sentence = await first(
      rss(
        '',
        `<item><link>https://harbor.example/a</link><description><![CDATA[<p>All of it is <a href="https://harbor.example/a">here</a>.</p>]]></description></item>`,
      ),
    );
    expect(textsOf(sentence)).toEqual(['paragraph: All of it is here.']);
  });

  it('leaves out paragraphs that are one link to the entry itself, and keeps what leads to its notes', async () => {
    const link = 'https://harbor.example/a';
    const document = await first(
      rss(
        '',
        `<item><link>${link}</link><content:encoded><![CDATA[<p>The ice came early.<a href="#note">1</a></p>
        <p><a href="${link}?utm_source=feed&amp;action=share"><span>Teilen</span></a></p><p>Ships stood still, says <a href="${link}">this log</a> too.</p>
        <p id="note">See the yearbook. <a href="#back">↩</a></p>]]></content:encoded></item>`,
      ),
    );
    expect(textsOf(document).join(' ')).toMatch(/early\.1.*still, says this log too\..*yearbook\./);
    expect(textsOf(document).join(' ')).not.toMatch(/Teilen/);
    expect(document.leftOut).toContainEqual({ what: 'surroundings', text: 'Teilen' });
    const alone = await first(
      rss(
        '',
        `<item><link>${link}</link><description><![CDATA[<p><a href="${link}">All of it</a></p>]]></description></item>`,
      ),
    );
    expect(textsOf(alone)).toEqual(['paragraph: All of it']);
  });

  it('does not take the title of a thread for its publisher', async () => {
    const { stated } = await first(
      rss(
        '',
        '<item><title>Reefing</title><source url="https://harbor.example/t/1.rss">Reefing</source><description>A text.</description></item>',
      ),
    );
    expect(stated).toEqual({ title: 'Reefing', publisher: 'The Harbor Post' });
  });

  it('keeps a title that speaks of tags, and takes marks of emphasis away', async () => {
    const titles = [
      'The &lt;div&gt; element',
      'R &amp; D',
      'The <![CDATA[<em>Juno</em>]]> sails',
      'Tom&amp;#8217;s boat',
    ];
    const documents = await read(
      rss(
        '',
        titles
          .map((title) => `<item><title>${title}</title><description>A text.</description></item>`)
          .join(''),
      ),
    );
    expect(documents.map(({ stated }) => stated.title)).toEqual([
      'The <div> element',
      'R & D',
      'The Juno sails',
      'Tom’s boat',
    ]);
  });

  it('names the source of an entry that another feed gathered, and that feed as through whom it came', async () => {
    const { stated } = await first(
      rss(
        '',
        '<item><title>A</title><source url="https://bay.example/feed">The Bay</source><description>A text.</description></item>',
      ),
    );
    expect(stated).toMatchObject({ publisher: 'The Bay', via: 'The Harbor Post' });
  });

  it('takes a permanent identifier for the address where there is no link', async () => {
    const items = [
      '<item><guid>https://harbor.example/a</guid><description>A text.</description></item>',
      '<item><guid isPermaLink="false">https://harbor.example/?p=1</guid><description>A text.</description></item>',
      '<item><guid>urn:uuid:1</guid><description>A text.</description></item>',
      '<item><link>/b</link><description>A text.</description></item>',
      '<item><link>javascript:alert(1)</link><description>A text.</description></item>',
    ];
    const documents = await read(rss('', items.join('')));
    expect(documents.map(({ stated }) => stated.url)).toEqual([
      'https://harbor.example/a',
      undefined,
      undefined,
      'https://harbor.example/b',
      undefined,
    ]);
  });

  it('is read as RSS 0.91 and as RSS 1.0, in the order that it lists', async () => {
    const old = await first(
      `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [<!ENTITY nbsp "&#160;">]>
      <rss version="0.91"><channel><title>The Harbor Post</title><language>en_us</language><item><title>A</title><description>A text.</description></item></channel></rss>`,
    );
    expect(old.stated).toEqual({ title: 'A', publisher: 'The Harbor Post', lang: 'en-US' });
    const rdf =
      await read(`<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel rdf:about="https://harbor.example/"><title>The Harbor Post</title><link>https://harbor.example/</link><dc:language>de</dc:language>
      <items><rdf:Seq><rdf:li resource="https://harbor.example/1"/><rdf:li resource="https://harbor.example/2"/></rdf:Seq></items></channel>
      <item rdf:about="https://harbor.example/2"><title>Zwei</title><link>https://harbor.example/2</link><description>Der zweite.</description></item>
      <item rdf:about="https://harbor.example/1"><title>Eins</title><link>https://harbor.example/1</link><dc:date>2025-11-16T09:05:00+01:00</dc:date><content:encoded><![CDATA[<p>Der erste.</p>]]></content:encoded></item>
      </rdf:RDF>`);
    expect(rdf.map(({ stated }) => stated.title)).toEqual(['Eins', 'Zwei']);
    expect(rdf.map(textsOf)).toEqual([['paragraph: Der erste.'], ['paragraph: Der zweite.']]);
    expect(rdf[0]?.stated).toMatchObject({ published: '2025-11-16T09:05+01:00', lang: 'de' });
  });
});

const atom = (entries: string, head = '') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Notes &amp;amp; Tides</title>
  <link rel="self" href="https://tides.example/atom.xml"/><link href="https://tides.example/"/>${head}${entries}</feed>`;

describe('A feed in Atom', () => {
  it('is read whether its text is HTML, XHTML or plain', async () => {
    const documents = await read(
      atom(`
      <entry><title>A</title><content type="html">&lt;h3&gt;High water&lt;/h3&gt;&lt;p&gt;5 &amp;lt; 7 &amp;amp; so on.&lt;/p&gt;</content></entry>
      <entry><title>B</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h3 id="h"/><h3>High water</h3><p>5 &lt; 7 &amp; <em>so</em> on.<br/>A <code>&lt;div&gt;</code> here.</p></div></content></entry>
      <entry><title>C</title><content type="text">5 &lt; 7 &amp; so on. A &lt;div&gt; here.

Another paragraph.</content></entry>
      <entry><title>E</title><content type="html">Write &amp;lt;b&amp;gt; for bold and &amp;lt;/b&amp;gt; behind it.</content></entry>
      <entry><title>D</title><content>&lt;p&gt;Said to be plain, as many feeds do.&lt;/p&gt;</content></entry>`),
    );
    expect(documents.map(textsOf)).toEqual([
      ['heading: High water', 'paragraph: 5 < 7 & so on.'],
      ['heading: High water', 'paragraph: 5 < 7 & so on.\nA <div> here.'],
      ['paragraph: 5 < 7 & so on. A <div> here.', 'paragraph: Another paragraph.'],
      ['paragraph: Write <b> for bold and </b> behind it.'],
      ['paragraph: Said to be plain, as many feeds do.'],
    ]);
  });

  it('states when an entry was published, and nothing where it says only when it was changed', async () => {
    const documents = await read(
      atom(`
      <entry><title type="html">&lt;em&gt;High&lt;/em&gt; water</title><link rel="enclosure" href="https://tides.example/a.mp3"/><link rel="alternate" type="text/html" href="2025/a"/>
      <published>2025-11-16T09:05:00+01:00</published><updated>2025-12-01T00:00:00Z</updated><content type="html" xml:lang="de">Ebbe.</content></entry>
      <entry><title>B</title><updated>2025-12-01T00:00:00Z</updated><summary>Low water.</summary></entry>`),
    );
    expect(documents.map(({ stated }) => stated)).toEqual([
      {
        title: 'High water',
        publisher: 'Notes & Tides',
        published: '2025-11-16T09:05+01:00',
        url: 'https://tides.example/2025/a',
        lang: 'de',
      },
      { title: 'B', publisher: 'Notes & Tides', lang: 'en' },
    ]);
  });

  it('leads to where the text of an entry is, relative to its base', async () => {
    const document = await first(
      atom(
        '<entry xml:base="https://tides.example/2025/"><title>A</title><link href="a.html"/><summary>In short.</summary><content type="text/html" src="a.txt"/></entry>',
      ),
    );
    expect(document.stated.url).toBe('https://tides.example/2025/a.html');
    expect(document.elsewhere).toBe('https://tides.example/2025/a.txt');
    expect(textsOf(document)).toEqual(['paragraph: In short.']);
  });

  it('names the source of an entry that a planet gathered', async () => {
    const { stated } = await first(
      atom(
        '<entry><title>A</title><content type="html">Text.</content><source><title>Anna’s log</title></source></entry>',
      ),
    );
    expect(stated).toMatchObject({ publisher: 'Anna’s log', via: 'Notes & Tides' });
  });
});

describe('A JSON Feed', () => {
  const items = [
    {
      id: '2',
      url: 'https://log.example/2',
      title: 'Two &amp; more',
      content_html: '<p>The <b>second</b> text.</p>',
      content_text: 'The second text.',
      date_published: '2025-11-16T09:05:00-05:00',
      language: 'fr',
    },
    { id: '1', content_text: 'A <b> is a tag.\nIn two lines.\n\nAnd two paragraphs.' },
    { id: '0', url: 'https://log.example/0', summary: 'In short.' },
  ];

  it('is its items, in HTML before plain text, with its version at its end as well', async () => {
    const documents = await read(
      JSON.stringify({ items, title: 'A log', language: 'en', version: 'https://jsonfeed.org/version/1.1' }),
    );
    expect(documents.map(textsOf)).toEqual([
      ['paragraph: The second text.'],
      ['paragraph: A <b> is a tag.\nIn two lines.', 'paragraph: And two paragraphs.'],
      ['paragraph: In short.'],
    ]);
    expect(documents.map(({ stated }) => stated)).toEqual([
      {
        title: 'Two & more',
        publisher: 'A log',
        published: '2025-11-16T09:05-05:00',
        url: 'https://log.example/2',
        lang: 'fr',
      },
      { publisher: 'A log', lang: 'en' },
      { publisher: 'A log', url: 'https://log.example/0', lang: 'en' },
    ]);
    expect(documents.map(({ elsewhere }) => elsewhere)).toEqual([
      undefined,
      undefined,
      'https://log.example/0',
    ]);
  });
});

describe('A feed', () => {
  const entry = '<item><title>Fähre</title><description>Die Fähre legte “pünktlich” ab.</description></item>';

  it('is read behind blank lines, marks of the byte order, comments and instructions', async () => {
    for (const before of [
      '\n\n',
      '\uFEFF',
      '\uFEFF\n ',
      '<!-- made by hand -->\n',
      '<?xml-stylesheet href="a.xsl"?>\n',
    ]) {
      expect(textsOf(await first(before + rss('', entry))), JSON.stringify(before)).toHaveLength(1);
    }
  });

  it('is read in the encoding that its declaration states', async () => {
    const markup = rss('', entry).replace('UTF-8', 'windows-1252');
    const [document] = await read(new Uint8Array(iconv.encode(markup, 'windows-1252')));
    expect(document && textsOf(document)).toEqual(['paragraph: Die Fähre legte “pünktlich” ab.']);
    const cyrillic = rss('', '<item><description>Паром отошёл вовремя.</description></item>').replace(
      'UTF-8',
      'koi8-r',
    );
    const [other] = await read(new Uint8Array(iconv.encode(cyrillic, 'koi8-r')));
    expect(other && textsOf(other)).toEqual(['paragraph: Паром отошёл вовремя.']);
  });

  it('has relative addresses against where it was fetched', async () => {
    const bare = `<rss version="2.0"><channel><title>A</title><item><link>b</link><description>Text.</description></item></channel></rss>`;
    expect((await first(bare, 'https://harbor.example/news/feed')).stated.url).toBe(
      'https://harbor.example/news/b',
    );
  });

  it('is told from other XML, HTML and JSON', () => {
    for (const text of [
      '<!doctype html><html><body><rss></body></html>',
      '<?xml version="1.0"?><opml version="2.0"></opml>',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/"></rdf:RDF>',
      '<feedback>No.</feedback>',
      '{"version": "1.0", "items": []}',
      '# <rss>',
      'An article about <rss version="2.0">.',
      '',
    ]) {
      expect(feed.recognizes(sourceOf(text)), text).toBe(false);
    }
  });

  it('without entries, or that is broken, is told in a sentence', async () => {
    expect(await feed.read(sourceOf(rss('', '')), {})).toEqual({
      problem: 'The feed has no entries: try again when it has some.',
    });
    for (const text of [
      '<rss version="2.0">',
      '<feed xmlns="http://www.w3.org/2005/Atom"/>',
      '{"version":"https://jsonfeed.org/version/1',
      '',
    ]) {
      expect(await feed.read(sourceOf(text), {}), text).toEqual({
        problem: expect.stringMatching(/^The feed cannot be read: .+\.$/),
      });
    }
  });
});
