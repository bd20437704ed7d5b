// Reads files of npm packages: of a folder that holds them, or else as npm installs them, in a folder of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { from } from './reader.mjs';

/** A file of a package of that version, as text. */
export function readPackage({ name, version }, file) {
  const folder = from ?? mkdtempSync(join(tmpdir(), 'package-'));
  try {
    if (!from) {
      const options = ['--ignore-scripts', '--no-save', '--legacy-peer-deps', '--silent'];
      execFileSync('npm', ['install', ...options, '--prefix', folder, `${name}@${version}`]);
    }
    const path = join(folder, from ? '' : 'node_modules', name);
    const found = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).version;
    if (found !== version) throw new Error(`${path} is version ${found}, not ${version}.`);
    return readFileSync(join(path, file), 'utf8');
  } finally {
    if (!from) rmSync(folder, { recursive: true, force: true });
  }
}
