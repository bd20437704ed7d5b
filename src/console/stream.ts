import { once } from 'node:events';

/** The longest line that is read, in UTF-16 units: far more than any question, and little memory. */
export const LONGEST_LINE = 65_536;

/**
 * The lines of a stream, without their line ends and a byte order mark. Of a line longer than `LONGEST_LINE` no more
 * than one unit beyond that is kept, so that memory does not grow with it. Reads no faster than lines are taken.
 */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let line = '';
  let isFirst = true;
  let isBegun = false;
  const finish = (text: string) => {
    const whole = (isFirst ? text.replace(/^\ufeff/, '') : text).replace(/\r$/, '');
    isFirst = false;
    return whole;
  };
  for await (const chunk of stream) {
    const [start = '', ...others] = String(chunk).split('\n');
    line = (line + start).slice(0, LONGEST_LINE + 1);
    isBegun ||= start !== '';
    for (const next of others) {
      yield finish(line);
      line = next.slice(0, LONGEST_LINE + 1);
      isBegun = next !== '';
    }
  }
  if (isBegun) yield finish(line);
}

/** Writes, and waits where the reader of the stream is slower. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Ends the process quietly when nobody reads any more, as in `… | head -3`. */
export function endWithReader(stream: NodeJS.WritableStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
