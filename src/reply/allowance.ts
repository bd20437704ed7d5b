// Keeps to what a publisher allows to be quoted.
import type { Article } from '../corpus/article.ts';
import { allowanceOf, type Passage, sizeOf } from '../corpus/passage.ts';
import { quote } from './quotation.ts';
import type { Block, Quotation, Reply } from './reply.ts';
import type { Words } from './words.ts';

/** Of its sentences, as the allowance counts: not of the space between them. */
function lengthOf({ article, first, last }: Passage): number {
  return sizeOf(article.sentences.slice(first, last + 1));
}

/** As many sentences of a passage, from its first, as there is room for; nothing where there is none for one. */
function within({ article, first, last }: Passage, room: number): Passage | undefined {
  for (let end = last; end >= first; end -= 1) {
    const shorter = { article, first, last: end };
    if (lengthOf(shorter) <= room) return shorter;
  }
  return undefined;
}

/**
 * A reply that quotes no more of each article than its publisher allows (`quote_at_most`): from where that ends on, quotations are left out,
 * with a sentence that says so, the publisher's address, and no way to more. One sentence is always shown.
 */
export function withinAllowance(reply: Reply, words: Words): Reply {
  const quoted = new Map<Article, number>();
  const blocks: Block[] = [];
  let capped: Article | undefined;
  let isShortened = false;
  for (const block of reply.blocks) {
    if (block.kind !== 'quotation') {
      if (!capped || (block.kind !== 'gap' && block.kind !== 'heading')) blocks.push(block);
      continue;
    }
    if (capped) continue;
    const { passage } = block.quotation;
    const { article } = passage;
    const before = quoted.get(article) ?? 0;
    const room = (allowanceOf(article) ?? Number.POSITIVE_INFINITY) - before;
    if (lengthOf(passage) <= room) {
      quoted.set(article, before + lengthOf(passage));
      blocks.push(block);
      continue;
    }
    capped = article;
    const shorter = within(passage, room) ?? (before === 0 ? { ...passage, last: passage.first } : undefined);
    if (!shorter) continue;
    isShortened = true;
    blocks.push({ kind: 'quotation', quotation: shortened(block.quotation, shorter) });
  }
  if (!capped) return reply;
  const { quoteAtMost = 1, url } = capped;
  const { rest: _, ...others } = reply;
  return {
    ...others,
    // What was said of sentences that are left out is not said.
    blocks: [
      ...blocks.filter(({ kind }) => !(isShortened && kind === 'evidence')),
      { kind: 'text', text: words.place.quotedEnough(Math.round(quoteAtMost * 100)) },
      ...(url ? [{ kind: 'note', text: words.sources.link(url) } as const] : []),
    ],
    buttons: reply.buttons.filter(({ rest, action }) => !rest && action?.verb !== 'context'),
    rest: () => undefined,
  };
}

function shortened(quotation: Quotation, passage: Passage): Quotation {
  const { matches, answers, form, page, button, placing } = quotation;
  const made = quote(passage, { ...placing, matches, answers, form, page, button });
  return quotation.letter === undefined ? made : { ...made, letter: quotation.letter };
}
