// Reads a Word file's own text a second time, to check the first.
import { withoutEntities } from '../xml.ts';
import { symbolOf } from './symbols.ts';
import { SIGNS, spaced } from './words.ts';

/** What of the XML prints characters, and what parts or encloses paragraphs; prefixes may be any. */
const TOKEN =
  /<(\/?)(?:[\w.-]+:)?(t|delText|tab|ptab|br|cr|noBreakHyphen|softHyphen|sym|p|txbxContent)(?=[\s/>])([^>]*)>([^<]*(?:<!\[CDATA\[[\s\S]*?\]\]>[^<]*)*)/g;
/** Tab stops are elements of the same name as tabs. */
const TAB_STOPS = /<((?:[\w.-]+:)?tabs)\s*>[\s\S]*?<\/\1\s*>/g;

/**
 * All characters of a part of a Word file, one paragraph a line, found in the XML as it is written and not by what it means:
 * with deleted and hidden text, and both versions of a text box. What stands in a text box follows the paragraph it is
 * anchored in.
 */
export function ownTextOf(xml: string): string {
  const boxes: string[] = [];
  let written = '';
  const outer: string[] = [];
  for (const token of xml.replace(TAB_STOPS, '').matchAll(TOKEN)) {
    const [, slash, name = '', attributes = '', content = ''] = token;
    const isEmpty = attributes.endsWith('/');
    if (name === 'txbxContent') {
      if (slash === '' && !isEmpty) {
        outer.push(written);
        written = '';
      } else if (slash === '/' && outer.length > 0) {
        boxes.push(written);
        written = outer.pop() ?? '';
      }
    } else if (name === 'p') {
      if (slash === '/' || isEmpty) written += '\n';
      if (outer.length === 0) written += boxes.splice(0).join('');
    } else if (slash === '') {
      if (name === 't' || name === 'delText') {
        if (!isEmpty) written += charactersOf(content, /space\s*=\s*["']preserve/.test(attributes));
      } else if (name === 'sym') {
        const [font = '', code = ''] = ['font', 'char'].map(
          (attribute) => new RegExp(`${attribute}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1],
        );
        written += symbolOf(font, code) ?? '';
      } else written += SIGNS[name] ?? '';
    }
  }
  return outer.join('') + written + boxes.join('');
}

/** The characters of an element's content, whose CDATA sections stand for themselves. */
function charactersOf(content: string, isPreserved: boolean): string {
  const characters = content
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, index) => (index % 2 === 0 ? withoutEntities(part) : part))
    .join('');
  return spaced(characters, isPreserved);
}
