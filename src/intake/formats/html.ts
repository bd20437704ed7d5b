// Web pages.
import type { Result } from '../../result.ts';
import type { SourceDocument } from '../document.ts';
import { decoded } from '../encoding.ts';
import type { Format } from '../format.ts';
import { statedCharset } from '../html/charset.ts';
import { endingOf } from '../source.ts';

const MEDIA_TYPES = new Set(['text/html', 'application/xhtml+xml']);
const ENDINGS = new Set(['html', 'htm', 'xhtml', 'xht', 'shtml']);
/** What servers call a file that they do not know. */
const VAGUE_TYPES = new Set(['', 'application/octet-stream']);
/** How pages open, behind a mark of their byte order, comments and the declaration of XML. */
const OPENING =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
/** In bytes; licenses in comments stand before the first tag of some pages. */
const LONGEST_OPENING = 2048;

/** A web page as a server answers it, or as it was saved. */
export const html: Format = {
  name: 'a web page',
  recognizes(source) {
    const { bytes, response } = source;
    if (response !== undefined && !VAGUE_TYPES.has(response.mediaType))
      return MEDIA_TYPES.has(response.mediaType);
    return ENDINGS.has(endingOf(source)) || OPENING.test(openingOf(bytes));
  },
  async read(source): Promise<Result<readonly SourceDocument[]>> {
    const markup = decoded(source.bytes, source.response?.charset ?? statedCharset(source.bytes));
    if ('problem' in markup) return markup;
    const { documentOf } = await import('../html/page.ts');
    const document = documentOf(markup.value, source);
    return 'problem' in document ? document : { value: [document.value] };
  },
};

function openingOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, LONGEST_OPENING)).toString('latin1');
}
