// Feeds.
import type { Result } from '../../result.ts';
import type { SourceDocument } from '../document.ts';
import { decoded } from '../encoding.ts';
import type { Format } from '../format.ts';
import type { Source } from '../source.ts';

/** In bytes: licenses and style sheets may stand before the first tag. */
const LONGEST_OPENING = 16 * 1024;
/** What may stand before the first tag: a mark of the byte order as Latin-1, blank lines, instructions, comments, a document type. */
const BEFORE_ROOT =
  /^(?:\s|\0|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*/i;
const ROOT = /^<(?:[\w.-]+:)?(?:rss|feed)[\s>]/i;
/** RDF holds much else; RSS 0.9 and 1.0 are what is said to be so. */
const RDF_ROOT = /^<(?:[\w.-]+:)?RDF\s[^>]*(?:purl\.org\/rss\/|netscape\.com\/rdf\/)/i;
/** Keys of JSON may stand in any order (https://www.jsonfeed.org/version/1.1/). */
const JSON_VERSION = /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/;

/** RSS, Atom and JSON Feed: each entry is a document. */
export const feed: Format = {
  name: 'a feed',
  recognizes({ bytes }) {
    const opening = Buffer.from(bytes.subarray(0, LONGEST_OPENING)).toString('latin1').replaceAll('\0', '');
    const root = opening.replace(BEFORE_ROOT, '');
    if (root.startsWith('{')) return JSON_VERSION.test(Buffer.from(bytes).toString('latin1'));
    return ROOT.test(root) || RDF_ROOT.test(root);
  },
  async read(source): Promise<Result<readonly SourceDocument[]>> {
    const markup = decoded(source.bytes, source.response?.charset ?? statedEncoding(source));
    if ('problem' in markup) return markup;
    const text = markup.value.replace(/^[^<{]+/, '');
    const [{ feedOf }, { documentsOf }] = await Promise.all([
      import('../feed/entries.ts'),
      import('../feed/documents.ts'),
    ]);
    const read = feedOf(text);
    if ('problem' in read) return { problem: `The feed ${read.problem}` };
    if (read.value.entries.length === 0) {
      return { problem: 'The feed has no entries: try again when it has some.' };
    }
    return { value: documentsOf(read.value, text, source.response?.address) };
  },
};

/** The encoding that the declaration of XML states (XML 1.0, 4.3.3). */
function statedEncoding({ bytes }: Source): string | undefined {
  const opening = Buffer.from(bytes.subarray(0, LONGEST_OPENING)).toString('latin1').replaceAll('\0', '');
  return /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(opening)?.[1];
}
