import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

const SEARCH = 'src/search';
/** The rooms of search, lowest first; each may import from those before it. */
const SEARCH_ROOMS = [
  'text',
  'kinds',
  'index',
  'question',
  'ranking',
  'judging',
  'suggest',
  'summary',
  'quotations',
];
/** What its rooms speak in; a library's type knows the question that it parses. */
const FINDING = `${SEARCH}/finding.ts`;
const LIBRARY = `${SEARCH}/library.ts`;
const READER_TYPE = `${SEARCH}/passage-reader.ts`;
const SEARCH_TYPES = [FINDING, LIBRARY, READER_TYPE];
/** What others may import of search. */
const DOOR = `${SEARCH}/search.ts`;
/** The same of what takes texts in. */
const INTAKE_DOOR = 'src/intake/intake.ts';

/**
 * What each room may import beside itself; ARCHITECTURE.md draws it. A path belongs to the longest name that it
 * begins with.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/corpus': ['data'],
  'src/intake': ['src/corpus', 'src/intake/fetching'],
  [INTAKE_DOOR]: ['src/intake', 'src/intake/fetching'],
  'src/intake/fetching': ['src/intake', 'package.json'],
  data: [],
  'src/result.ts': [],
  'src/limits.ts': [],
  'src/steps.ts': [],
  [FINDING]: ['src/corpus', `${SEARCH}/kinds`],
  [READER_TYPE]: ['src/corpus'],
  [LIBRARY]: ['src/corpus', FINDING, `${SEARCH}/question`],
  ...Object.fromEntries(
    SEARCH_ROOMS.map((room, at) => [
      `${SEARCH}/${room}`,
      [
        'src/corpus',
        ...(room === 'text' ? ['data'] : []),
        FINDING,
        READER_TYPE,
        ...(at > SEARCH_ROOMS.indexOf('question') ? [LIBRARY] : []),
        ...roomsBefore(at),
      ],
    ]),
  ),
  [`${SEARCH}/create.ts`]: ['src/corpus', ...SEARCH_TYPES, ...roomsBefore(SEARCH_ROOMS.length)],
  [DOOR]: [`${SEARCH}/create.ts`, ...SEARCH_TYPES, ...roomsBefore(SEARCH_ROOMS.length)],
  // What it is, beside what keeps it.
  'src/store/store.ts': ['src/corpus'],
  'src/store': ['src/corpus', 'src/store/store.ts'],
  'src/scope': ['src/corpus', DOOR],
  'src/desk': ['src/corpus', INTAKE_DOOR, 'src/store', 'src/store/store.ts', 'src/scope'],
  'src/reader': [DOOR],
  'src/live': ['src/corpus', DOOR],
  'src/reply': ['src/corpus', INTAKE_DOOR, 'src/store/store.ts', DOOR],
  commands: ['src/corpus', INTAKE_DOOR, 'src/store/store.ts', 'src/desk', 'src/scope', DOOR, 'src/reply'],
  'src/http': [],
  'src/page': ['src/corpus', DOOR, 'src/scope', 'src/reply'],
  'src/config.ts': ['src/corpus'],
  'src/env-file.ts': ['src/corpus', 'src/config.ts'],
  'src/console': [
    'src/corpus',
    INTAKE_DOOR,
    DOOR,
    'src/live',
    'src/reply',
    'commands',
    'src/store/store.ts',
    'src/console/storing',
    'src/config.ts',
    'src/page',
    'src/reader',
  ],
  // Whoever runs the bot looks after its database here, and nobody is answered from it.
  'src/console/storing': ['src/corpus', 'src/config.ts', 'src/store', 'src/store/store.ts', 'src/console'],
  'src/discord/failures.ts': [],
  'src/discord/fields.ts': [],
  'src/discord/log.ts': ['src/discord/failures.ts'],
  'src/discord/message': ['src/corpus', DOOR, 'src/reply'],
  'src/discord/proof': ['src/corpus', DOOR, 'src/reply', 'src/discord/message'],
  'src/discord/reading': [DOOR, 'src/discord/fields.ts', 'src/discord/message'],
  'src/discord/interactions': [
    'src/corpus',
    'src/desk',
    'src/store/store.ts',
    DOOR,
    'src/scope',
    'src/reply',
    'commands',
    'src/discord/failures.ts',
    'src/discord/fields.ts',
    'src/discord/log.ts',
    'src/discord/message',
    'src/discord/proof',
    'src/discord/reading',
  ],
  'src/discord/transport': [
    'src/config.ts',
    'src/discord/failures.ts',
    'src/discord/fields.ts',
    'src/discord/log.ts',
    'src/discord/interactions',
  ],
  'src/discord/endpoint': [
    'src/http',
    'src/scope',
    'src/discord/failures.ts',
    'src/discord/log.ts',
    'src/discord/interactions',
  ],
  'src/discord/registration': [
    'src/corpus',
    'src/config.ts',
    'src/reply',
    'commands',
    'src/discord/failures.ts',
    'src/discord/log.ts',
    'src/discord/transport',
  ],
  'src/discord': [
    'src/corpus',
    'src/desk',
    'src/store',
    'src/store/store.ts',
    DOOR,
    'src/live',
    'src/scope',
    'commands',
    'src/http',
    'src/page',
    'src/reader',
    'src/reply',
    'src/config.ts',
    'src/discord/failures.ts',
    'src/discord/log.ts',
    'src/discord/endpoint',
    'src/discord/interactions',
    'src/discord/registration',
    'src/discord/transport',
  ],
  'src/main.ts': [
    'src/corpus',
    'src/config.ts',
    'src/env-file.ts',
    'src/console',
    'src/console/storing',
    'src/discord',
    'src/discord/registration',
    'package.json',
  ],
};

function roomsBefore(at: number): string[] {
  return SEARCH_ROOMS.slice(0, at).map((room) => `${SEARCH}/${room}`);
}

/** `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`. */
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  readonly from: string;
  readonly to: string;
  /** `import type`, which is gone when the program runs. */
  readonly isErased: boolean;
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => posix.join(folder, ...name.split(sep))),
);
const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(IMPORT)].map(([statement, named, bare, dynamic]) => {
    const path = named ?? bare ?? dynamic ?? '';
    const to = path.startsWith('.') ? posix.join(posix.dirname(from), path) : path;
    return { from, to, isErased: /^(?:import|export) type\b/.test(statement) };
  }),
);
/** For every room. */
const COMMON = ['src/result.ts', 'src/limits.ts', 'src/steps.ts'];
const isOwn = ({ to }: Import) => existsSync(to);

