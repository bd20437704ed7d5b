// Plain text files.
import type { Stated } from '../document.ts';
import { piecesOf, type SourceBlock, type SourceDocument } from '../document.ts';
import { decodedAs, guessed } from '../encoding.ts';
import type { Format } from '../format.ts';
import { textBlocks } from '../text/blocks.ts';
import { withoutGutenberg } from '../text/gutenberg.ts';
import { countsPart } from '../text/headings.ts';
import { withoutPages } from '../text/lines.ts';

/** Plain text, and what nothing else recognizes: reading it tells whether it is text at all. */
export const plainText: Format = {
  name: 'plain text',
  recognizes: () => true,
  async read({ bytes, response }) {
    const text = decodedAs(bytes, response?.charset);
    if ('value' in text && isData(text.value.text)) {
      return { problem: 'It is JSON, not a text: add the page or the file that its text stands in.' };
    }
    return 'problem' in text
      ? text
      : { value: [{ ...textDocument(text.value.text), ...guessed(text.value) }] };
  },
};

/** Whether it is JSON of an object or a list. */
function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** A plain text as a document: every character of it is a character, whatever Markdown would take it for. */
export function textDocument(contents: string): SourceDocument {
  const own = contents.replace(/\r\n?/g, '\n');
  const inner = withoutGutenberg(own);
  const paged = withoutPages(inner.text);
  const { blocks, leftOut, changes } = textBlocks(paged.lines);
  const running = paged.leftOut.map(({ text }) => text.replace(/\s+/g, ''));
  const titled = withTitle(inner.stated, blocks);
  return {
    ...titled,
    own,
    isMark: (between) => /^>*$/.test(between) || isOnly(between, running),
    leftOut: [...inner.leftOut, ...paged.leftOut, ...leftOut],
    changes,
  };
}

/** Where pages end within a paragraph, foot and head of a page stand one after the other. */
function isOnly(between: string, running: readonly string[]): boolean {
  let rest = between.replace(/\s+/g, '');
  while (rest !== '') {
    const next = running.find((line) => line !== '' && rest.startsWith(line));
    if (next === undefined) return false;
    rest = rest.slice(next.length);
  }
  return true;
}

/** A text that opens with a heading states its title so, unless the heading counts parts. */
function withTitle(
  stated: Stated,
  blocks: readonly SourceBlock[],
): Pick<SourceDocument, 'stated' | 'blocks'> {
  const [first] = blocks;
  if (stated.title !== undefined || first?.kind !== 'heading') return { stated, blocks };
  const words = piecesOf(first).join('');
  if (countsPart(words)) return { stated, blocks };
  return { stated: { ...stated, title: words }, blocks: blocks.slice(1) };
}
