import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { spanOf } from '../../corpus/passage.ts';
import { withinAllowance } from '../../reply/allowance.ts';
import { refTo } from '../../reply/reference.ts';
import type { Button, Reply, Tone } from '../../reply/reply.ts';
import type { Statement } from '../../search/search.ts';
import { CEILING, type Cost, costOf, fits, NOTHING, plus } from './budget.ts';
import { distinct, menuOf, rowsOf } from './controls.ts';
import { DISCORD_WORDS } from './discord-words.ts';
import {
  display,
  label,
  type Piece,
  piece,
  piecesOf,
  QUESTION_ID,
  type Quoted,
  type Reader,
  smallPrint,
} from './pieces.ts';
import { costOfButton, withButtons } from './quotation-buttons.ts';

const ACCENTS: Readonly<Record<Tone, number>> = {
  found: 0x2e9e5b,
  unclear: 0xd98e04,
  about: 0x5865f2,
  absent: 0x80848e,
  plain: 0x5865f2,
  fault: 0xd83c3e,
};

/** Labels of the interface are cut from these lengths on. */
const LONGEST = { heading: 200, footer: 400 };

export interface Composed {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Every quotation in the order of the message, for the proof. */
  readonly quoted: readonly Quoted[];
  /** What the message says of its quotations, for the proof; undefined where it says nothing. */
  readonly statement: Statement | undefined;
}

/** As many of `pieces`, from the first, as there is room for. */
function asManyAsFit(pieces: readonly Piece[], room: Cost): Piece[] {
  const taken: Piece[] = [];
  let used = NOTHING;
  for (const next of pieces) {
    used = plus(plus(used, next.cost), costOfButton(taken, next));
    if (!fits(used, room)) break;
    taken.push(next);
  }
  if (taken.length < pieces.length) while (taken.at(-1)?.leads) taken.pop();
  return taken;
}

const counted = (pieces: readonly Piece[]) => pieces.filter(({ counts }) => counts).length;

function choose(pieces: readonly Piece[], room: Cost): Piece[] {
  const taken = asManyAsFit(pieces, room);
  if (counted(taken) > 0 || counted(pieces) === 0) return taken;
  // The words around the first quotation would crowd it out: it goes before them.
  return asManyAsFit(pieces.slice(pieces.findIndex(({ counts }) => counts)), room);
}

/**
 * The message that shows `reply`: one container within Discord's limits. What does not fit is left out as whole blocks
 * from the end and stays in reach through `Reply.rest`; a passage longer than a message is shown a page at a time.
 */
export function compose(whole: Reply, reader: Reader): Composed {
  const reply = withinAllowance(whole, reader.words);
  const { locale } = reader;
  const hasQuestion = reply.blocks.some((block) => block.kind === 'note' && block.question);
  const carried =
    reader.question === undefined || hasQuestion
      ? []
      : [piece([{ ...display(reader.question), id: QUESTION_ID }])];
  const heading = display(`### ${label(reply.heading, LONGEST.heading)}`);
  const footer: APIComponentInContainer[] = reply.footer ? [smallPrint(reply.footer, LONGEST.footer)] : [];
  const menus = reply.menus.map((menu, index) => menuOf(menu, index, locale));
  const below = (buttons: readonly Button[]) => [
    ...footer,
    ...menus,
    ...rowsOf(buttons, locale, reader.isRemovable),
  ];
  const assemble = (inner: readonly APIComponentInContainer[]): APIMessageTopLevelComponent[] => [
    {
      type: ComponentType.Container,
      accent_color: ACCENTS[reply.tone],
      components: [heading, ...inner],
    },
  ];

  // The button for the rest and the row it may begin are kept free even where they turn out not to be needed.
  const fixed = plus(costOf(assemble(below(reply.buttons))), { ...NOTHING, components: 3, characters: 120 });
  const room = {
    components: CEILING.components - fixed.components,
    characters: CEILING.characters - fixed.characters,
    bytes: CEILING.bytes - fixed.bytes,
  };
  const { pieces, taken } = chooseFrom(reply, reader, carried, room);
  const left = pieces.filter((piece) => piece.counts && !taken.includes(piece));
  const rest = left.length > 0 ? restOf(reply, taken, left, reader) : undefined;
  const buttons = rest ? [rest, ...reply.buttons.filter((button) => !button.rest)] : reply.buttons;
  const unreachable =
    left.length > 0 && !rest ? [display(`-# ${DISCORD_WORDS[locale].leftOut(left.length)}`)] : [];
  const body = withButtons(taken, locale);
  return {
    components: distinct(assemble([...body, ...unreachable, ...below(buttons)])),
    quoted: quotedIn(taken),
    statement: taken.find(({ statement }) => statement)?.statement,
  };
}

const quotedIn = (pieces: readonly Piece[]) => pieces.flatMap(({ quoted }) => quoted ?? []);

/** The pieces of a reply and as many as there is room for; the evidence among them is of what is displayed of the quotations. */
function chooseFrom(reply: Reply, reader: Reader, carried: readonly Piece[], room: Cost) {
  let pieces = [...carried, ...piecesOf(reply.blocks, reader)];
  let taken = choose(pieces, room);
  if (!reply.blocks.some(({ kind }) => kind === 'evidence')) return { pieces, taken };
  // Without more words it is of all quotations, and of all of each.
  let meant = quotedIn(pieces).map(({ passage }) => spanOf(passage));
  for (;;) {
    const shown = quotedIn(taken).map(({ span }) => span);
    const isMeant = shown.every(({ start, end }, at) => meant[at]?.start === start && meant[at]?.end === end);
    if (isMeant && shown.length === meant.length) return { pieces, taken };
    // Fewer quotations each time, so that it ends.
    meant = shown;
    pieces = [...carried, ...piecesOf(reply.blocks, { ...reader, shown })];
    taken = choose(pieces, room);
    if (quotedIn(taken).length > shown.length)
      return { pieces, taken: taken.filter(({ statement }) => !statement) };
  }
}

/** The button that shows what is left out: the reply's own, or one that names the passages. */
function restOf(
  reply: Reply,
  taken: readonly Piece[],
  left: readonly Piece[],
  { words }: Reader,
): Button | undefined {
  if (reply.rest) {
    const rest = reply.rest(counted(taken));
    return rest && { ...rest, rest: true };
  }
  const passages = left.flatMap(({ quoted }) => (quoted ? [refTo(quoted.passage)] : []));
  if (passages.length < left.length) return undefined;
  return {
    label: words.buttons.more(passages.length),
    action: { verb: 'more', passages, from: counted(taken) },
    rest: true,
  };
}
