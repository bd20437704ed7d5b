import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runAdd } from '../../../src/console/adding/run-add.ts';
import { readArguments } from '../../../src/console/arguments.ts';

let folder: string;
let corpus: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-add-'));
  corpus = join(folder, 'corpus');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program where nobody can be asked. */
function run(args: readonly string[], input = ''): Promise<Ended> {
  const { PATH } = process.env;
  const program = spawn(process.execPath, ['dist/src/main.js', ...args, '--corpus', corpus], {
    env: { PATH, DISCORD_TOKEN: '' },
  });
  let out = '';
  let err = '';
  program.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  program.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  program.stdin.on('error', () => {});
  program.stdin.end(input);
  return new Promise((done) => program.on('close', (status) => done({ status, out, err })));
}

const STORM = `<!doctype html><html lang="en"><head><title>Storm over the Bay - The Daily</title>
<meta property="og:site_name" content="The Daily"><meta property="og:title" content="Storm over the Bay">
<meta property="article:published_time" content="2025-11-16T09:05:00+01:00">
<link rel="canonical" href="https://daily.example/storm"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Storm over the Bay</h1>
<p>The storm reached the bay at noon, the National&nbsp;Weather Service said [1]. Nobody was hurt, though the ferry to Holm was out of ser&shy;vice for three days.</p>
<h2>What happened</h2><p>The harbor master, Anna Berg, ordered all boats in by ten o’clock. The last of them came in at a quarter to eleven.</p>
</article><footer>Copyright The Daily</footer></body></html>`;

function page(html = STORM): string {
  const path = join(folder, 'storm.html');
  writeFileSync(path, html);
  return path;
}

const fileOf = (id: string) => readFileSync(join(corpus, `${id}.md`), 'utf8');