function roomOf(path: string): string {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => path === room || path.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? path;
}

/** A chain of imports that comes back to where it began, if there is one. */
function cycleIn(edges: readonly Import[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): readonly string[] | undefined {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  }
  return files.map((file) => visit(file, [])).find((cycle) => cycle !== undefined);
}

describe('Imports', () => {
  it('are all seen here', () => {
    expect(imports.filter(isOwn).length).toBeGreaterThan(300);
    expect(Object.keys(MAY_IMPORT)).toEqual(
      expect.arrayContaining([...new Set(imports.map(({ from }) => roomOf(from)))]),
    );
  });

  it('point one way, from room to room', () => {
    const against = imports.filter(isOwn).filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      return room !== other && !COMMON.includes(other) && !MAY_IMPORT[room]?.includes(other);
    });
    expect(against).toEqual([]);
  });

  it('never come back to where they began, once types are gone', () => {
    const loaded = imports.filter((one) => isOwn(one) && !one.isErased);
    expect(cycleIn(loaded)).toBeUndefined();
    const back = { from: 'src/corpus/parse.ts', to: 'src/main.ts', isErased: false };
    expect(cycleIn([...loaded, back])).toContain('src/corpus/parse.ts');
  });

  it('take no code of what writes a message into what proves it, but the id of the line that repeats the question', () => {
    const taken = imports.filter(
      ({ from, to, isErased }) =>
        from.startsWith('src/discord/proof/') &&
        !isErased &&
        /^src\/(?:reply|discord\/message)\/(?!question-id)/.test(to),
    );
    expect(taken).toEqual([]);
  });

  const usersOf = (name: RegExp) =>
    new Set(imports.filter(({ to }) => name.test(to)).map(({ from }) => roomOf(from)));

  it('take discord.js where Discord is talked to, so that every other room can be tried without it', () => {
    expect(usersOf(/^(?:discord\.js|@discordjs)/)).toEqual(
      new Set(['src/discord/transport', 'src/discord/registration']),
    );
  });

  it('take the types of Discord’s JSON in src/discord alone', () => {
    for (const room of usersOf(/^discord-api-types/)) expect(room).toMatch(/^src\/discord/);
  });

  it('name no package that an installation without development dependencies lacks and that is not bundled', async () => {
    const packages = imports
      .filter((one) => !isOwn(one) && !one.isErased && !one.to.startsWith('node:'))
      .map(({ to }) =>
        to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    // By a path that the compiler does not follow, since it is plain JavaScript.
    const { bundled }: { bundled: string[] } = await import(String('../bin/bundled.js'));
    const there = new Set([...Object.keys(packageJson.dependencies), ...bundled]);
    expect(packages.filter((name) => !there.has(name))).toEqual([]);
  });
});
