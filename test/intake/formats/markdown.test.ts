import { describe, expect, it } from 'vitest';
import { piecesOf, type SourceBlock, type SourceDocument } from '../../../src/intake/document.ts';
import { fidelityOf } from '../../../src/intake/fidelity.ts';
import { markdown, markdownDocument } from '../../../src/intake/formats/markdown.ts';
import type { Source } from '../../../src/intake/source.ts';

/** One line a block: `h2 Usage`, `p Words`, `- item`, `1. item`, `code …`, `row a | b`, `note …`; `>` for each block quote. */
function told(block: SourceBlock): string {
  const words = piecesOf(block).join('');
  const quotes = 'quoteDepth' in block ? '>'.repeat(block.quoteDepth ?? 0) : '';
  switch (block.kind) {
    case 'heading':
      return `h${block.level} ${words}`;
    case 'paragraph':
      return `${quotes}p ${words}`;
    case 'item':
      return `${quotes}${'  '.repeat(block.depth)}${block.number === undefined ? '-' : `${block.number}.`} ${words}`;
    case 'fence':
      return `${quotes}code${block.info === undefined ? '' : ` ${block.info}`}: ${words}`;
    case 'row':
      return `${quotes}${block.opensTable ? 'head' : 'row'} ${block.cells.map((cell) => cell.join('')).join(' | ')}`;
    case 'note':
      return `note ${words}`;
  }
}

/** What becomes of a text; each block has been found in its source. */
async function read(
  text: string,
  ending?: string,
): Promise<{ readonly lines: readonly string[]; readonly document: SourceDocument }> {
  const document = await markdownDocument(text, ending);
  const isFaithful = fidelityOf(document);
  expect(document.blocks.filter((block) => !isFaithful(block))).toEqual([]);
  return { lines: document.blocks.map(told), document };
}

const linesOf = async (text: string, ending?: string) => (await read(text, ending)).lines;
const source = (name: string, text = ''): Source => ({ name, bytes: Buffer.from(text) });