describe('npm run add', () => {
  it('makes an article of a saved page, which answers at once', async () => {
    const source = page();
    const { status, out, err } = await run(['add', source, '--yes']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Storm over the Bay\nThe Daily · 2025-11-16T09:05');
    expect(out).toContain('1 other space made a space');
    expect(out).toContain('1 invisible character removed: U+00AD ×1');
    expect(out).toMatch(/Written: .*storm-over-the-bay\.md, 4 sentences\n$/);
    const file = fileOf('storm-over-the-bay');
    expect(file).toMatch(/^---\ntitle: Storm over the Bay\npublisher: The Daily\n/);
    expect(file).toContain(`source: ${source}\n`);
    expect(file).toMatch(/retrieved: \d{4}-\d\d-\d\d\n/);
    expect(file).toMatch(/source_sha256: [0-9a-f]{64}\n/);
    const asked = await run(['ask', '--json', 'Who ordered all boats in?']);
    expect(JSON.parse(asked.out)).toMatchObject({
      outcome: 'found',
      passages: [{ article: 'storm-over-the-bay', section: 'What happened' }, {}, {}],
    });
  });

  it('prints a line of JSON a source, and nothing else, and writes nothing in a dry run', async () => {
    const { status, out, err } = await run(['add', page(), '--json', '--dry-run']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      id: 'storm-over-the-bay',
      title: 'Storm over the Bay',
      publisher: 'The Daily',
      lang: 'en',
      url: 'https://daily.example/storm',
      sections: ['What happened'],
      sentences: 4,
      changes: { spaces: 1, invisible: 1 },
    });
    expect(() => readdirSync(corpus)).toThrow();
  });

  it('never guesses what the source does not state, and says how to tell it', async () => {
    const source = page(STORM.replace(/<meta property="og:site_name"[^>]*>/, ''));
    const { status, out, err } = await run(['add', source, '--yes']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toBe(`${source}: The source does not state its publisher. Add --publisher "The Daily"\n`);
    expect((await run(['add', source, '--yes', '--publisher', 'The Daily'])).status).toBe(0);
    expect(fileOf('storm-over-the-bay')).toContain('publisher: The Daily\n');
  });

  it('overwrites nothing unless told to, and then keeps what an editor wrote and shows the difference', async () => {
    const source = page();
    await run(['add', source, '--yes']);
    const path = join(corpus, 'storm-over-the-bay.md');
    writeFileSync(
      path,
      fileOf('storm-over-the-bay').replace(
        'lang: en',
        'lang: en\n# Names of the harbor.\naliases:\n  Anna Berg: [the harbor master of Holm]\n  National Weather Service: [NWS]',
      ),
    );
    page(STORM.replace('the National&nbsp;Weather Service said', 'the radio said'));
    const refused = await run(['add', source, '--yes']);
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('is there already. Add --replace to see how it would change');
    const replaced = await run(['add', source, '--yes', '--replace']);
    expect(replaced.status).toBe(0);
    expect(replaced.out).toContain('4 sentences are as before, 1 new, 1 gone');
    expect(replaced.out).toContain('  + The storm reached the bay at noon, the radio said [1].');
    expect(replaced.err).toContain('The alias of “National Weather Service” goes');
    expect(fileOf('storm-over-the-bay')).toContain(
      '# Names of the harbor.\naliases:\n  Anna Berg: [ the harbor master of Holm ]\n',
    );
  });

  it('reads standard input, and a second article of the same name gets a number', async () => {
    await run(['add', page(), '--yes']);
    const other = STORM.replace('https://daily.example/storm', 'https://weekly.example/storm');
    const { status, err } = await run(['add', '-', '--yes'], other);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(readdirSync(corpus).sort()).toEqual(['storm-over-the-bay-2.md', 'storm-over-the-bay.md']);
  });

  it('does nothing where nobody can be asked and nobody said yes', async () => {
    const { status, err } = await run(['add', page()]);
    expect(status).toBe(1);
    expect(err).toContain('Nobody can be asked here: add --yes to write it.');
    expect(() => readdirSync(corpus)).toThrow();
  });

  it('refuses what cannot be read with one sentence, and goes on with the next source', async () => {
    const teaser = join(folder, 'teaser.html');
    writeFileSync(teaser, '<html><body><article><p>Log in to read the article.</p></article></body></html>');
    const binary = join(folder, 'photo.jpg');
    writeFileSync(binary, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]));
    const { status, out, err } = await run([
      'add',
      join(folder, 'none.md'),
      teaser,
      binary,
      page(),
      '--yes',
      '--json',
    ]);
    expect(status).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(3);
    expect(err).not.toMatch(/^ +at /m);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({ title: 'Storm over the Bay' });
  });

  it.each([
    [['add'], 'Name what to add'],
    [['add', 'x.html', '--entry', '0'], '--entry is the number of an entry'],
  ])('knows no source in %j', (args, sentence) => {
    expect(readArguments(args, {})).toMatchObject({ problem: expect.stringContaining(sentence) });
  });

  it.each([
    [['x.html', '--id', 'Storm'], '--id: an id has at most 64'],
    [['x.html', '--lang', 'english'], '--lang: "lang" is "english"'],
    [['x.html', 'y.html', '--id', 'storm'], '--id names one article'],
    [['x.html', '--json'], 'Nobody can be asked here'],
  ])('says what is wrong with %j before anything is read', async (args, sentence) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    try {
      const adding = readArguments(['add', ...args], {});
      if ('problem' in adding || adding.program !== 'add') throw new Error('no sources');
      expect(await runAdd(adding)).toBe(2);
      expect(errors.mock.calls).toEqual([[expect.stringContaining(sentence)]]);
    } finally {
      errors.mockRestore();
    }
  });
});

const FEED = `
<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Daily</title><link>https://daily.example/</link><language>en</language>
<item><title>Storm over the Bay</title><link>https://daily.example/storm</link><description>&lt;p&gt;The storm reached the bay at noon. Nobody was hurt. The ferry was out of service.&lt;/p&gt;</description></item>
<item><title>Sun over Holm</title><link>https://daily.example/sun</link><description>&lt;p&gt;The sun came back on Monday. The schools opened. The ferry left at nine.&lt;/p&gt;</description></item>
</channel></rss>`;

describe('A feed', () => {
  it('gives an article an entry, of those that are chosen', async () => {
    const path = join(folder, 'feed.xml');
    writeFileSync(path, FEED);
    const listed = await run(['add', path]);
    expect(listed.status).toBe(1);
    expect(listed.err).toContain('It is a feed of 2 entries.');
    expect(listed.err).toContain('2  Sun over Holm');
    const { status, out } = await run(['add', path, '--entry', '2', '--yes', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'sun-over-holm',
      publisher: 'The Daily',
      url: 'https://daily.example/sun',
      sentences: 3,
    });
    expect((await run(['add', path, '--yes', '--json', '--dry-run'])).out.trim().split('\n')).toHaveLength(2);
  });
});

