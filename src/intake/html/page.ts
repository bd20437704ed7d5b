import type { Result } from '../../result.ts';
import type { SourceDocument } from '../document.ts';
import type { Source } from '../source.ts';
import { blocksOfElement } from './blocks.ts';
import { parsedPage } from './dom.ts';
import { articleElements } from './select.ts';
import { ownTextOf } from './text.ts';

/** The article of a page, or why it is none that can be read. */
export function documentOf(markup: string, source: Source): Result<SourceDocument> {
  const page = parsedPage(markup);
  const selected = articleElements(page);
  const root = page.documentElement;
  if (!root) return { problem: `${source.name} holds no page.` };
  const { blocks, leftOut } = blocksOfElement(root, selected && ((element) => selected.has(element)));
  return { value: { stated: {}, blocks, own: ownTextOf(markup), leftOut } };
}
