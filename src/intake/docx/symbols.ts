/**
 * Characters of Word's symbol fonts (`w:sym`), which have numbers of their own for what Unicode has as well: of Symbol, what
 * is set in running text (Unicode's mapping table for Adobe Symbol, VENDORS/ADOBE/symbol.txt); of Wingdings, check boxes,
 * arrows and bullets (its chart at unicode.org, L2/12-368).
 */
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    ...numbered(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
    ...numbered(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    45: '−',
    162: '′',
    163: '≤',
    165: '∞',
    ...numbered(0xab, '↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
    206: '∈',
    214: '√',
    215: '⋅',
  },
  wingdings: {
    159: '•',
    167: '▪',
    168: '◻',
    223: '←',
    224: '→',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
};

/** The character of Unicode that `w:sym` prints; undefined where it is not known. */
export function symbolOf(font: string, code: string): string | undefined {
  const number = /^[\da-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  if (Number.isNaN(number) || number > 0x10ffff) return undefined;
  // Word moves the characters of these fonts into the private use area (ISO/IEC 29500-1, 17.3.3.30).
  const isMoved = number >= 0xf000 && number <= 0xf0ff;
  const mapped = FONTS[font.toLowerCase()]?.[isMoved ? number - 0xf000 : number];
  if (mapped !== undefined) return mapped;
  return isMoved || number < 0x20 ? undefined : String.fromCodePoint(number);
}

function numbered(first: number, characters: string): Record<number, string> {
  return Object.fromEntries([...characters].map((character, index) => [first + index, character]));
}