describe('npm run add -- --refresh', () => {
  let server: Server;
  let address: string;
  let answer: { status: number; body: string };
  const seen: (string | undefined)[] = [];
  beforeEach(async () => {
    answer = { status: 200, body: STORM };
    seen.length = 0;
    server = createServer((request, response) => {
      if (request.url !== '/storm') return response.writeHead(404).end();
      seen.push(request.headers['if-none-match']);
      const etag = `"${answer.body.length}"`;
      if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
      return response.writeHead(answer.status, { 'content-type': 'text/html', etag }).end(answer.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/storm`;
  });
  afterEach(() => new Promise((done) => server.close(done)));

  it('tells what is unchanged, changed and gone, and keeps the article', async () => {
    expect((await run(['add', address, '--yes'])).err).toContain('--allow-private');
    expect((await run(['add', address, '--yes', '--allow-private'])).status).toBe(0);
    const refresh = () => run(['add', '--refresh', '--yes', '--allow-private']);
    expect((await refresh()).out).toMatch(/storm-over-the-bay\.md: unchanged\n$/);
    expect(seen.at(-1)).toBe(`"${STORM.length}"`);
    answer = { status: 200, body: STORM.replace('Nobody was', 'Two were') };
    expect((await refresh()).out).toMatch(
      /- Nobody was hurt.*\n {2}\+ Two were hurt.*\n.*storm-over-the-bay\.md: changed\n$/,
    );
    expect(fileOf('storm-over-the-bay')).toContain('Two were hurt');
    answer = { status: 410, body: '' };
    const gone = await refresh();
    expect(gone).toMatchObject({ status: 0 });
    expect(gone.out).toMatch(/: gone: .*The article stays\.\n$/);
    expect(fileOf('storm-over-the-bay')).toContain('Two were hurt');
    const json = await run(['add', '--refresh', 'storm-over-the-bay', '--json', '--yes', '--allow-private']);
    expect(JSON.parse(json.out)).toMatchObject({ id: 'storm-over-the-bay', source: address, state: 'gone' });
  });
});

describe('npm run corpus -- --fix', () => {
  const FRONT = '---\ntitle: Storm\npublisher: The Daily\n# As the radio has it.\nlang: en\n---\n';
  const put = (text: string) => {
    mkdirSync(corpus, { recursive: true });
    writeFileSync(join(corpus, 'storm.md'), `${FRONT}${text}`);
  };

  it('is named at the start with the lines, and reads the file as Markdown, once', async () => {
    put(
      'The storm, says [the radio](https://radio.example/), was <b>strong</b>.\n\n[radio]: https://radio.example/\n',
    );
    const told = await run(['ask', 'How strong was the storm?']);
    expect(told.err).toMatch(/storm\.md:7: .*npm run -s corpus -- --fix storm\n/);
    expect(told.status).toBe(0);
    expect((await run(['corpus', '--fix', 'storm'])).err).toContain('add --yes to write it');
    const { status, out } = await run(['corpus', '--fix', 'storm', '--yes']);
    expect(status).toBe(0);
    expect(out).toContain('1 link definition');
    expect(out).toContain('+ The storm, says the radio, was strong.');
    expect(fileOf('storm')).toBe(`${FRONT}The storm, says the radio, was strong.\n`);
    expect((await run(['corpus', '--fix', 'storm', '--yes'])).out).toMatch(/storm\.md: nothing to mend\n$/);
  });

  it('never takes words of the text for marks the second time', async () => {
    put('Write `<script setup>` and 5 \\* 3 \\* 2. See [more](https://radio.example/).\n');
    await run(['corpus', '--fix', 'storm', '--yes']);
    const text = 'Write <script setup> and 5 * 3 * 2. See more.\n';
    expect(fileOf('storm')).toContain(text);
    expect((await run(['corpus', '--fix', 'storm', '--yes'])).err).toBe('');
    expect(fileOf('storm')).toContain(text);
  });

  it('removes invisible characters, and says which', async () => {
    put('The storm\u200b was strong. Nobody was hu\u00adrt.\n');
    expect((await run(['corpus', '--fix', 'storm', '--yes'])).out).toContain(
      '2 invisible characters removed: U+200B ×1, U+00AD ×1',
    );
    expect(fileOf('storm')).toBe(`${FRONT}The storm was strong. Nobody was hurt.\n`);
    expect((await run(['corpus', '--quiet'])).status).toBe(0);
  });
});
