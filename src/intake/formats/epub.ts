import { piecesOf, type SourceDocument } from '../document.ts';
import { blocksOfBook } from '../epub/chapters.ts';
import { publicationOf } from '../epub/publication.ts';
import { statedOf } from '../epub/stated.ts';
import type { Format } from '../format.ts';
import { ownTextOf } from '../html/text.ts';
import { isZip, openedZip } from '../zip.ts';

const MEDIA_TYPE = 'application/epub+zip';

/** Electronic books. Asked before Word, which takes any other archive. */
export const EPUB: Format = {
  name: 'an EPUB',
  recognizes({ bytes }) {
    if (!isZip(bytes)) return false;
    // The media type stands uncompressed in the first file (EPUB 3.3, 4.2.3.3), except where a book was packed carelessly.
    if (Buffer.from(bytes.subarray(30, 100)).toString('latin1').includes(MEDIA_TYPE)) return true;
    const zip = openedZip(bytes);
    return (
      'value' in zip &&
      zip.value.names.some((name) => name === 'META-INF/container.xml' || name.endsWith('.opf'))
    );
  },
  async read({ bytes }) {
    const zip = openedZip(bytes);
    if ('problem' in zip) return { problem: `This EPUB cannot be read: ${zip.problem}.` };
    const publication = publicationOf(zip.value);
    if ('problem' in publication) return { problem: `This EPUB cannot be read: ${publication.problem}.` };
    const { blocks, leftOut } = blocksOfBook(publication.value);
    if (blocks.every((block) => !/\p{L}/u.test(piecesOf(block).join('')))) {
      return {
        problem: 'This EPUB holds no text, only images of its pages; add an edition that holds its words.',
      };
    }
    const document: SourceDocument = {
      stated: statedOf(publication.value.metadata),
      blocks,
      own: publication.value.chapters.map(({ markup }) => ownTextOf(markup)).join('\n'),
      leftOut,
    };
    return { value: [document] };
  },
};
