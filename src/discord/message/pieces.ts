import { ComponentType } from 'discord-api-types/v10';
import type { Block } from '../../reply/reply.ts';
import { shorten } from '../../reply/shorten.ts';
import { escapeLabel, prefixLines } from './markdown.ts';
import { besideButton, display, GAP, label, type Piece, piece, type Reader } from './piece.ts';
import { quotationPiece } from './quotation.ts';

/** Marks the line that repeats the question, so that it can be found again in the message when a button is pressed. */
export const QUESTION_ID = 1000;

/** Labels of the interface are cut from these lengths on. */
const LONGEST = { line: 900, heading: 200, entry: 2000 };

const linesOf = (text: string) =>
  shorten(text, LONGEST.line)
    .split('\n')
    .map(escapeLabel)
    .filter((line) => line !== '')
    .join('\n');

/** An entry's name and as many of its lines as a message has room for; `[…]` stands for those left out. */
function entryOf(name: string, lines: readonly string[]): string {
  const kept = [`**${label(name, LONGEST.heading)}**`];
  let length = 0;
  for (const line of lines.map(linesOf)) {
    length += line.length;
    if (length > LONGEST.entry) return [...kept, GAP].join('\n');
    if (line !== '') kept.push(line);
  }
  return kept.join('\n');
}

/** A block as Discord shows it. One without words is no component: Discord refuses empty text. */
function pieceOf(block: Block, leads: readonly string[], reader: Reader): Piece {
  switch (block.kind) {
    case 'text': {
      const text = linesOf(block.text);
      return piece(text === '' ? [] : [display(text)]);
    }
    case 'note': {
      const text = linesOf(block.text);
      const small = display(prefixLines('-# ', text));
      return piece(text === '' ? [] : [block.question ? { ...small, id: QUESTION_ID } : small]);
    }
    case 'heading':
    case 'gap':
      return piece([display(lineOf(block))], { leads: true });
    case 'divider':
      return piece([{ type: ComponentType.Separator, divider: true, spacing: 1 }], { leads: true });
    case 'quotation':
      return quotationPiece(block.quotation, leads, reader);
    case 'entry': {
      const text = display(entryOf(block.name, block.lines));
      return piece(besideButton([text], block.button, reader.locale), { counts: true });
    }
  }
}

type Lead = Extract<Block, { kind: 'heading' | 'gap' }>;

const isLead = (block: Block): block is Lead => block.kind === 'gap' || block.kind === 'heading';

/** Text before an article's first heading has none. */
const isSilent = (block: Block) => block.kind === 'heading' && block.text.trim() === '';

function lineOf(block: Lead): string {
  return block.kind === 'gap' ? GAP : `**${label(block.text, LONGEST.heading)}**`;
}

/**
 * The blocks of a reply in their order. Gaps and headings right before a quotation stand in its own text, which saves
 * one of the 40 components for each.
 */
export function piecesOf(blocks: readonly Block[], reader: Reader): Piece[] {
  const pieces: Piece[] = [];
  let leads: Lead[] = [];
  for (const block of blocks) {
    if (isSilent(block)) continue;
    if (isLead(block)) {
      leads.push(block);
      continue;
    }
    const isQuotation = block.kind === 'quotation';
    if (!isQuotation) pieces.push(...leads.map((lead) => pieceOf(lead, [], reader)));
    pieces.push(pieceOf(block, isQuotation ? leads.map(lineOf) : [], reader));
    leads = [];
  }
  return [...pieces, ...leads.map((lead) => pieceOf(lead, [], reader))];
}
