// Takes out tables of contents.
import type { LeftOut } from '../document.ts';
import { piecesOf } from '../document.ts';
import type { Gathered } from './gathering.ts';

/** What a table of contents is headed with, in the languages that the bot speaks and some more. */
const HEADINGS =
  /^[^\p{L}]*(?:(?:table of )?contents?|toc|on this page|in this (?:article|guide|page)|index|overview|summary|sections|目录|目錄|目次|もくじ|목차|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|contenido|tabla de contenidos?|sumário|indice|sommario|содержание|оглавление|зміст|spis treści|içindekiler)(?![\p{L}])[^\p{L}]*(?:generated\b.*)?$/iu;

/** Of a list as many items as this lead to places in the document where it is one of contents; others head groups of them. */
const MOST = 2 / 3;

/** Takes out lists of links to places in the same document, each with its heading. */
export function withoutContents(gathered: readonly Gathered[]): {
  readonly kept: readonly Gathered[];
  readonly leftOut: readonly LeftOut[];
} {
  const kept: Gathered[] = [];
  const leftOut: LeftOut[] = [];
  for (let at = 0; at < gathered.length; at += 1) {
    const here = gathered[at];
    if (!here) break;
    let end = at;
    while (gathered[end]?.block.kind === 'item') end += 1;
    const items = gathered.slice(at, end);
    const links = items.filter(({ isLink }) => isLink).length;
    if (links < 2 || links < MOST * items.length) {
      // The items after the first make no list by themselves.
      kept.push(...(items.length > 0 ? items : [here]));
      at += Math.max(0, items.length - 1);
      continue;
    }
    const heading = kept.at(-1);
    const isHeaded =
      heading !== undefined && heading.block.kind !== 'item' && HEADINGS.test(wordsOf(heading));
    if (isHeaded) kept.pop();
    const taken = isHeaded ? [heading, ...items] : items;
    leftOut.push({ what: 'contents', text: taken.map(wordsOf).join('\n') });
    at = end - 1;
  }
  return { kept, leftOut };
}

function wordsOf({ block }: Gathered): string {
  return piecesOf(block).join('').trim();
}
