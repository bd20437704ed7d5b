import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { piecesOf, type SourceBlock, type SourceDocument } from '../../../src/intake/document.ts';
import { html } from '../../../src/intake/formats/html.ts';
import type { Source, SourceResponse } from '../../../src/intake/source.ts';

const STORM = [
  'The storm came ashore on Sunday night, an hour before high water, and took the roof of the ferry hall with it.',
  'By morning the harbor was full of timber, nets and two upturned boats, and nobody could say whose they were.',
  'The ferry will not sail before Thursday, its owners said, because the ramp on the island side has been torn off.',
  'On the island itself forty households are without power, and the school has opened its kitchen to all of them.',
];
const paragraphs = STORM.map((text) => `<p>${text}</p>`).join('\n');

function source(markup: string | Uint8Array, response?: Partial<SourceResponse>): Source {
  const bytes = typeof markup === 'string' ? new TextEncoder().encode(markup) : markup;
  if (!response) return { name: 'storm.html', bytes };
  return {
    name: 'https://daily.example/storm',
    bytes,
    response: {
      address: 'https://daily.example/storm',
      mediaType: 'text/html',
      headers: new Map(),
      ...response,
    },
  };
}

async function read(
  markup: string | Uint8Array,
  response?: Partial<SourceResponse>,
): Promise<SourceDocument> {
  const result = await html.read(source(markup, response), {});
  if ('problem' in result) throw new Error(result.problem);
  const [document] = result.value;
  if (!document) throw new Error('no document');
  return document;
}

async function problemOf(markup: string): Promise<string> {
  const result = await html.read(source(markup, {}), {});
  return 'problem' in result ? result.problem : 'none';
}

const textOf = (block: SourceBlock) => piecesOf(block).join('');
const textsOf = ({ blocks }: SourceDocument) => blocks.map(textOf);
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const article = (body: string) =>
  page(`<main><article><h1>Storm over the Bay</h1>${body}${paragraphs}</article></main>`);

/** Every piece stands in the own text of its page, white space aside. */
function expectFaithful({ blocks, own }: SourceDocument) {
  const bare = own.replace(/\s+/gu, '');
  for (const piece of blocks.flatMap(piecesOf)) expect(bare).toContain(piece.replace(/\s+/gu, ''));
}

