// Reads the article of a page.
import type { Result } from '../../result.ts';
import type { SourceBlock, SourceDocument } from '../document.ts';
import type { Source } from '../source.ts';
import { blocksOfElement } from './blocks.ts';
import { parsedPage } from './dom.ts';
import { mainElements } from './main-part.ts';
import { metadataOf } from './metadata.ts';
import { refusalOf } from './refusal.ts';
import { reservationOf } from './reserved.ts';
import { restored } from './restore.ts';
import { articleElements } from './select.ts';
import { statedBy } from './stated.ts';
import { ownTextOf } from './text.ts';

/** Where a browser says that it saved a page from: its own comment, or SingleFile's. */
const SAVED_FROM = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S+)/i;

/** The article of a page, or why it is none that can be read. */
export function documentOf(markup: string, source: Source): Result<SourceDocument> {
  const page = parsedPage(markup);
  const root = page.documentElement;
  if (!root) return { problem: 'It holds no page: save it again, with its text.' };
  const metadata = metadataOf(root);
  const chosen = articleElements(page);
  const selected = chosen === undefined || chosen.size === 0 ? mainElements(root) : restored(root, chosen);
  const { blocks, leftOut } = blocksOfElement(root, (element) => selected.has(element));
  const own = ownTextOf(markup);
  const problem = refusalOf(blocks, metadata, own);
  if (problem !== undefined) return { problem };
  const address = source.response?.address ?? SAVED_FROM.exec(markup.slice(0, 2048))?.[1];
  const stated = statedBy(metadata, address);
  const reserved = reservationOf(metadata, source.response);
  return {
    value: {
      stated,
      blocks: withoutTitle(blocks, stated.title),
      own,
      leftOut,
      ...(reserved && { reserved }),
    },
  };
}

/** A heading that only prints the title, before the text: the article has it above all. */
function withoutTitle(blocks: readonly SourceBlock[], title: string | undefined): readonly SourceBlock[] {
  const [first] = blocks;
  const isTitle = first?.kind === 'heading' && first.pieces.join('').replace(/\s+/g, ' ').trim() === title;
  return isTitle ? blocks.slice(1) : blocks;
}
