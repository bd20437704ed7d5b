// Reads a page's own text a second time, to check the first.
import { decodeHTML } from 'entities';

/** What holds no text of the page; it ends only at its own end tag (HTML Living Standard, 13.1.2). */
const RAW = new Set(['script', 'style']);
/** What may stand within a word: no break is put in its place. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const TAG = /<(?:!--(?:>|->|[\s\S]*?(?:--!?>|$))|[!?][^>]*>?|\/?[a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>?)/gi;
const NAME = /^<(\/?)([a-z][^\s/>]*)/i;

/**
 * The text of a page in its order, read from its characters and not from a parsed page: between its tags, entities decoded,
 * without scripts and styles; a line feed where a tag of a block stands.
 */
export function ownTextOf(html: string): string {
  const found: string[] = [];
  let from = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    if (tag.index > from) found.push(decodeHTML(html.slice(from, tag.index)));
    from = tag.index + tag[0].length;
    const [, closing = '', written = ''] = NAME.exec(tag[0]) ?? [];
    const name = written.toLowerCase();
    if (name === '') continue;
    if (closing === '' && RAW.has(name) && !tag[0].endsWith('/>')) {
      const end = html.slice(from).search(new RegExp(`</${name}[\\s/>]`, 'i'));
      from = end < 0 ? html.length : from + end;
      TAG.lastIndex = from;
    } else if (!INLINE.has(name)) found.push('\n');
  }
  if (from < html.length) found.push(decodeHTML(html.slice(from)));
  return found.join('');
}
