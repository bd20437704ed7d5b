import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

let root: string;
let dist: string;
/** What a build of the unchanged sources made. */
let built: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-'));
  chmodSync(root, 0o755);
  dist = join(root, 'dist');
  for (const part of ['bin', 'package.json', 'package-lock.json']) {
    cpSync(resolve(part), join(root, part), { recursive: true });
  }
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/main.ts'), MAIN);
  writeFileSync(join(root, 'src/said.ts'), SAID);
  link(() => true);
  expect(await start()).toEqual(ANSWERED);
  built = join(root, 'built');
  cpSync(dist, built, { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true }));

beforeEach(() => {
  rmSync(join(root, 'src/changed.ts'), { force: true });
  writeFileSync(join(root, 'src/main.ts'), MAIN);
  rmSync(dist, { recursive: true, force: true });
  cpSync(built, dist, { recursive: true });
});

/** A small program in the place of Verbatim's, which builds in a tenth of the time, with a part that is loaded when it is needed. */
const MAIN = "const { said } = await import('./said.ts');\nconsole.log(said.trim());\n";
/** Larger than a file may be where `ulimit -f 8` holds, which counts in 512 or 1,024 bytes. */
const SAID = `export const said: string = 'answered${' '.repeat(20_000)}';\n`;
const ANSWERED: Ended = { status: 0, out: 'answered\n', err: '' };

/** Links the packages that are `wanted` into the copy. */
function link(wanted: (name: string) => boolean): void {
  const packages = join(root, 'node_modules');
  rmSync(packages, { recursive: true, force: true });
  mkdirSync(packages);
  for (const name of readdirSync('node_modules').filter(wanted)) {
    symlinkSync(resolve('node_modules', name), join(packages, name));
  }
}

/** Starts the small program; `before` is what the shell does first. */
function start(before = '', uid?: number): Promise<Ended> {
  const command = `${before} "${process.execPath}" bin/run.js src/main.ts`;
  const program = spawn('sh', ['-c', command], {
    cwd: root,
    env: { PATH: process.env.PATH },
    ...(uid !== undefined && { uid }),
  });
  let out = '';
  let err = '';
  program.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  program.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((done) => program.on('close', (status) => done({ status, out, err })));
}

const parts = () => readdirSync(dist).filter((name) => name.endsWith('.js'));
const largestPart = () => {
  const [largest = ''] = parts().sort((a, b) => statSync(join(dist, b)).size - statSync(join(dist, a)).size);
  return join(dist, largest);
};

/** Changes what the program is made of, without changing what it does. */
let changes = 0;
function changeSources(): void {
  changes += 1;
  writeFileSync(join(root, 'src/changed.ts'), `export const CHANGE = ${changes};\n`);
}

