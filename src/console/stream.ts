// Reads lines from and writes to streams that may break.
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';

/** The longest line that is read, in UTF-16 units: far more than any question, and little memory. */
export const LONGEST_LINE = 65_536;
/** As many bytes as make a longer line whatever its characters are: a unit takes at most three. */
const MOST_BYTES = 3 * LONGEST_LINE + 3;

/** A line, or why it cannot be read. */
export type InputLine = string | { readonly error: string };

export interface InputLines extends AsyncIterable<InputLine> {
  /** Lines so far. */
  readonly count: number;
  /** Once all are read: a sentence where none of them could be, since the stream is in another encoding; else undefined. */
  readonly refusal: string | undefined;
}

const MEND = 'Save the questions as UTF-8.';
/** Fewer than one byte of so many: far from the half that they are where UTF-16 holds Latin text. */
const FEW = 4;

/** What a decoder puts in place of bytes that it cannot read, as Node does for arguments and what is typed. */
export const UNREADABLE = '\ufffd';

/**
 * The lines of a stream, without their line ends and a byte order mark. Of a line longer than `LONGEST_LINE` no more
 * than is needed to see that is kept, so that memory does not grow with it. Reads no faster than lines are taken. What is
 * not UTF-8 comes as an error in its place: decoded with replacement characters, it would be answered as another question.
 */
export function linesOf(stream: NodeJS.ReadableStream): InputLines {
  let count = 0;
  let readable = 0;
  let unreadable = 0;
  let encoding: Encoding = 'UTF-8';

  async function* read(): AsyncGenerator<InputLine> {
    const chunks = chunksOf(stream);
    const first = await chunks.next();
    const begun: Buffer = first.done ? Buffer.alloc(0) : first.value;
    encoding = encodingOf(begun);
    const lines = encoding === 'UTF-8' ? utf8Lines(begun, chunks) : utf16Lines(begun, chunks, encoding);
    for await (const line of lines) {
      count += 1;
      if (typeof line !== 'string') unreadable += 1;
      else if (line.trim() !== '') readable += 1;
      yield line;
    }
  }

  return {
    [Symbol.asyncIterator]: read,
    get count() {
      return count;
    },
    get refusal() {
      if (encoding !== 'UTF-8') return `Standard input is UTF-16. ${MEND}`;
      return unreadable > 0 && readable === 0 ? `Standard input is not UTF-8. ${MEND}` : undefined;
    },
  };
}

async function* chunksOf(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer, undefined> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  return undefined;
}

type Encoding = 'UTF-8' | 'utf-16le' | 'utf-16be';

/**
 * The encoding that a stream begins in. UTF-16 shows by its byte order mark (The Unicode Standard, 23.8), else by the zero
 * byte of its first character or of a line end, which no text in UTF-8 has.
 */
function encodingOf(start: Buffer): Encoding {
  const [one, two] = start;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  // Zero bytes are half of Latin text in UTF-16, and other text in it is no UTF-8: few in what is are a matter of lines.
  const zeros = start.filter((byte) => byte === 0).length;
  if (isUtf8(start) && zeros * FEW < start.length) return 'UTF-8';
  if (start.length >= 2 && (one === 0) !== (two === 0)) return one === 0 ? 'utf-16be' : 'utf-16le';
  const ends = [...start.keys()].filter((at) => start[at] === 0x0a);
  if (ends.some((at) => at % 2 === 0 && start[at + 1] === 0)) return 'utf-16le';
  return ends.some((at) => at % 2 === 1 && start[at - 1] === 0) ? 'utf-16be' : 'UTF-8';
}

async function* utf8Lines(begun: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<InputLine> {
  let line: Buffer = Buffer.alloc(0);
  let isFirst = true;
  let isBegun = false;
  const add = (bytes: Buffer) => {
    isBegun ||= bytes.length > 0;
    line = Buffer.concat([line, bytes.subarray(0, Math.max(0, MOST_BYTES - line.length))]);
  };
  const finish = (): InputLine => {
    const whole = decoded(line, isFirst);
    line = Buffer.alloc(0);
    isFirst = false;
    isBegun = false;
    return whole;
  };
  for await (const chunk of concat(begun, rest)) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      add(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (isBegun) yield finish();
}

function decoded(bytes: Buffer, isFirst: boolean): InputLine {
  const isTooLong = bytes.length >= MOST_BYTES;
  if (!isTooLong && !isUtf8(bytes)) return { error: `The line is not UTF-8. ${MEND}` };
  if (bytes.includes(0)) return { error: 'The line holds the character U+0000. Remove it.' };
  const text = bytes.toString('utf8').slice(0, LONGEST_LINE + 1);
  return (isFirst ? text.replace(/^\ufeff/, '') : text).replace(/\r$/, '');
}

/** One error for each line. */
async function* utf16Lines(
  begun: Buffer,
  rest: AsyncIterable<Buffer>,
  encoding: Exclude<Encoding, 'UTF-8'>,
): AsyncGenerator<InputLine> {
  const error = { error: `The line is UTF-16. ${MEND}` };
  const decoder = new TextDecoder(encoding);
  let isBegun = false;
  for await (const chunk of concat(begun, rest)) {
    const [, ...ended] = decoder.decode(chunk, { stream: true }).split('\n');
    isBegun ||= true;
    for (const next of ended) {
      yield error;
      isBegun = next !== '';
    }
  }
  if (isBegun) yield error;
}

async function* concat(begun: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (begun.length > 0) yield begun;
  yield* rest;
}

/** Writes, and waits where the reader of the stream is slower. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/**
 * Ends the process when standard output cannot be written: quietly with 0 when nobody reads any more, as in
 * `… | head -3`, else with 1 and a sentence, as on a full disk.
 */
export function endWithOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    console.error(`Standard output cannot be written (${error.code ?? error.message}). Is the disk full?`);
    process.exit(1);
  });
}
