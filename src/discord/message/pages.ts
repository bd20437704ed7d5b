// Splits long passages into pages.
import { type Passage, type Span, spanOf, textOf } from '../../corpus/passage.ts';
import { escapeMarkdown, prefixLines } from './markdown.ts';

/**
 * How much of a passage one message shows, as Markdown without bold. The rest of a message's budget is for headings,
 * attribution, bold and the question, so that where a page ends depends on the passage alone and not on who asks.
 */
const PAGE = { characters: 2000, bytes: 6000 };

/** A run without white space, such as a Chinese sentence, is cut between words from this length on. */
const LONG_RUN = 100;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The smallest parts that a page is made of: words with the space after them. Joined they are `text`. */
function* unitsOf(text: string): Generator<string> {
  for (const [run] of text.matchAll(/\S+\s*|\s+/g)) {
    if (run.length <= LONG_RUN) yield run;
    else {
      for (const { segment } of words.segment(run)) {
        if (segment.length <= LONG_RUN) yield segment;
        // A code point at a time, so that no surrogate pair is parted.
        else yield* segment;
      }
    }
  }
}

function sizeOf(text: string) {
  const markdown = prefixLines('> ', escapeMarkdown(text));
  return { characters: markdown.length, bytes: Buffer.byteLength(markdown) };
}

function fitsOnePage(text: string): boolean {
  // Escaping at most triples a text: a line break gets `> ` after it, any other character gets one backslash.
  if (text.length * 3 <= PAGE.characters) return true;
  const { characters, bytes } = sizeOf(text);
  return characters <= PAGE.characters && bytes <= PAGE.bytes;
}

/**
 * The pages on which `passage` is shown, as offsets into its article's text. Joined they are the passage; there is
 * one page unless it is longer than a message can hold. Pages end between words.
 */
export function pagesOf(passage: Passage): readonly Span[] {
  const { start, end } = spanOf(passage);
  const text = textOf(passage);
  if (fitsOnePage(text)) return [{ start, end }];
  const pages: Span[] = [];
  let from = start;
  let to = start;
  let used = { characters: 0, bytes: 0 };
  for (const unit of unitsOf(text)) {
    const size = sizeOf(unit);
    const grown = { characters: used.characters + size.characters, bytes: used.bytes + size.bytes };
    if (to > from && (grown.characters > PAGE.characters || grown.bytes > PAGE.bytes)) {
      pages.push({ start: from, end: to });
      from = to;
      used = size;
    } else {
      used = grown;
    }
    to += unit.length;
  }
  pages.push({ start: from, end });
  return pages;
}
