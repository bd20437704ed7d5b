// EPUB books.
import { piecesOf, type SourceDocument } from '../document.ts';
import { blocksOfBook } from '../epub/chapters.ts';
import { publicationOf } from '../epub/publication.ts';
import { isEpub } from '../epub/recognition.ts';
import { statedOf } from '../epub/stated.ts';
import type { Format } from '../format.ts';
import { ownTextOf } from '../html/text.ts';
import { openedZip } from '../zip.ts';

/** Electronic books. */
export const epub: Format = {
  name: 'an EPUB',
  recognizes: ({ bytes }) => isEpub(bytes),
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
