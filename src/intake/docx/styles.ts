// Reads a Word file's styles.
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

/** Properties of a run that are on or off, and that styles of different kinds switch against each other. */
export type Toggle = 'vanish' | 'strike' | 'b';

/** A style as its paragraphs or runs are to be read. */
export interface Style {
  readonly id: string;
  /** In lower case, as Word names its own in every language: `heading 1`. */
  readonly name: string;
  /** 0 is that of the highest headings, 9 that of body text. */
  readonly outline?: number;
  /** It, or a style that it is based on, is one of headings by its name: its level, from 1. */
  readonly headingLevel?: number;
  readonly numbering?: NumberingOf;
  readonly toggles: Readonly<Partial<Record<Toggle, boolean>>>;
  readonly lang?: XmlElement;
}

/** `w:numPr`: the list that a paragraph belongs to (0: none), and its level there. */
export interface NumberingOf {
  readonly numId?: string;
  readonly level?: number;
}

export interface Styles {
  readonly style: (id: string | undefined) => Style | undefined;
  /** The style of paragraphs that name none. */
  readonly ofParagraphs: Style | undefined;
  readonly defaults: Readonly<Partial<Record<Toggle, boolean>>>;
  /** `w:lang` of the document's defaults. */
  readonly lang?: XmlElement;
}

const TOGGLES: readonly Toggle[] = ['vanish', 'strike', 'b'];

/**
 * Names of styles for headings. Word writes `heading 1` in every language and shows its translation; other programs write the
 * translation, which is that of Word's own menus.
 */
const HEADING_NAME =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|标题|標題|見出し|제목)\s*([1-9])$/;
/** A style based on itself by way of others would go on forever. */
const LONGEST_CHAIN = 32;

export function stylesOf(root: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  let ofParagraphs: string | undefined;
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes.get('w:styleId');
    if (id === undefined) continue;
    elements.set(id, element);
    if (
      element.attributes.get('w:type') === 'paragraph' &&
      isOn(element.attributes.get('w:default') ?? '0')
    ) {
      ofParagraphs = id;
    }
  }
  const known = new Map<string, Style | undefined>();
  const style = (id: string | undefined) => {
    if (id === undefined) return undefined;
    if (!known.has(id)) known.set(id, styleOf(id, elements));
    return known.get(id);
  };
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const lang = childOf(defaults, 'w:lang');
  return {
    style,
    ofParagraphs: style(ofParagraphs),
    defaults: togglesOf(defaults),
    ...(lang && { lang }),
  };
}

function styleOf(id: string, elements: ReadonlyMap<string, XmlElement>): Style | undefined {
  const chain = chainOf(id, elements);
  const own = chain[0];
  if (!own) return undefined;
  const nearest = <T>(of: (element: XmlElement) => T | undefined) =>
    chain.map(of).find((value) => value !== undefined);
  const outline = nearest((element) => levelOf(childOf(childOf(element, 'w:pPr'), 'w:outlineLvl')));
  const headingLevel = nearest((element) => HEADING_NAME.exec(nameOf(element))?.[1]);
  const numbering = numberingOf(nearest((element) => childOf(childOf(element, 'w:pPr'), 'w:numPr')));
  const lang = nearest((element) => childOf(childOf(element, 'w:rPr'), 'w:lang'));
  return {
    id,
    name: nameOf(own),
    toggles: Object.assign({}, ...chain.map((element) => togglesOf(childOf(element, 'w:rPr'))).reverse()),
    ...(outline !== undefined && { outline }),
    ...(headingLevel !== undefined && { headingLevel: Number(headingLevel) }),
    ...(numbering && { numbering }),
    ...(lang && { lang }),
  };
}

/** The style and those that it is based on, nearest first. */
function chainOf(id: string, elements: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  let next: string | undefined = id;
  while (next !== undefined && chain.length < LONGEST_CHAIN) {
    const element = elements.get(next);
    if (!element) break;
    chain.push(element);
    next = settingOf(childOf(element, 'w:basedOn'));
  }
  return chain;
}

function nameOf(style: XmlElement): string {
  return (settingOf(childOf(style, 'w:name')) ?? '').trim().toLowerCase();
}

export function settingOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes.get('w:val');
}

/** A whole number in `w:val`, which is 0 or more. */
export function levelOf(element: XmlElement | undefined): number | undefined {
  const value = settingOf(element);
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** `w:numPr` as a value. */
export function numberingOf(element: XmlElement | undefined): NumberingOf | undefined {
  if (!element) return undefined;
  const numId = settingOf(childOf(element, 'w:numId'));
  const level = levelOf(childOf(element, 'w:ilvl'));
  return { ...(numId !== undefined && { numId }), ...(level !== undefined && { level }) };
}

/** Whether a property is on, which is there without a value, or with one of these (ISO/IEC 29500-1, 17.17.4). */
function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on';
}

function togglesOf(runProperties: XmlElement | undefined): Partial<Record<Toggle, boolean>> {
  const found: Partial<Record<Toggle, boolean>> = {};
  for (const toggle of TOGGLES) {
    const element = childOf(runProperties, `w:${toggle}`);
    if (element) found[toggle] = isOn(settingOf(element));
  }
  return found;
}

/** Whether a property without styles' arithmetic stands there and is on. */
export function hasOn(properties: XmlElement | undefined, name: string): boolean {
  const element = childOf(properties, name);
  return element !== undefined && isOn(settingOf(element));
}

/**
 * Whether a property is on for a run: as the run says itself; else as the defaults say, where they switch it on; else where an
 * odd number of its styles of paragraph, table and character do (ISO/IEC 29500-1, 17.7.3).
 */
export function isToggled(
  toggle: Toggle,
  runProperties: XmlElement | undefined,
  styles: readonly (Style | undefined)[],
  defaults: Styles['defaults'],
): boolean {
  const own = childOf(runProperties, `w:${toggle}`);
  if (own) return isOn(settingOf(own));
  if (defaults[toggle]) return true;
  return styles.filter((style) => style?.toggles[toggle] === true).length % 2 === 1;
}