describe('A start', () => {
  it.each([
    ['half of a part was written', () => truncateSync(largestPart(), 1000)],
    ['a part is gone', () => rmSync(largestPart())],
    ['the program is garbage', () => writeFileSync(join(dist, 'src/main.js'), 'const = ;')],
    ['the manifest is gone', () => rmSync(join(dist, 'manifest.json'))],
    ['the manifest is garbage', () => writeFileSync(join(dist, 'manifest.json'), '{"files":')],
    ['it is an empty folder', () => rmSync(dist, { recursive: true }) ?? mkdirSync(dist)],
  ])('builds dist/ again where %s', async (_, damage) => {
    damage();
    expect(await start()).toEqual(ANSWERED);
  });

  it('builds again where the sources are others, whatever their times are', async () => {
    const before = readFileSync(join(dist, 'manifest.json'), 'utf8');
    changeSources();
    utimesSync(join(root, 'src/changed.ts'), 0, 0);
    expect(await start()).toEqual(ANSWERED);
    expect(readFileSync(join(dist, 'manifest.json'), 'utf8')).not.toBe(before);
  });

  it('builds nothing where the sources are the same, whatever their times are', async () => {
    const builtAt = statSync(join(dist, 'manifest.json')).mtimeMs;
    utimesSync(join(root, 'src/main.ts'), Date.now() / 1000 + 60, Date.now() / 1000 + 60);
    expect(await start()).toEqual(ANSWERED);
    expect(statSync(join(dist, 'manifest.json')).mtimeMs).toBe(builtAt);
  });

  it('passes over links that editors leave and that lead nowhere', async () => {
    const lock = join(root, 'src/.#main.ts');
    symlinkSync('somebody@somewhere.1234:1', lock);
    expect(await start()).toEqual(ANSWERED);
    rmSync(lock);
  });

  it('leaves the parts of the build before to whoever runs it', async () => {
    const before = parts();
    writeFileSync(join(root, 'src/said.ts'), `${SAID}export const more = 1;\n`);
    expect(await start()).toEqual(ANSWERED);
    expect(parts()).not.toEqual(before);
    for (const part of before) expect(existsSync(join(dist, part))).toBe(true);
    writeFileSync(join(root, 'src/said.ts'), SAID);
  });

  it('succeeds at the same time as others', async () => {
    rmSync(dist, { recursive: true });
    const ended = await Promise.all([start(), start(), start()]);
    expect(ended).toEqual([ANSWERED, ANSWERED, ANSWERED]);
    expect(readdirSync(dist).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('A start that cannot build', () => {
  const OLDER = /^dist\/ is older than its sources and cannot be built again: .*\. The older build runs\.\n$/;

  it('for want of room says so, leaves nothing half, and runs what is there', async () => {
    changeSources();
    const older = await start('ulimit -f 8;');
    expect(older).toMatchObject({ status: 0, out: ANSWERED.out });
    expect(older.err).toMatch(OLDER);
    expect(older.err).toContain('Make room on the disk');
    rmSync(dist, { recursive: true });
    const { status, err } = await start('ulimit -f 8;');
    expect(status).toBe(1);
    expect(err).toMatch(/^dist\/ cannot be built: .*Make room on the disk, then start again\.\n$/);
    // With room again, it starts.
    expect(await start()).toEqual(ANSWERED);
  });

  it('for want of the package that builds says what to run, and runs what is there', async () => {
    link((name) => !name.includes('esbuild'));
    expect(await start()).toEqual(ANSWERED);
    changeSources();
    const older = await start();
    expect(older).toMatchObject({ status: 0, out: ANSWERED.out });
    expect(older.err).toMatch(OLDER);
    rmSync(dist, { recursive: true });
    const { status, err } = await start();
    expect(status).toBe(1);
    expect(err).toBe(
      'dist/ cannot be built: esbuild, which builds it, is not installed. Run: npm ci, then start again.\n',
    );
    link(() => true);
  });

  it('for errors in its sources tells where they are', async () => {
    writeFileSync(join(root, 'src/changed.ts'), 'export const = ;\n');
    writeFileSync(join(root, 'src/main.ts'), `import './changed.ts';\n${MAIN}`);
    const { status, err } = await start();
    expect(status).toBe(0);
    expect(err).toMatch(/src\/changed\.ts:1/);
    expect(err).toMatch(/its sources have the errors above\. Mend them\. The older build runs\./);
    expect(err).not.toMatch(/^\s+at /m);
    changeSources();
  });

  it.each([
    ['dist is a file', () => rmSync(dist, { recursive: true }) ?? writeFileSync(dist, '')],
    [
      'the manifest is a folder',
      () => rmSync(join(dist, 'manifest.json')) ?? mkdirSync(join(dist, 'manifest.json')),
    ],
  ])('since something else stands in its place (%s) says what to delete', async (_, obstruct) => {
    obstruct();
    const { status, err } = await start();
    expect(status).toBe(1);
    expect(err).toMatch(/^dist\/ cannot be built: .*delete dist\/, then start again\.\n$/);
    rmSync(dist, { recursive: true });
    expect(await start()).toEqual(ANSWERED);
  });

  // Only the superuser can start a program as somebody else, and may itself write everywhere.
  it.runIf(process.getuid?.() === 0)(
    'since it may not write there runs what is there, and says so',
    async () => {
      changeSources();
      const { status, out, err } = await start('', 65_534);
      expect({ status, out }).toEqual({ status: 0, out: ANSWERED.out });
      expect(err).toMatch(OLDER);
      expect(err).toContain('(EACCES). Make it writable');
    },
  );
});
