/** What is known of a font beside its letters. */
export interface Font {
  readonly name: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospaced: boolean;
}

interface LoadedFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
}

/** `CMBX`, `SFBX` and `cmb` are TeX's bold faces; `Bd`, `Blk` and `Hv` are short for them in names of type foundries. */
const BOLD =
  /bold|black|heavy|demi|(?:^|\+)(?:cmb|sfb|lmb|ecb|ptmb|phvb)|[-,](?:bd|blk|hv|b)(?![a-z])|medi(?:um)?$|-bol/i;
const LIGHT = /semilight|demilight/i;
/** `CMTI`, `CMSL` and `SFTI` are TeX's italic and slanted faces. */
const ITALIC = /ital|obli|slant|(?:^|\+)(?:cmti|cmsl|sfti|sfsl|ptmri|cmbxti)|[-,](?:it|i|bi)(?![a-z])/i;
const MONOSPACED =
  /mono|courier|consol|menlo|monaco|typewriter|fixed|inconsolata|source ?code|(?:^|\+)(?:cmtt|sftt|ectt|lmtt|cmsltt|pcr)/i;

/** A font as its name tells it: few files state weight and slant in any other way. */
export function fontOf(loaded: LoadedFont | undefined): Font {
  const name = loaded?.name ?? '';
  return {
    name,
    isBold: (loaded?.bold === true || loaded?.black === true || BOLD.test(name)) && !LIGHT.test(name),
    isItalic: loaded?.italic === true || ITALIC.test(name),
    isMonospaced: MONOSPACED.test(name),
  };
}
