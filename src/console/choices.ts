// What can be chosen by number under a reply.
import { spanOf } from '../corpus/passage.ts';
import type { Action } from '../reply/action.ts';
import { placeOf, sayPlace } from '../reply/attribution.ts';
import type { Block, Button, Reply } from '../reply/reply.ts';
import { shorten } from '../reply/shorten.ts';
import type { Words } from '../reply/words.ts';

/** How much of an entry's name stands beside its button, in UTF-16 units. */
const NAME_ON_BUTTON = 40;

export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly action: Action;
}

/** What can be pressed under a reply: its buttons in the order of the blocks they belong to, then its menus. */
export interface Choices {
  readonly buttons: readonly Choice[];
  readonly menus: readonly { readonly placeholder: string; readonly options: readonly Choice[] }[];
}

/** A terminal has one reader and no end to its pages, so that sharing and paging have no place in it. */
const MEANT_FOR_CHAT: readonly Action['verb'][] = ['share', 'page'];

/** The buttons and menus of a reply that have a place in a terminal. */
export function choicesOf({ blocks, buttons, menus }: Reply, words: Words): Choices {
  return {
    buttons: [
      ...blocks.flatMap((block) => besideBlock(block, words)),
      ...buttons.flatMap((button) => choice(button)),
    ],
    menus,
  };
}

function besideBlock(block: Block, words: Words): Choice[] {
  if (block.kind === 'quotation') {
    const { button, letter, passage, placing } = block.quotation;
    const place = () => sayPlace(placeOf(passage, spanOf(passage), placing), words);
    return button ? choice(button, letter ?? place()) : [];
  }
  if (block.kind === 'entry' && block.button)
    return choice(block.button, shorten(block.name, NAME_ON_BUTTON));
  return [];
}

function choice({ label, action }: Button, beside = ''): Choice[] {
  if (!action || MEANT_FOR_CHAT.includes(action.verb)) return [];
  return [{ label: beside ? `${label} ${beside}` : label, action }];
}