describe('Markdown', () => {
  it('keeps the words of links, emphasis and code, and drops their marks', async () => {
    expect(
      await linesOf(
        'Run **`npm install`** as the [*guide*](https://example.org/guide "How to") says, or see [the notes][n].\n\n[n]: notes.md',
      ),
    ).toEqual(['p Run npm install as the guide says, or see the notes.']);
  });

  it.each([
    '1990. The year began with a storm.',
    '14. Juli 1789 begann alles.',
    'A box of 5*3*2 meters, as in M*A*S*H and 2**10 or 3**4.',
    'The name snake_case_name and a*b*c stay.',
    'About ~5 to ~10 of them, and [foo] without a definition.',
    'Headings of [Setext] [1] and [atx] [2] kinds.',
  ])('keeps the characters that are no marks: %s', async (text) => {
    expect(await linesOf(text)).toEqual([`p ${text}`]);
  });

  it('takes marks of emphasis away where no spaces stand between words', async () => {
    expect(await linesOf('这是**重要**的文字。')).toEqual(['p 这是重要的文字。']);
  });

  it('prints a character that is escaped, and decodes and counts entities', async () => {
    const { lines, document } = await read(
      'Not \\*emphasis\\*, &copy; 2024 by R&amp;D&nbsp;Ltd., but `&lt;` as code.',
    );
    expect(lines).toEqual(['p Not *emphasis*, © 2024 by R&D\u00a0Ltd., but &lt; as code.']);
    expect(document.changes).toEqual({ entities: 3 });
  });

  it('leaves struck words, images, badges, comments and definitions out, and tells them', async () => {
    const { lines, document } = await read(
      'Price: ~~9~~ 7. ![A chart](chart.png)\n\n[![build](https://img.shields.io/x.svg)](https://ci.example)\n\n<!-- prettier-ignore -->\n\n[a]: https://example.org',
    );
    expect(lines).toEqual(['p Price:  7.']);
    expect(document.leftOut).toEqual(
      expect.arrayContaining([
        { what: 'struck', text: '~~9~~' },
        { what: 'image', text: 'A chart' },
        { what: 'badge', text: 'build' },
        { what: 'comment', text: '<!-- prettier-ignore -->' },
        { what: 'definition', text: '[a]: https://example.org' },
      ]),
    );
  });

  it('keeps marks of notes as printed, and their texts', async () => {
    expect(
      await linesOf(
        'It sank.[^2] So it says [3] and [4](#n4).\n\n[^2]: Smith, *Ships*, p. 7.\n\n    More of it.\n\n[3]: Ibid.',
      ),
    ).toEqual([
      'p It sank.[^2] So it says [3] and [4].',
      'note [^2]: Smith, Ships, p. 7.',
      'note More of it.',
      'note [3]: Ibid.',
    ]);
  });

  it('takes a table of contents out with its heading, and links back to it', async () => {
    const { lines, document } = await read(
      '# Pump\n\n## Contents\n\n- [Use](#use)\n  - [At night](#night)\n- [Care](#care)\n\n## Use\n\nTurn it.\n\n[⬆ back to top](#pump)\n\n## Care\n\n- [Oil](#use) it daily.\n- Dry it.',
    );
    expect(lines).toEqual(['h2 Use', 'p Turn it.', 'h2 Care', '- Oil it daily.', '- Dry it.']);
    expect(document.leftOut.filter(({ what }) => what === 'contents')).toHaveLength(2);
  });

  it('reads prose within HTML, with Markdown in it, and drops the tags', async () => {
    expect(
      await linesOf(
        '<h1 align="center">Pump <img src="x.svg"></h1>\n<p align="center"><b>Quiet</b> water<br>\nfor <a href="https://x.example">all</a></p>\n\n<details>\n<summary>More</summary>\n\nIt *runs*.\n\n</details>\n\n<ul><li>one</li><li>two</li></ul>\n\nPress <kbd>Ctrl</kbd>.',
      ),
    ).toEqual(['p Quiet water\nfor all', 'p More', 'p It runs.', '- one', '- two', 'p Press Ctrl.']);
  });

  it('reads tables of HTML as rows, and those that only place things as paragraphs', async () => {
    expect(
      await linesOf(
        '<table><tr><th>Part</th><th>Size</th></tr>\n<tr><td>Rod</td><td>3 &lt; 4</td></tr></table>\n\n<table><tr><td>\n\nAlone *here*.\n\n</td></tr></table>',
      ),
    ).toEqual(['head Part | Size', 'row Rod | 3 < 4', 'p Alone here.']);
  });

  it('keeps placeholders in angle brackets, which are no elements', async () => {
    expect(await linesOf('Call get<T>() with <remote> and <branch>.')).toEqual([
      'p Call get<T>() with <remote> and <branch>.',
    ]);
  });

  it('keeps code whole, as code', async () => {
    expect(
      await linesOf(
        '```js title="a.js"\nconst a = "[x](y)"; // <!-- no -->\n\nimport b from "b";\n```\n\n    indented\n      more\n\n> - item\n>   ```\n>   quoted\n>   ```\n\n<pre>a &lt; <b>b</b></pre>\n\n{% highlight ruby %}\nputs "*x*"\n{% endhighlight %}',
      ),
    ).toEqual([
      'code js title="a.js": const a = "[x](y)"; // <!-- no -->\n\nimport b from "b";',
      'code: indented\n  more',
      '>- item',
      '>code: quoted',
      'code: a < b',
      'code: puts "*x*"',
    ]);
  });

  it('reads MDX: text within components, without imports and expressions', async () => {
    expect(
      await linesOf(
        "import Tabs from '@theme/Tabs';\n\nexport const meta = {\n  a: 1,\n\n  b: 2,\n};\n\n# Setup {#setup}\n\n<Tabs>\n  <TabItem value=\"npm\" style={{ color: 'red' }}>\n    Text of *npm* here.\n  </TabItem>\n</Tabs>\n\n{/* nothing */}\n\n:::tip Good to know\nA hint.\n:::\n\n<Parts.Root />",
        'mdx',
      ),
    ).toEqual(['p Text of npm here.', 'p Good to know', 'p A hint.']);
  });

  it('reads frames of other renderers as paragraphs', async () => {
    expect(
      await linesOf(
        '> [!NOTE]\n> Mind the step.\n\n!!! warning "Hot"\n    Do not touch.\n\n    Not even once.\n\n/// tip | Shortcut\n\nGo left.\n\n///\n\n{{< figure src="a.png" >}}\n\nSee [[Page|the words]] of {% include x %} wikis.',
      ),
    ).toEqual([
      '>p Mind the step.',
      'p Hot',
      'p Do not touch.',
      'p Not even once.',
      'p Shortcut',
      'p Go left.',
      'p See the words of  wikis.',
    ]);
  });

  it('keeps lists with their depth, their numbers and their further paragraphs', async () => {
    expect(
      await linesOf('3. three\n4. four\n   - [x] done\n   - [ ] open\n\n   Still four.\n\n* five'),
    ).toEqual(['3. three', '4. four', '  - done', '  - open', 'p Still four.', '- five']);
  });

  it('makes headings of any kind their text alone', async () => {
    expect(
      await linesOf(
        '# A\n\n# B\n\n## [6.2.0](https://example.org/compare/6.1...6.2) (2024-03-01) ##\n\n### [6.1.0] - 2024-02-01\n\nUnder\n-----\n\n#### <a name="x"></a>Named [#](#x)\n\nNo heading, but\ntwo lines over a rule.\n---\n\n[6.1.0]: https://example.org/6.1.0',
      ),
    ).toEqual([
      'h1 B',
      'h2 6.2.0 (2024-03-01)',
      'h3 6.1.0 - 2024-02-01',
      'h2 Under',
      'h4 Named',
      'p No heading, but two lines over a rule.',
    ]);
  });

  it('reads rows of tables, whatever stands in their cells', async () => {
    expect(await linesOf('| A | B \\| C |\n|---|:-:|\n| [l](u) | `x \\| y`<br>z |\n| ![i](u) | |')).toEqual([
      'head A | B | C',
      'row l | x | y z',
    ]);
  });

  it('states what front matter says, in YAML and TOML, else the first heading', async () => {
    const stated = async (text: string) => (await read(text)).document.stated;
    expect(
      await stated(
        '---\ntitle: "A: B"\ndate: 2024-03-01 10:30:00 +0800\nlanguage: zh_CN\ncanonical: https://example.org/a\nsource: The Paper\ntags: [x]\n---\n# Other\n',
      ),
    ).toEqual({
      title: 'A: B',
      published: '2024-03-01T10:30',
      lang: 'zh-CN',
      url: 'https://example.org/a',
      publisher: 'The Paper',
    });
    expect(
      await stated(
        '+++\ntitle = "A \\"B\\""\ndate = 2024-03-01T10:30:00Z\n[params]\nurl = "https://no.example"\n+++\nText.',
      ),
    ).toEqual({
      title: 'A "B"',
      published: '2024-03-01T10:30',
    });
    expect(await stated('Intro.\n\n# Only *one*\n\n## Two')).toEqual({ title: 'Only one' });
    expect(await stated('## None\n\n# One\n\n# Two')).toEqual({});
  });

  it('reads lines that end with carriage returns', async () => {
    expect(await linesOf('## A\r\rOne\r\r- two\r- three')).toEqual(['h2 A', 'p One', '- two', '- three']);
  });

  it('is known by its name, its media type, or from standard input by its marks', () => {
    expect(['a.md', 'b.MARKDOWN', 'c.mdx'].every((name) => markdown.recognizes(source(name)))).toBe(true);
    expect(markdown.recognizes(source('a.txt', '# Heading'))).toBe(false);
    expect(markdown.recognizes(source('-', 'Words.\n\n## Heading\n'))).toBe(true);
    expect(markdown.recognizes(source('-', 'Words and [link](https://example.org).'))).toBe(true);
    expect(markdown.recognizes(source('-', 'Plain words, 5 * 3.'))).toBe(false);
    const response = {
      address: 'https://example.org/readme',
      mediaType: 'text/markdown',
      headers: new Map(),
    };
    expect(markdown.recognizes({ ...source('https://example.org/readme'), response })).toBe(true);
  });
});
