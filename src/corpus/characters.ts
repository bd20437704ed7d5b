/** A character that has no place in an article, and where it stands. */
export interface BadCharacter {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  /** Such as `U+200B`. */
  readonly codePoint: string;
  readonly message: string;
}

/** Scripts that write U+200C and U+200D within words: Persian میخواهم, Hindi क्ष, Sinhala, Khmer and their kin. */
const JOINING = [
  ...[
    'Arabic',
    'Syriac',
    'Mongolian',
    'Nko',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
  ],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Myanmar', 'Khmer', 'Tibetan'],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');

/**
 * Characters one cannot see, which could make a quotation differ from what its reader sees: controls, zero-width and
 * bidi characters, soft hyphens, line separators. Three uses are part of correct spelling and are let through:
 * joiners after a letter of a script that needs them, if another such letter follows or a vowel sign or virama comes
 * before; joiners, variation selectors and tags in emoji (👩‍🚀, ❤️, 🏴󠁧󠁢󠁥󠁮󠁧󠁿); one variation selector after a character.
 */
const UNSEEN = new RegExp(
  [
    '\\r(?!\\n)',
    '(?![\\t\\n\\r])\\p{Cc}',
    '[\\u2028\\u2029\\uFFF9-\\uFFFB]',
    `(?<!\\p{M}(?<=[${JOINING}]))(?<![${JOINING}](?=[\\u200C\\u200D][${JOINING}]))` +
      '(?<!(?:\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})(?=\\u200D\\p{Extended_Pictographic}))' +
      '[\\u200C\\u200D]',
    '(?<![^\\s\\p{DI}])[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]',
    '(?<!\\u{1F3F4}[\\u{E0020}-\\u{E007F}]{0,8})[\\u{E0020}-\\u{E007F}]',
    '(?![\\u200C\\u200D\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}\\u{E0020}-\\u{E007F}])\\p{Default_Ignorable_Code_Point}',
  ].join('|'),
  'gu',
);

/** The first `most` unseen characters of a file's contents; `firstLine` is the number of its first line. */
export function unseenCharacters(contents: string, most = Number.POSITIVE_INFINITY): BadCharacter[] {
  const bad: BadCharacter[] = [];
  let line = 1;
  let lineStart = 0;
  let seen = 0;
  for (const match of contents.matchAll(UNSEEN)) {
    if (bad.length >= most) break;
    for (let i = contents.indexOf('\n', seen); i >= 0 && i < match.index; i = contents.indexOf('\n', i + 1)) {
      line += 1;
      lineStart = i + 1;
    }
    seen = match.index;
    const column = [...contents.slice(lineStart, match.index)].length + 1;
    const codePoint = codePointOf(match[0]);
    bad.push({ line, column, codePoint, message: messageFor(match[0], codePoint, column) });
  }
  return bad;
}

/**
 * A text without its unseen characters, and which those were, by code point (`U+00AD`), with how many of each. Line
 * separators become line feeds, a carriage return without a line feed too.
 */
export function withoutUnseen(text: string): {
  readonly text: string;
  readonly removed: ReadonlyMap<string, number>;
} {
  const removed = new Map<string, number>();
  let kept = text;
  // What a character joins tells whether it is one of spelling, so that one that goes may leave another that should.
  for (let before = ''; before !== kept; ) {
    before = kept;
    kept = kept.replace(UNSEEN, (character) => {
      const codePoint = codePointOf(character);
      removed.set(codePoint, (removed.get(codePoint) ?? 0) + 1);
      return /[\r\u2028\u2029]/.test(character) ? '\n' : '';
    });
  }
  return { text: kept, removed };
}

/** The first unseen character of a single value, such as a title, which may hold no line break or tab either. */
export function unseenInValue(value: string): string | undefined {
  const found = value.search(/[\t\r\n]/);
  const character = found >= 0 ? value[found] : value.match(UNSEEN)?.[0];
  return character && codePointOf(character);
}

/** Quotes what a file or a user wrote so that it can be printed on one line: shortened, with unseen characters escaped. */
export function quoted(value: string, most = 60): string {
  const characters = [...value];
  const short = characters.length > most ? `${characters.slice(0, most).join('')}…` : value;
  return `"${visible(short)}"`;
}

/** Text, such as a path, that can be printed on one line of a terminal: unseen characters and line breaks are escaped. */
export function visible(text: string): string {
  return text
    .replace(UNSEEN, (character) => `\\u{${codePointOf(character).slice(2)}}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const NAMES: Readonly<Record<string, string>> = {
  'U+0000': 'a NUL character',
  'U+000D': 'a carriage return without a line feed',
  'U+00AD': 'a soft hyphen',
  'U+200B': 'a zero-width space',
  'U+200C': 'a zero-width non-joiner',
  'U+200D': 'a zero-width joiner',
  'U+200E': 'a left-to-right mark',
  'U+200F': 'a right-to-left mark',
  'U+2028': 'a line separator',
  'U+2029': 'a paragraph separator',
  'U+2060': 'a word joiner',
  'U+FEFF': 'a zero-width no-break space',
};

function messageFor(character: string, codePoint: string, column: number): string {
  const name = NAMES[codePoint] ?? kindOf(character);
  const mend = /[\r\u2028\u2029]/.test(character) ? 'Put a plain line break there.' : 'Delete it.';
  return `column ${column} holds ${codePoint}, ${name}, which a reader cannot see. ${mend}`;
}

function kindOf(character: string): string {
  if (/\p{Cc}/u.test(character)) return 'a control character';
  if (/\p{Bidi_Control}/u.test(character)) return 'a control of the writing direction';
  return 'an invisible character';
}
