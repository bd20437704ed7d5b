// Reads zip archives.
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { Result } from '../result.ts';

/** A zip archive, of whose entries none is inflated before it is asked for. */
export interface Zip {
  /** Names of its files as a path: no leading `/` or `./`, no backslashes. */
  readonly names: readonly string[];
  /** The bytes of an entry; undefined where there is none of that name. A problem tells what is wrong with it. */
  read(name: string): Result<Uint8Array> | undefined;
}

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly compressed: number;
  readonly offset: number;
}

/** What is read of one archive, in bytes after decompression: as much as any source may have. */
const MOST_INFLATED = 10 * 1024 * 1024;
/** Deflate makes at most 1032 bytes of one (zlib's technical details), so that a push yields 4 MiB at the most. */
const PUSHED_AT_ONCE = 4096;
/** Sizes and signatures of the records: APPNOTE.TXT 6.3.10, 4.3. */
const END = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
/** In place of a size or an offset: it stands elsewhere, in 64 bits. */
const NOT_HERE = 0xffffffff;
const ZIP64 = 'it is a ZIP64 archive, which is meant for files far larger than an article; pack it anew';
const STORED = 0;
const DEFLATED = 8;

/** Whether bytes begin as a zip archive that holds something does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > 4 && viewOf(bytes).getUint32(0, true) === LOCAL.signature;
}

/**
 * The archive that bytes hold. Sizes are counted while inflating, never taken from what the archive says of itself. Problems
 * complete the sentence "It cannot be read: …".
 */
export function openedZip(bytes: Uint8Array): Result<Zip> {
  const entries = entriesOf(bytes);
  if ('problem' in entries) return entries;
  let left = MOST_INFLATED;
  const read = (name: string): Result<Uint8Array> | undefined => {
    const entry = entries.value.get(name);
    if (!entry) return undefined;
    if (entry.isEncrypted) return { problem: 'it is protected by a password; make a copy without one' };
    const inflated = contentOf(bytes, entry, left);
    if ('value' in inflated) left -= inflated.value.length;
    return inflated;
  };
  return { value: { names: [...entries.value.keys()], read } };
}

function entriesOf(bytes: Uint8Array): Result<ReadonlyMap<string, Entry>> {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end === undefined) return { problem: 'the file is cut off or damaged; get it anew' };
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === NOT_HERE) return { problem: ZIP64 };
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.size > bytes.length || view.getUint32(at, true) !== CENTRAL.signature) {
      return { problem: 'the file is cut off or damaged; get it anew' };
    }
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const name = nameOf(bytes.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength));
    if (entries.has(name)) return { problem: `the file is damaged: it holds "${name}" twice; get it anew` };
    const [compressed, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    if (compressed === NOT_HERE || offset === NOT_HERE) return { problem: ZIP64 };
    if (!name.endsWith('/')) {
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
        crc: view.getUint32(at + 16, true),
        compressed,
        offset,
      });
    }
    at += CENTRAL.size + nameLength + extraLength + commentLength;
  }
  return { value: entries };
}

/** Where the record at the end of the archive begins: a comment may follow it. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END.size - END.longestComment);
  for (let at = view.byteLength - END.size; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  return undefined;
}

function contentOf(bytes: Uint8Array, entry: Entry, most: number): Result<Uint8Array> {
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + LOCAL.size > bytes.length || view.getUint32(offset, true) !== LOCAL.signature) {
    return { problem: 'the file is cut off or damaged; get it anew' };
  }
  const start = offset + LOCAL.size + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const raw = bytes.subarray(start, start + entry.compressed);
  if (raw.length < entry.compressed) return { problem: 'the file is cut off or damaged; get it anew' };
  const content =
    entry.method === STORED ? raw : entry.method === DEFLATED ? inflated(raw, most) : 'unknown method';
  if (content === 'unknown method')
    return { problem: 'it is compressed in a way that is not known here; pack it anew' };
  if (content === 'damaged') return { problem: 'the file is damaged; get it anew' };
  if (content === 'too long' || content.length > most) {
    return { problem: 'it holds more than 10 MiB of text and marks; split it into several files' };
  }
  return crc32(content) === entry.crc ? { value: content } : { problem: 'the file is damaged; get it anew' };
}

function inflated(raw: Uint8Array, most: number): Uint8Array | 'too long' | 'damaged' {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < raw.length && length <= most; at += PUSHED_AT_ONCE) {
      stream.push(raw.subarray(at, at + PUSHED_AT_ONCE), at + PUSHED_AT_ONCE >= raw.length);
    }
  } catch {
    return 'damaged';
  }
  return length > most ? 'too long' : new Uint8Array(Buffer.concat(chunks));
}

/** Names are in UTF-8, where they are not in ASCII, whatever a flag says: both formats that are read here demand it. */
function nameOf(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
