// Which elements are blocks, and which are the main part.
import { type DomElement, nameOf } from './dom.ts';

/** What begins and ends blocks (HTML Living Standard, 15.3.3, and the parts of tables, which may be read as blocks). */
const BLOCK = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);
const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/i;

/** Whether text before an element and text in it are no words of one line. */
export function isBlock(element: DomElement, name = nameOf(element)): boolean {
  if (BLOCK.has(name)) return true;
  const style = element.getAttribute('style');
  return style !== null && BLOCK_STYLE.test(style);
}

/** Whether an element holds what a page is about (HTML Living Standard, 4.3.2 and 4.4.14; schema.org, articleBody). */
export function isMain(element: DomElement, name = nameOf(element)): boolean {
  return (
    name === 'article' ||
    name === 'main' ||
    element.getAttribute('role') === 'main' ||
    /\barticleBody\b/.test(element.getAttribute('itemprop') ?? '')
  );
}
