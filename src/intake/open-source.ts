// Opens what a person named.
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../result.ts';
import { LARGEST_SOURCE } from './draft.ts';
import type { Source } from './source.ts';

const TOO_LARGE = 'It has more than 10 MiB, which is the most. Take in a part of it.';

/** Whether a source is named by a web address: anything else is a path, or `-`. */
export function isWebAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

/** Reads a file, as a person named it. */
export async function openFile(path: string): Promise<Result<Source>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { problem: 'It is a folder. Name the files in it.' };
    // Reading a device or a pipe of another would wait for ever.
    if (!found.isFile())
      return { problem: 'It is no file. Name a file, an address, or - for standard input.' };
    if (found.size > LARGEST_SOURCE) return { problem: TOO_LARGE };
    const file = await open(path);
    try {
      return { value: { name: path, bytes: await file.readFile() } };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { problem: messageFor(error, path) };
  }
}

/** Reads standard input to its end. */
export async function openInput(input: NodeJS.ReadableStream): Promise<Result<Source>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > LARGEST_SOURCE) return { problem: TOO_LARGE };
    chunks.push(bytes);
  }
  return { value: { name: '-', bytes: Buffer.concat(chunks) } };
}

function messageFor(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT') {
    // Who writes example.org means the web, and who mistypes a file's name does not.
    const isMaybeAddress =
      /^[\w-]+(?:\.[\w-]+)+(?:\/.*)?$/.test(path) && !/\.[a-z]{2,5}$/i.test(basename(path));
    const mend = isMaybeAddress ? ' If it is a web address, write https:// before it.' : '';
    return `There is no such file.${mend || ' Is its name right, and is it in this folder?'}`;
  }
  if (code === 'EACCES') return 'The file may not be read. Make it readable.';
  return `The file cannot be read (${code}). Make it readable.`;
}
