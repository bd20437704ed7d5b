// Finds the encoding of bytes that do not state it.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { implausibility } from './plausible.ts';

/** A text and the encoding that it was read in, as it is commonly called. */
export interface Reading {
  readonly text: string;
  readonly encoding: string;
}

/** What `chardet` knows by how often letters follow each other, by its names, and what of it holds more: windows-1252 all of ISO-8859-1. */
const KNOWN: Readonly<Record<string, string>> = {
  Shift_JIS: 'Shift_JIS',
  'EUC-JP': 'EUC-JP',
  'EUC-KR': 'EUC-KR',
  Big5: 'Big5',
  GB18030: 'GB18030',
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'ISO-8859-2',
  'ISO-8859-5': 'ISO-8859-5',
  'ISO-8859-6': 'ISO-8859-6',
  'ISO-8859-7': 'ISO-8859-7',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'KOI8-R': 'KOI8-U',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
};

/** Those of them in which most characters are of two bytes. */
const OF_TWO_BYTES = ['Shift_JIS', 'EUC-JP', 'EUC-KR', 'Big5', 'GB18030'];

/** What it does not know, taken only where what it knows is less plausible: encodings of older systems, the more common first. */
const UNKNOWN = ['macintosh', 'CP850', 'CP866', 'maccyrillic', 'CP437', 'CP852', 'maccenteuro'];

/** A text may hold a few signs that look like an error: `naïveté™s`. Between two encodings less than this decides nothing. */
const SAME = 0.02;

/**
 * Most of what may look wrong. Of texts in 24 languages read in their own encoding at most 4 % did, in the likeliest wrong one
 * more than 30 %.
 */
const PLAUSIBLE = 0.15;

/** Where `chardet` is as sure as this of an encoding of two bytes, the common characters of its language stand there (of 100). */
const SURE = 50;

/** Bytes that are looked at: what is beyond shows nothing new. */
const SAMPLE = 200_000;

/** Bytes beyond ASCII between spaces and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes are looked at as characters.
const WORDS_BEYOND_ASCII = /[^\x00-\x20]*[^\x00-\x7f][^\x00-\x20]*/g;

/** The most plausible reading of bytes that are no UTF-8; undefined where none is. */
export function likeliestReading(bytes: Uint8Array): Reading | undefined {
  // Words within ASCII say nothing of the encoding, only of a language: names and code in English would make all text Western.
  const latin = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  const words = Buffer.from((latin.match(WORDS_BEYOND_ASCII) ?? []).join(' '), 'latin1');
  const sample = bytes.subarray(0, SAMPLE);

  const analyzed = analyse(words);
  for (const { name, confidence } of analyzed) {
    if (!OF_TWO_BYTES.includes(name) || confidence < SURE) continue;
    const text = iconv.decode(Buffer.from(bytes), name);
    if (implausibility(text) <= PLAUSIBLE) return { text, encoding: name };
  }
  const known = new Map<string, number>();
  for (const { name, confidence } of analyzed) {
    const encoding = KNOWN[name];
    if (encoding === undefined || OF_TWO_BYTES.includes(name)) continue;
    known.set(encoding, Math.max(confidence, known.get(encoding) ?? 0));
  }
  if (!known.has('windows-1252')) known.set('windows-1252', 0);
  const candidates = [...known, ...UNKNOWN.map((encoding) => [encoding, -1] as const)].map(
    ([encoding, confidence]) => {
      const text = iconv.decode(Buffer.from(sample), encoding);
      return { encoding, confidence, flaws: text.includes('\ufffd') ? 1 : implausibility(text) };
    },
  );
  const fewest = Math.min(...candidates.map(({ flaws }) => flaws));
  const [best] = candidates
    .filter(({ flaws }) => flaws <= fewest + SAME)
    .sort((a, b) => b.confidence - a.confidence);
  if (!best || best.flaws > PLAUSIBLE) return undefined;
  return { text: iconv.decode(Buffer.from(bytes), best.encoding), encoding: best.encoding };
}
