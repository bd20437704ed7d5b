// The characters that a run prints.
import type { XmlElement } from '../xml.ts';
import { symbolOf } from './symbols.ts';

/** Elements of a run that stand for one character, as `own.ts` reads them too. */
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  // Page and column breaks as well: words before and behind one are not one word.
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
};

/** The characters that an element of a run prints; undefined where it is none that prints characters. */
export function wordsOf(element: XmlElement): string | undefined {
  const local = element.name.slice(element.name.indexOf(':') + 1);
  if (element.name === 'w:t' || element.name === 'w:delText' || element.name === 'm:t') {
    const text = element.children.filter((child) => typeof child === 'string').join('');
    return spaced(text, element.attributes.get('xml:space') === 'preserve');
  }
  if (element.name === 'w:sym') {
    return symbolOf(element.attributes.get('w:font') ?? '', element.attributes.get('w:char') ?? '');
  }
  return element.name.startsWith('w:') ? SIGNS[local] : undefined;
}

/** Blanks at the ends of a text count only where it says so; a line end within it is a space. */
export function spaced(text: string, isPreserved: boolean): string {
  const words = text.replaceAll('\n', ' ');
  return isPreserved ? words : words.replace(/^[ \t]+|[ \t]+$/g, '');
}
