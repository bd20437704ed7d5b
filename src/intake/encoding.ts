// Decodes bytes to text.
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Result } from '../result.ts';
import { likeliestReading, type Reading } from './encoding/detection.ts';
import { implausibility, unprintableShare } from './encoding/plausible.ts';

/** The text that bytes hold, line ends as they are; see `decodedAs`. */
export function decoded(bytes: Uint8Array, stated?: string): Result<string> {
  const reading = decodedAs(bytes, stated);
  return 'value' in reading ? { value: reading.value.text } : reading;
}

/**
 * The text that bytes hold, line ends as they are, and the encoding that it was read in. A byte order mark says it, then zero bytes
 * do; UTF-8 comes next, since nothing else is UTF-8 by chance; then the encoding that the source states, if the bytes are that; then
 * the likeliest. Bytes of a UTF-8 text that are none become U+FFFD, for a format to leave out what holds them.
 * @param stated As in `charset=…`, by any of its names.
 */
export function decodedAs(bytes: Uint8Array, stated?: string): Result<Reading> {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return readable(marked);
  if (isUtf8(bytes)) {
    return readable(iso2022Jp(bytes) ?? { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' });
  }
  if (isBinary(bytes)) return { problem: BINARY };
  if (isEbcdic(bytes)) return { problem: `This text is in EBCDIC, which is not read. ${MEND}` };
  if (isNearlyUtf8(bytes)) {
    return { value: { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' } };
  }
  const told = stated === undefined ? undefined : readAs(bytes, stated);
  if (told) return { value: told };
  const likeliest = likeliestReading(bytes);
  return likeliest ? { value: likeliest } : { problem: `The encoding of this text is not known. ${MEND}` };
}

/** What a document tells of the encoding that it was read in: nothing of UTF-8, which is not guessed. */
export function guessed({ encoding }: Reading): { readonly encoding?: string } {
  return encoding === 'UTF-8' ? {} : { encoding };
}

const MEND = 'Save it as UTF-8.';
const BINARY = `This is no text: its bytes are those of an image, a program or another file. ${MEND.replace('it', 'its text')}`;

/** UTF-32 first: its mark begins with that of UTF-16 (The Unicode Standard, 23.8). */
const MARKS = [
  { mark: [0xff, 0xfe, 0, 0], encoding: 'UTF-32LE' },
  { mark: [0, 0, 0xfe, 0xff], encoding: 'UTF-32BE' },
  { mark: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { mark: [0xfe, 0xff], encoding: 'UTF-16BE' },
] as const;

function byMark(bytes: Uint8Array): Reading | undefined {
  const found = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  return found && as(bytes.subarray(found.mark.length), found.encoding);
}

/** Line ends, spaces, Latin letters and the stops of Chinese and Japanese: no text goes without them, and bytes of another kind hold few. */
const USUAL = /[\r\n a-z\u3001\u3002\uff0c]/g;
/** One sign in so many is of those at least: a Chinese sentence of fifty letters has one stop. */
const ONE_USUAL_IN = 50;

/** UTF-16 and UTF-32 without a mark: read in either order of bytes, one of them gives what no text goes without. */
function byZeros(bytes: Uint8Array): Reading | undefined {
  if (bytes.length % 2 > 0 || !bytes.includes(0)) return undefined;
  const encodings = bytes.length % 4 === 0 ? WITH_ZEROS : WITH_ZEROS.slice(2);
  const [likeliest] = encodings
    .map((encoding) => as(bytes, encoding))
    .filter(({ text }) => unprintableShare(text) <= FEW_UNPRINTABLE)
    .map((reading) => ({ reading, usual: reading.text.match(USUAL)?.length ?? 0 }))
    .filter(({ reading, usual }) => usual * ONE_USUAL_IN >= reading.text.length)
    .sort((a, b) => b.usual - a.usual);
  return likeliest?.reading;
}

/** UTF-32 first: a text in it may pass for one in UTF-16, never the other way round. */
const WITH_ZEROS = ['UTF-32LE', 'UTF-32BE', 'UTF-16LE', 'UTF-16BE'] as const;

function as(bytes: Uint8Array, encoding: string): Reading {
  return { text: iconv.decode(Buffer.from(bytes), encoding).replace(/^\ufeff/, ''), encoding };
}

/** A text may hold an escape or a stray control; of a program or an image a fifth is unprintable and more. */
const FEW_UNPRINTABLE = 0.02;

function readable(reading: Reading): Result<Reading> {
  return unprintableShare(reading.text) <= FEW_UNPRINTABLE ? { value: reading } : { problem: BINARY };
}

/** ISO-2022-JP is all ASCII bytes, and shows by the escapes with which it turns to kanji and back (RFC 1468). */
function iso2022Jp(bytes: Uint8Array): Reading | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are looked for.
  const turns = /\x1b\$[@B][^\x1b]+\x1b\([BJ]/;
  if (!bytes.includes(ESCAPE) || !turns.test(Buffer.from(bytes).toString('latin1'))) return undefined;
  const text = new TextDecoder('iso-2022-jp').decode(bytes);
  return text.includes('\ufffd') ? undefined : { text, encoding: 'ISO-2022-JP' };
}

const ESCAPE = 0x1b;

/** No text in an encoding of bytes holds a zero byte, nor more than a few of the other controls. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const controls = bytes.reduce((sum, byte) => sum + (CONTROLS.has(byte) ? 1 : 0), 0);
  return controls > FEW_UNPRINTABLE * bytes.length && !isEbcdic(bytes);
}

/** C0 controls but tab, line feed, form feed, carriage return and escape. */
const CONTROLS = new Set(
  Array.from({ length: 0x20 }, (_, byte) => byte).filter(
    (byte) => ![0x09, 0x0a, 0x0c, 0x0d, ESCAPE].includes(byte),
  ),
);

/** A space is 0x40 in EBCDIC, and all letters are beyond ASCII; nowhere else is `@` a word's end. */
function isEbcdic(bytes: Uint8Array): boolean {
  let spaces = 0;
  let letters = 0;
  let asciiSpaces = 0;
  for (const byte of bytes) {
    if (byte === 0x40) spaces += 1;
    else if (byte === 0x20) asciiSpaces += 1;
    else if (byte >= 0x81) letters += 1;
  }
  // A word of a European language has some five letters; a tenth of all is far from the spaces of any of them.
  return spaces > bytes.length / 20 && letters > bytes.length / 2 && asciiSpaces < spaces / 10;
}

/**
 * Of the characters beyond ASCII at most one to four whole ones is broken: a text in UTF-8 into which another was pasted, or that was cut. What
 * is in another encoding holds whole ones by chance: of 106 texts in 24 languages at most one to 2.5 broken ones (EUC-JP).
 */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all but ASCII.
  const whole = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return broken * 4 <= whole;
}

/** How much may look wrong in the encoding that a source states before another is looked for: most of what does not stand there in that. */
const BELIEVED = 0.3;

/** Names of the Encoding Standard that the decoder has under others. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  'x-mac-cyrillic': 'maccyrillic',
  'iso-8859-8-i': 'ISO-8859-8',
  'x-user-defined': 'windows-1252',
};

/** Undefined where the name is none of an encoding, or the bytes are not in it. */
function readAs(bytes: Uint8Array, stated: string): Reading | undefined {
  const name = encodingNamed(stated.trim());
  if (name === undefined) return undefined;
  const { text } = as(bytes, name);
  return text.includes('\ufffd') || implausibility(text) > BELIEVED
    ? undefined
    : { text, encoding: stated.trim() };
}

/** What the Encoding Standard means by a name: `latin1` is windows-1252, `gb2312` is GBK. */
function encodingNamed(stated: string): string | undefined {
  try {
    const standard = new TextDecoder(stated).encoding;
    return NAMED_OTHERWISE[standard] ?? (iconv.encodingExists(standard) ? standard : undefined);
  } catch {
    return iconv.encodingExists(stated) ? stated : undefined;
  }
}
