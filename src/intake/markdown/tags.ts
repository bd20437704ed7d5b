/** An HTML or JSX tag, as far as its text matters. */
export interface Tag {
  /** As written: `div`, `TabItem`. */
  readonly name: string;
  readonly closes: boolean;
  /** It closes itself, or is one that holds nothing. */
  readonly isEmpty: boolean;
  readonly raw: string;
}

const TAG = /^<(\/?)([A-Za-z][\w.:-]*)?((?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\}+)*?)(\/?)>$/s;
const EMPTY = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Undefined where it is none, such as a declaration. `<>` is a tag without a name. */
export function tagOf(raw: string): Tag | undefined {
  const [, slash, name = '', , selfClosing] = TAG.exec(raw) ?? [];
  if (slash === undefined) return undefined;
  return { name, closes: slash === '/', isEmpty: selfClosing === '/' || EMPTY.has(name.toLowerCase()), raw };
}

/** What an attribute says; undefined where the tag has none. */
export function attributeOf({ raw }: Tag, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(raw);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** Elements that begin and end a block of text (HTML Standard, 15.3). */
const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary ' +
    'table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** The other elements of HTML, of old ones too, and of SVG and MathML what is found alone. */
const INLINE = new Set(
  (
    'a abbr acronym applet area audio b base basefont bdi bdo big blink br button canvas cite code col colgroup data datalist del dfn ' +
    'em embed font frame g i iframe img input ins kbd label link map mark marquee math meta meter nobr noframes noscript object output ' +
    'param path picture progress q rb rp rt rtc ruby s samp script select slot small source span strike strong style sub sup svg ' +
    'template textarea time track tt u var video wbr'
  ).split(' '),
);

export function isBlockTag({ name }: Tag): boolean {
  return BLOCK.has(name.toLowerCase());
}

/** An element of HTML, one that a page defines itself (`my-element`), or a component (`TabItem`); not `<remote>`, `<T>`. */
export function isElement({ name, raw }: Tag): boolean {
  const small = name.toLowerCase();
  return (
    BLOCK.has(small) ||
    INLINE.has(small) ||
    name === '' ||
    name.includes('-') ||
    /^[A-Z]\w+/.test(name) ||
    /[\s/]/.test(raw.slice(2 + name.length))
  );
}
