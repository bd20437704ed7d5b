import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { answerTo as replyTo } from '../commands/ask.ts';
import packageJson from '../package.json' with { type: 'json' };
import { descriptionOf } from '../preview/picture.ts';
import { SCENES } from '../preview/scenes.ts';
import { readArguments } from '../src/console/arguments.ts';
import { askEach } from '../src/console/ask-each.ts';
import { screenFor } from '../src/console/screen.ts';
import { compose } from '../src/discord/message/compose.ts';
import { textDisplaysIn } from '../src/discord/reading/text-displays.ts';
import { corpusSession } from './session.ts';

const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'PRIVACY.md',
  'SECURITY.md',
  'TERMS.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (document: string) => readFileSync(document, 'utf8');

/** The headings of a document, as links name them: small letters, hyphens for spaces, no marks. */
const headingsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );

/** `$ npm run -s ask -- …` in a fenced block, and what stands below it as the program's answer. */
const EXCHANGE = /^```console\n\$ npm run -s ask -- (.+)\n([\s\S]*?)```$/gm;

/** What a terminal of 80 columns without color shows. */
async function answerTo(typed: string): Promise<string> {
  const args = [...typed.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole);
  const invocation = readArguments(['ask', ...args], {});
  if (!('program' in invocation) || invocation.program !== 'ask') throw new Error(`No question: ${typed}`);
  const session = await corpusSession(invocation.locale);
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const screen = screenFor(terminal, { NO_COLOR: '1' }, session.words);
  await askEach([invocation.question ?? ''], invocation, session, screen, terminal);
  return String(terminal.read());
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document);

  it('shows of each exchange exactly what the program answers', async () => {
    for (const [, typed = '', answer = ''] of text.matchAll(EXCHANGE)) {
      expect((await answerTo(typed)).trimEnd()).toBe(answer.trimEnd());
    }
  });

  it('leads only to files and headings that exist', () => {
    const links = [
      ...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g),
      ...text.matchAll(/src="([^"]+)"/g),
    ];
    const isThere = (file: string, heading = '') => {
      const path = file === '' ? document : join(dirname(document), file);
      return existsSync(path) && (heading === '' || headingsOf(textOf(path)).includes(heading));
    };
    expect(links.filter(([, file = '', heading]) => !isThere(file, heading)).map(([link]) => link)).toEqual(
      [],
    );
  });

  it('names only files and folders that exist', () => {
    const named = [...text.matchAll(/`((?:src|commands|test|measure|preview|bin|docs|corpus)\/[\w./-]*)`/g)];
    expect(named.map(([, file = '']) => file).filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names only scripts of package.json', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = '']) => script);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

it('README.md shows an exchange on its first screen, and how to run and to test it', () => {
  const firstScreen = textOf('README.md').split('\n').slice(0, 40).join('\n');
  expect(firstScreen.match(EXCHANGE)).toHaveLength(1);
  expect(firstScreen).toContain('\nnpm ci && npm start\n');
  expect(firstScreen).toContain('\nnpm ci && npm test\n');
});

it('.env.example has every variable that is read, and no other', () => {
  const listed = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const read = ['src/config.ts', 'src/console/arguments.ts', 'src/console/history.ts'].flatMap((file) => [
    ...textOf(file).matchAll(/^ {2}([A-Z_]{3,}): optional\(|\benv\.([A-Z_]+)/gm),
  ]);
  expect(new Set(listed)).toEqual(new Set(read.map(([, name, other]) => name ?? other)));
});

it('ARCHITECTURE.md gives a reason for every package', () => {
  const text = textOf('ARCHITECTURE.md');
  const packages = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
  expect(packages.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

it('The package has every file of data that is read while the program runs, and what its bin needs', () => {
  const read = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...textOf(`src/${name}`).matchAll(/'#(data\/[\w/.-]+)'/g)].map(([, file]) => file));
  expect(read.length).toBeGreaterThan(3);
  expect(packageJson.files).toEqual(expect.arrayContaining(read));
  expect(packageJson.files).toEqual(expect.arrayContaining([packageJson.bin.verbatim, 'corpus']));
  expect(packageJson.files.filter((file) => !file.includes('*') && !existsSync(file))).toEqual([]);
});

describe('The image of Docker', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const read = sources.flatMap((name) => [
    ...readFileSync(`src/${name}`, 'utf8').matchAll(/['"](?:(?:\.\.\/)+|#)data\/([a-z]+)\//g),
  ]);
  const folders = [...new Set(read.map(([, folder]) => folder))].sort();

  it('holds the stated data that the program reads', () => {
    expect(folders).toEqual(['abbreviations', 'cedict', 'frequencies', 'han', 'senses', 'vectors', 'words']);
    const ignored = readFileSync('.dockerignore', 'utf8');
    const built = readFileSync('Dockerfile', 'utf8');
    for (const folder of folders) {
      expect(ignored).toContain(`\n!data/${folder}\n`);
      expect(built).toContain(`\nCOPY data/${folder} data/${folder}\n`);
    }
  });
});

it('Each file of the program opens with what it is for', () => {
  const rooms = ['src', 'commands', 'loopback', 'measure', 'preview', 'bin', 'data'];
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:m?js|ts)$/.test(name) && !/(?:^|\/)(?:test|out)\//.test(name))
      .map((name) => join(room, name)),
  );
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => !/^(?:#!.*\n)?(?:\/\/ |\/\*)/.test(textOf(file)))).toEqual([]);
});

it('The picture in README.md is of the reply as it is now; else: npm run preview -- --picture', async () => {
  const [, question = ''] = /question: (.+)$/.exec(SCENES[0]?.did ?? '') ?? [];
  const session = await corpusSession('en-US');
  const { components } = compose(await replyTo(question, {}, session), { ...session, locale: 'en-US' });
  expect(descriptionOf(readFileSync('docs/ask.png'))).toBe(textDisplaysIn(components).join('\n'));
});
