import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { keepsItsPromises } from './suite.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
  folders.push(folder);
  return folder;
};
const clear = async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

describe('a store in a SQLite file', () => {
  keepsItsPromises({
    // As it is at the first start: the folder is not there yet. A name that a web address would spell in another way.
    place: async () => ({ folder: join(newFolder(), 'libraries 100% ?#') }),
    clear,
  });
});
