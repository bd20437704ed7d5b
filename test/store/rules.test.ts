import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import packageLock from '../../package-lock.json' with { type: 'json' };
import { sha256 } from '../../src/corpus/sha256.ts';
import { isOlder, RULES } from '../../src/store/rules.ts';

/**
 * By number of the rules, what they are made of: the sources that parsing an article goes through, without comments, and the packages that
 * these import. Where this fails, ask whether the same file may now be split or read in another way. If so, raise `SPLITTING_RULES` in
 * `src/store/rules.ts` and add a line here; if not, change the line.
 */
const MADE_OF: Readonly<Record<number, string>> = {
  1: 'aa4906cf8d74b689',
};

const IMPORT = /(?:from|import) ?'([^']+)'/g;

/** The sources of a file and of all that it imports, by path; packages by version. */
function partsOf(path: string, parts = new Map<string, string>()): ReadonlyMap<string, string> {
  if (parts.has(path)) return parts;
  const source = readFileSync(path, 'utf8');
  const isCode = path.endsWith('.ts');
  parts.set(path, isCode ? transformSync(source, { loader: 'ts', minifyWhitespace: true }).code : source);
  for (const [, imported = ''] of isCode ? source.matchAll(IMPORT) : []) {
    if (imported.startsWith('.')) partsOf(join(dirname(path), imported), parts);
    else if (!imported.startsWith('node:')) parts.set(imported, versionOf(imported));
  }
  return parts;
}

function versionOf(imported: string): string {
  const packages: Readonly<Record<string, { readonly version?: string }>> = packageLock.packages;
  const name = imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
  return packages[`node_modules/${name}`]?.version ?? 'unknown';
}

it('raises the number of the rules when what splits articles changes', () => {
  const parts = partsOf('src/corpus/parse.ts');
  expect([...parts.keys()]).toEqual(
    expect.arrayContaining(['src/corpus/sentences.ts', 'data/abbreviations/sentencex.json', 'yaml', 'zod']),
  );
  expect([...parts.values()]).not.toContain('unknown');
  const digest = sha256(JSON.stringify([...parts].sort(([a], [b]) => (a < b ? -1 : 1))));
  expect(MADE_OF[Number(RULES.split(' ')[0])]).toBe(digest.slice(0, 16));
});

it('tells older rules from newer ones, by their number first and by their tables then', () => {
  const [number] = RULES.split(' ');
  expect(isOlder(RULES)).toBe(false);
  expect(isOlder(`0 icu 1000.1`)).toBe(true);
  expect(isOlder(`${number} icu 9.2`)).toBe(true);
  expect(isOlder(`${number} icu 1000.1`)).toBe(false);
  expect(isOlder(`${Number(number) + 1} icu 9.2`)).toBe(false);
});
