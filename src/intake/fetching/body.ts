// Reads and decodes a response body, within a limit.
import { type Duplex, pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchFailure } from './failures.ts';

/** What a request says it can decode. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

/** How often a body may be compressed over; who does it at all does it twice. curl has the same limit. */
const MOST_ENCODINGS = 5;

type Chunks = AsyncIterable<Buffer>;

const DECODERS: ReadonlyMap<string, (compressed: Chunks) => Chunks> = new Map([
  ['gzip', (compressed: Chunks) => through(createGunzip(), compressed)],
  ['x-gzip', (compressed: Chunks) => through(createGunzip(), compressed)],
  ['deflate', inflatedOfEitherKind],
  ['br', (compressed: Chunks) => through(createBrotliDecompress(), compressed)],
  ['identity', (plain: Chunks) => plain],
]);

/**
 * The bytes of a body, decoded. It fails, and what sends it is destroyed, as soon as more than `limit` bytes came, before or
 * behind any of its encodings. A failure is thrown: a `FetchFailure`, or the error of the stream or of zlib.
 */
export async function bodyOf(
  raw: Readable,
  {
    host,
    encodings,
    limit,
    onBytes,
  }: {
    readonly host: string;
    /** `content-encoding` as told. */
    readonly encodings: string;
    readonly limit: number;
    /** Told how many bytes have come, before decoding. */
    readonly onBytes: (count: number) => void;
  },
): Promise<Uint8Array> {
  const names = encodings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.find((name) => !DECODERS.has(name));
  if (unknown !== undefined || names.length > MOST_ENCODINGS) {
    raw.destroy();
    throw new FetchFailure(
      `What ${host} sends is compressed in a way that it was not asked for (${names.join(', ')}). Save the page in a browser and add the file.`,
    );
  }
  const counted = (chunks: Chunks) => atMost(limit, chunks, () => tooLargeFrom(host, limit));
  let chunks = counted(told(raw, onBytes));
  // They are listed in the order in which they were applied (RFC 9110, 8.4).
  for (const name of names.reverse()) chunks = counted(DECODERS.get(name)?.(chunks) ?? chunks);
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}

/** What is said of a body that is too large; `limit` in bytes. */
export function tooLargeFrom(host: string, limit: number): FetchFailure {
  const mebibytes = `${limit / 1024 / 1024} MiB`;
  return new FetchFailure(
    `What ${host} sends is larger than ${mebibytes}, which is the most that is taken. Look for a shorter text, or add a part of it as a file.`,
  );
}

/** Lets so many bytes through and fails at the next; what gives them is destroyed then. */
async function* atMost(limit: number, chunks: Chunks, failure: () => Error): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.length;
    if (count > limit) throw failure();
    yield chunk;
  }
}

async function* told(chunks: Chunks, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.length;
    onBytes(count);
    yield chunk;
  }
}

/** An error destroys the decoder, so that who reads from it is told; who stops reading destroys what it reads from. */
async function* through(decoder: Duplex, compressed: Chunks): AsyncGenerator<Buffer> {
  yield* pipeline(compressed, decoder, () => undefined);
}

/** `deflate` means zlib's format (RFC 9110, 8.4.1.2), and some servers send its bare inside. The first two bytes tell. */
async function* inflatedOfEitherKind(compressed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = compressed[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  async function* all() {
    yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  // RFC 1950, 2.2: the method is 8, and both bytes as one number are a multiple of 31.
  const isZlib = head.length >= 2 && (head.readUInt8(0) & 15) === 8 && head.readUInt16BE(0) % 31 === 0;
  yield* through(isZlib ? createInflate() : createInflateRaw(), all());
}