describe('what is read of a page', () => {
  it('is the article, without the navigation, the teasers and the footer around it', async () => {
    const document = await read(
      page(`<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <div class="layout"><div class="story"><h1>Storm over the Bay</h1>${paragraphs}</div>
        <aside class="related"><h2>Most read</h2><ul><li><a href="/a">A whale was seen</a></li></ul></aside></div>
        <footer>© The Daily. All rights reserved.</footer>`),
    );
    expect(textsOf(document)).toEqual(STORM);
    expect(document.leftOut.map(({ text }) => text).join(' ')).toContain('Home Sport');
    expectFaithful(document);
  });

  it('begins with the opening paragraph that stands between the title and the rest', async () => {
    const lead =
      'A storm has cut the island off from the mainland, and the ferry will not sail before Thursday, its owners say.';
    const document = await read(
      page(`<header class="top"><h1>Storm over the Bay</h1></header><div class="lead-box"><p>${lead}</p></div>
        <div class="body-text"><div>${paragraphs}</div></div>`),
    );
    expect(textsOf(document)).toEqual([lead, ...STORM]);
  });

  it('holds all sections of an article of which one is longer than the others', async () => {
    const sections = ['Power', 'School', 'Ferry'].map(
      (name) =>
        `<section><h2>${name}</h2><p>The ${name.toLowerCase()} is what everybody on the island asks about first, and nobody knows.</p></section>`,
    );
    const document = await read(
      page(
        `<main><article><h1>Storm over the Bay</h1>${sections.join('')}<section><h2>Harbor</h2>${paragraphs}${paragraphs}</section></article></main>`,
      ),
    );
    const headings = document.blocks.filter(({ kind }) => kind === 'heading').map(textOf);
    expect(headings).toEqual(['Power', 'School', 'Ferry', 'Harbor']);
  });

  it('is headings, items with their numbers and depths, quotations and notes as printed', async () => {
    const document = await read(
      article(`<h2>What is known</h2><ol start="3"><li>Two boats sank.[2]<ul><li>One was the <b>Ann</b>a.</li></ul></li><li>No one drowned.</li></ol>
        <blockquote><p>We heard it before we saw it.</p></blockquote>`),
    );
    expect(document.blocks.slice(0, 5)).toEqual([
      { kind: 'heading', level: 2, pieces: ['What is known'] },
      { kind: 'item', pieces: ['Two boats sank.[2]'], depth: 0, number: 3 },
      { kind: 'item', pieces: ['One was the Anna.'], depth: 1 },
      { kind: 'item', pieces: ['No one drowned.'], depth: 0, number: 4 },
      { kind: 'paragraph', pieces: ['We heard it before we saw it.'], quoteDepth: 1 },
    ]);
  });

  it('keeps code as it is, with its language and without the numbers of its lines', async () => {
    const document = await read(
      article(
        '<pre><code class="language-js"><span class="ln">1</span>if (tide) {\n<span class="ln">2</span>  wait();\n<span class="ln">3</span>}</code></pre>',
      ),
    );
    expect(document.blocks[0]).toMatchObject({ kind: 'fence', info: 'js' });
    expect(textsOf(document)[0]).toBe('if (tide) {\n  wait();\n}');
    expectFaithful(document);
  });

  it('reads a table of data by its rows, and one that places parts of a page as those parts', async () => {
    const document = await read(
      article(`<table><caption>Tides on Sunday</caption><tr><th>Time</th><th>Height</th></tr><tr><td>21:04</td><td>4.1<br>meters</td></tr></table>
        <table><tr><td><p>${STORM[0]}</p><p>${STORM[1]}</p></td></tr></table>`),
    );
    expect(document.blocks.slice(0, 4)).toEqual([
      { kind: 'paragraph', pieces: ['Tides on Sunday'] },
      { kind: 'row', cells: [['Time'], ['Height']], opensTable: true },
      { kind: 'row', cells: [['21:04'], ['4.1 meters']], opensTable: false },
      { kind: 'paragraph', pieces: [STORM[0]] },
    ]);
  });

  it('parts words at the ends of blocks and nowhere else', async () => {
    const document = await read(
      article(
        '<div>foo</div><div>bar</div><div>stray <em>in</em>side<p>own</p>after</div><p>one<br>two<br><br>three</p>',
      ),
    );
    expect(textsOf(document).slice(0, 7)).toEqual([
      'foo',
      'bar',
      'stray inside',
      'own',
      'after',
      'one\ntwo',
      'three',
    ]);
  });

  it('keeps every character of the text: no-break spaces, entities, signs', async () => {
    const text =
      'It cost 12\u00a0000\u202fkr, “said” she — 5 < 6 & 7 > 3, a\u00adb, naïve ﬁsh, and <em> is a tag.';
    const markup = text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/\u00a0/g, '&nbsp;')
      .replace('“', '&#8220;')
      .replace('—', '&mdash;');
    const document = await read(article(`<p>${markup}</p>`));
    expect(textsOf(document)[0]).toBe(text);
    expectFaithful(document);
  });

  it('tells what it leaves out: hidden and struck text, forms, badges, marks to edit', async () => {
    const document = await read(
      article(`<h2>Ferry<span class="mw-editsection">[edit]</span><a class="headerlink" href="#ferry">¶</a></h2>
        <p>It sails <s>never</s> daily.<span style="display: none">secret words</span><span class="sr-only">for readers</span></p>
        <p><a href="/ci"><img src="https://img.shields.io/build.svg" alt="build passing"></a></p>
        <form><input type="email"><button>Subscribe now</button></form>`),
    );
    expect(textsOf(document).slice(0, 2)).toEqual(['Ferry', 'It sails daily.']);
    const told = document.leftOut.map(({ what, text }) => `${what}: ${text}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'surroundings: [edit]',
        'surroundings: ¶',
        'struck: never',
        'hidden: secret words',
        'hidden: for readers',
        'badge: ',
        'form: Subscribe now',
      ]),
    );
  });

  it('leaves a table of contents with its heading', async () => {
    const links = ['Power', 'School', 'Ferry']
      .map((name) => `<li><a href="#${name}">${name}</a></li>`)
      .join('');
    const document = await read(article(`<h2>Contents</h2><ul>${links}</ul>`));
    expect(textsOf(document)).toEqual(STORM);
    expect(document.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'contents', text: 'PowerSchoolFerry' },
        { what: 'contents', text: 'Contents' },
      ]),
    );
  });

  it('reads one copy of a formula, and none where a line loses what stands above and below', async () => {
    const document = await read(
      article(`<p>Where <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>h</mi><mo>=</mo><mn>4</mn></mrow><annotation>h=4</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">h=4</span></span> is the height.</p>
        <p>Its half <math><mfrac><mi>h</mi><mn>2</mn></mfrac></math> too.</p>`),
    );
    expect(textsOf(document).slice(0, 2)).toEqual(['Where h=4 is the height.', 'Its half too.']);
    expect(document.leftOut).toContainEqual({ what: 'formula', text: 'h2' });
  });

  it('is what React streams into a page and shows by a script', async () => {
    const document = await read(
      page(`<div>Loading</div><div hidden id="S:1"><main><h1>Storm</h1>${paragraphs}</main></div>`),
    );
    expect(textsOf(document)).toEqual(expect.arrayContaining(STORM));
  });

  it('is the README alone of a page of a repository', async () => {
    const document = await read(
      page(`<main><table><thead><tr><th>Name</th><th>Last commit</th></tr></thead><tr><td><a href="/src">src</a></td><td>3 days ago</td></tr></table>
        <article class="markdown-body"><h1>tidy</h1><p>Reads tide tables from the command line and tells when the water is high.</p>
        <h2>Install</h2><pre>npm install tidy</pre><p>Needs Node 18 or later.</p></article><div><h2>About</h2><h3>Releases</h3></div></main>`),
    );
    expect(textsOf(document).slice(-4)).toEqual([
      'Reads tide tables from the command line and tells when the water is high.',
      'Install',
      'npm install tidy',
      'Needs Node 18 or later.',
    ]);
  });

  it('is all posts of a thread of which one is longer than the others', async () => {
    const texts = [
      STORM.join(' '),
      'Who has seen the Anna? She lay at the east pier, and now she is gone.',
      'Thanks.',
    ];
    const posts = texts.map(
      (text) => `<div class="post"><div class="author">hein</div><div class="content">${text}</div></div>`,
    );
    const document = await read(page(`<h1>Storm</h1>${posts.join('')}`));
    expect(textsOf(document)).toEqual(expect.arrayContaining(texts));
  });

  it('keeps the notes that stand in the footer of an article', async () => {
    const document = await read(
      article('').replace(
        '</article>',
        '<div class="footnotes"><ol><li>The harbor office counts from midnight.</li></ol></div></article>',
      ),
    );
    expect(textsOf(document).at(-1)).toBe('The harbor office counts from midnight.');
  });
});

describe('the encoding of a page', () => {
  const curly = article('<p>“Nobody slept,” the smith’s widow said — and went on sweeping.</p>').replace(
    'utf-8',
    'windows-1252',
  );

  it('is the one that its meta element states', async () => {
    const document = await read(iconv.encode(curly, 'windows-1252'));
    expect(textsOf(document)[0]).toBe('“Nobody slept,” the smith’s widow said — and went on sweeping.');
  });

  it('is the one of the answer before that', async () => {
    const document = await read(
      iconv.encode(article('<p>嵐は日曜の夜に上陸した。</p>').replace('utf-8', 'windows-1252'), 'shift_jis'),
      { charset: 'shift_jis' },
    );
    expect(textsOf(document)[0]).toBe('嵐は日曜の夜に上陸した。');
  });
});

describe('what a page states of itself', () => {
  const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  it('is taken from JSON-LD, its publisher by reference, the title as the page prints it', async () => {
    const head = `<title>Storm over the Bay - The Daily</title><link rel="canonical" href="/2025/storm">
      ${linked({
        '@graph': [
          { '@type': 'Organization', '@id': '#org', name: 'The Daily' },
          {
            '@type': ['Article', 'NewsArticle'],
            headline: 'STORM OVER THE BAY',
            datePublished: '2025-11-16T09:05:00.000+0100',
            publisher: { '@id': '#org' },
          },
        ],
      })}<script type="application/ld+json">{broken</script>`;
    const { stated } = await read(
      page(`<article><h1>Storm over the Bay</h1>${paragraphs}</article>`, head),
      {},
    );
    expect(stated).toEqual({
      title: 'Storm over the Bay',
      publisher: 'The Daily',
      published: '2025-11-16T09:05:00+01:00',
      url: 'https://daily.example/2025/storm',
      lang: 'en',
    });
  });

  it('is never a description that the page prints nowhere', async () => {
    const head = `<title>New Bay - Wikipedia</title>${linked({ '@type': 'Article', headline: 'island in the north', name: 'New Bay' })}`;
    const { stated } = await read(page(`<main><h1>New Bay</h1>${paragraphs}</main>`, head));
    expect(stated.title).toBe('New Bay');
  });

  it('leaves the name of the site away from a title, and guesses no publisher', async () => {
    const named = await read(
      page(
        `<article>${paragraphs}</article>`,
        '<title>Storm | The Daily</title><meta property="og:site_name" content="The Daily">',
      ),
    );
    expect(named.stated).toMatchObject({ title: 'Storm', publisher: 'The Daily' });
    const unnamed = await read(page(`<article>${paragraphs}</article>`, '<title>Storm | The Daily</title>'));
    expect(unnamed.stated.title).toBe('Storm | The Daily');
    expect(unnamed.stated.publisher).toBeUndefined();
  });

  it('leaves dates away that are in no form of ISO 8601', async () => {
    const { stated } = await read(
      page(
        `<article>${paragraphs}</article>`,
        '<meta property="article:published_time" content="16 November 2025">',
      ),
    );
    expect(stated.published).toBeUndefined();
  });

  it('is what its publisher reserves, in a meta element or a header field', async () => {
    expect((await read(article(''))).reserved).toBeUndefined();
    expect(
      (await read(article('').replace('<head>', '<head><meta name="robots" content="index, noarchive">')))
        .reserved,
    ).toContain('noarchive');
    expect(
      (await read(article('').replace('<head>', '<head><meta name="tdm-reservation" content="1">'))).reserved,
    ).toContain('text and data mining');
    expect((await read(article(''), { headers: new Map([['tdm-reservation', '1']]) })).reserved).toContain(
      'text and data mining',
    );
    expect((await read(article(''), { headers: new Map([['x-robots-tag', 'noai']]) })).reserved).toContain(
      'noai',
    );
  });
});

describe('a page that is no article is refused with a sentence', () => {
  it.each([
    [
      'a check for robots',
      page(
        '<h1>daily.example</h1><p>Verifying you are human. This may take a few seconds.</p>',
        '<title>Just a moment...</title>',
      ),
    ],
    [
      'consent to cookies',
      page(
        '<div><h2>We value your privacy</h2><p>We and our partners store cookies on your device and process personal data.</p><button>Accept all</button></div>',
      ),
    ],
    [
      'a login',
      page(
        '<main><h1>Welcome back</h1><form><input name="user"><input type="password"><button>Log in</button></form></main>',
        '<title>The Daily</title>',
      ),
    ],
    [
      'must be paid for',
      page(
        `<article><h1>Storm</h1><p>${STORM[0]}</p></article>`,
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
      ),
    ],
    [
      'JavaScript',
      page(
        '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>',
      ),
    ],
    ['no text', page('<img src="/map.png">')],
  ])('%s', async (said, markup) => {
    const problem = await problemOf(markup);
    expect(problem).toContain(said);
    expect(problem).toMatch(/^The page [^.]+: .+\.$/);
  });

  it('but not an article about cookies, logins and robots, or one that is marked as paid and is all there', async () => {
    const about =
      'The site asked for consent to cookies, then for a login, and then it was checking your browser before it showed a line.';
    const whole = Array.from({ length: 4 }, () => paragraphs).join('');
    const paid =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    expect(
      await problemOf(page(`<article><h1>How sites greet us</h1><p>${about}</p>${whole}</article>`, paid)),
    ).toBe('none');
  });
});

describe('any page', () => {
  it('is read where it nests ten thousand deep', async () => {
    const document = await read(`<html><body>${'<div>'.repeat(10_000)}${paragraphs}`);
    expect(textsOf(document)).toEqual(STORM);
  });

  it('is read where its markup is broken', async () => {
    const document = await read(
      `<p title="a>b">${STORM[0]}<p>${STORM[1]}</div></span><li>${STORM[2]}<!-- never closed --><b>${STORM[3]}`,
    );
    expect(textsOf(document).join(' ')).toContain(STORM[3]);
    expectFaithful(document);
  });

  it('is recognized by its type, its name or its first tag', () => {
    expect(html.recognizes(source('anything', {}))).toBe(true);
    expect(html.recognizes(source('<html>', { mediaType: 'application/pdf' }))).toBe(false);
    expect(
      html.recognizes({ name: '-', bytes: new TextEncoder().encode('\n<!-- saved --><!DOCTYPE html><p>') }),
    ).toBe(true);
    expect(html.recognizes({ name: 'notes.md', bytes: new TextEncoder().encode('Of <b>markup</b>') })).toBe(
      false,
    );
  });
});
