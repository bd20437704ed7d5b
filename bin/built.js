// What is in dist/, and whether it may be run.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const dist = join(root, 'dist');
/** Written last, so that a build that was interrupted has none, or that of the one before. */
const MANIFEST = 'manifest.json';

/** What the program is made of, and what the other entry points are made of beside it. */
const PROGRAM = [
  'bin',
  'src',
  'commands',
  'data/abbreviations',
  'data/han',
  'data/senses',
  'data/words',
  'package.json',
  'package-lock.json',
];
const REST = ['measure', 'preview', 'loopback'];

/** Files that editors leave, such as Emacs's `.#main.ts`, which leads nowhere, are no sources. */
const isSource = (item) => item.isFile() && /^[^.].*\.(?:[cm]?[jt]s|json)$/.test(item.name);

function* filesIn(path) {
  if (!existsSync(path)) return;
  if (/\.json$/.test(path)) yield path;
  else {
    for (const item of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (item.isDirectory()) yield* filesIn(join(path, item.name));
      else if (isSource(item)) yield join(path, item.name);
    }
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => [...filesIn(join(root, path))])) {
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Hashes of the sources by their contents, since times tell nothing once files were copied or a clock was wrong. */
export function sources() {
  return { program: hashOf(PROGRAM), rest: hashOf(REST) };
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The manifest of a build of which every file is there as it was written; undefined where that is not so. */
export function wholeBuild() {
  try {
    const manifest = JSON.parse(readFileSync(join(dist, MANIFEST), 'utf8'));
    const isWhole = Object.entries(manifest.files).every(
      ([name, hash]) => sha256(readFileSync(join(dist, name))) === hash,
    );
    return isWhole ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a build is of the sources that `entry` is made of. An installation without sources has what it has. */
export function isFresh({ sources: built }, entry) {
  if (!existsSync(join(root, 'src'))) return true;
  try {
    const now = sources();
    return built.program === now.program && (entry.startsWith('src/') || built.rest === now.rest);
  } catch {
    // Whoever builds tells why they cannot be read.
    return false;
  }
}

export { MANIFEST };
