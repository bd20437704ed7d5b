// Turns a reply into a message within Discord's limits.
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { spanOf } from '../../corpus/passage.ts';
import { withinAllowance } from '../../reply/allowance.ts';
import { moreButton } from '../../reply/buttons.ts';
import { allOf, type Shown } from '../../reply/claim.ts';
import { refTo } from '../../reply/reference.ts';
import type { Button, Reply, Tone } from '../../reply/reply.ts';
import type { Statement } from '../../search/search.ts';
import { CEILING, type Cost, costOf, fits, NOTHING, plus } from './budget.ts';
import { distinct, editMenuOf, menuOf, rowsOf } from './controls.ts';
import { DISCORD_WORDS } from './discord-words.ts';
import { pagesOf } from './pages.ts';
import {
  display,
  label,
  type Piece,
  piece,
  piecesOf,
  type Quoted,
  type Reader,
  type Said,
  smallPrint,
  told,
} from './pieces.ts';
import { QUESTION_ID } from './question-id.ts';
import { costOfButton, displayedOf, withButtons } from './quotation-buttons.ts';

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
  /** What the message says of the question's words in its quotations, for the proof; undefined where it says nothing. */
  readonly statement: Statement | undefined;
  /** All else that it says, in the order of the message. */
  readonly said: readonly Said[];
  /** The addresses of pages among its links; all other links lead to publishers. */
  readonly pages: ReadonlySet<string>;
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
  const headingOver = (shown: Shown) => {
    const { text, said } = told(reply.heading, { ...reader, shown });
    return { component: display(`### ${label(text || reader.words.place.here, LONGEST.heading)}`), said };
  };
  const planned = plannedOf(reply);
  const foot = told(reply.footer ?? '', { ...reader, shown: planned });
  const footer: APIComponentInContainer[] = foot.text ? [smallPrint(foot.text, LONGEST.footer)] : [];
  const menus = [
    ...reply.menus.map((menu, index) => menuOf(menu, index, locale)),
    ...(reply.editMenu ? [editMenuOf(reply.editMenu, locale)] : []),
  ];
  const below = (buttons: readonly Button[]) => [
    ...footer,
    ...menus,
    ...rowsOf(buttons, locale, reader.isRemovable),
  ];
  const assemble = (
    inner: readonly APIComponentInContainer[],
    shown: Shown,
  ): APIMessageTopLevelComponent[] => [
    {
      type: ComponentType.Container,
      accent_color: ACCENTS[reply.tone],
      components: [headingOver(shown).component, ...inner],
    },
  ];

  // The button for the rest and the row it may begin are kept free even where they turn out not to be needed.
  const fixed = plus(costOf(assemble(below(reply.buttons), planned)), {
    ...NOTHING,
    components: 3,
    characters: 120,
  });
  const room = {
    components: CEILING.components - fixed.components,
    characters: CEILING.characters - fixed.characters,
    bytes: CEILING.bytes - fixed.bytes,
  };
  const { pieces, taken, shown } = chooseFrom(reply, reader, carried, room);
  // Beside a link to a page of ours, it is said where the other one leads.
  const toPublisher = (button: Button): Button =>
    reader.pageOf && button.label === reader.words.buttons.open
      ? { ...button, label: reader.words.buttons.openAtPublisher }
      : button;
  const left = pieces.filter((piece) => piece.counts && !taken.includes(piece));
  const rest = left.length > 0 ? restOf(reply, taken, left, reader) : undefined;
  const others = reply.buttons.flatMap((button) => verifying(button, taken) ?? []).map(toPublisher);
  const buttons = rest ? [rest, ...others.filter((button) => !button.rest)] : others;
  const unreachable =
    left.length > 0 && !rest ? [display(`-# ${DISCORD_WORDS[locale].leftOut(left.length)}`)] : [];
  const messageWith = (linkRoom: number) =>
    assemble([...withButtons(taken, reader, linkRoom), ...unreachable, ...below(buttons)], shown);
  const spare = CEILING.components - costOf(messageWith(0)).components;
  return {
    components: distinct(messageWith(spare)),
    quoted: quotedIn(taken),
    statement: taken.find(({ statement }) => statement)?.statement,
    said: [...headingOver(shown).said, ...taken.flatMap(({ said }) => said ?? []), ...foot.said],
    pages: new Set(quotedIn(taken).flatMap((quoted) => reader.pageOf?.(displayedOf(quoted)) ?? [])),
  };
}

/** A button as it is, but for the one that verifies, which is for what is shown. */
function verifying(button: Button, taken: readonly Piece[]): Button | undefined {
  const { action } = button;
  if (action?.verb !== 'verify') return button;
  const passages = quotedIn(taken).map(({ passage }) => refTo(passage));
  return passages.length > 0 ? { ...button, action: { ...action, passages } } : undefined;
}

const quotedIn = (pieces: readonly Piece[]) => pieces.flatMap(({ quoted }) => quoted ?? []);

/** What is planned: every quotation, of each the page that is asked for, and every entry. */
const plannedOf = ({ blocks }: Reply): Shown =>
  allOf(blocks, ({ passage, page }) => pagesOf(passage)[page] ?? spanOf(passage));

function shownIn(pieces: readonly Piece[]): Shown {
  const quoted = quotedIn(pieces);
  return { quoted, entries: counted(pieces) - quoted.length };
}

/** As many quotations and entries of `pieces` as `most`, and what stands between and below them. */
function atMost(pieces: readonly Piece[], most: number): Piece[] {
  let met = 0;
  const kept = pieces.filter(({ counts }) => {
    if (counts) met += 1;
    return !counts || met <= most;
  });
  while (kept.at(-1)?.leads) kept.pop();
  return kept;
}

/** The pieces of a reply and as many as there is room for; what is said in them is of what is shown. */
function chooseFrom(reply: Reply, reader: Reader, carried: readonly Piece[], room: Cost) {
  const countOf = ({ quoted, entries }: Shown) => quoted.length + entries;
  let shown = plannedOf(reply);
  for (;;) {
    const pieces = [...carried, ...piecesOf(reply.blocks, { ...reader, shown })];
    const taken = choose(pieces, room);
    const fitted = shownIn(taken);
    if (countOf(fitted) === countOf(shown)) return { pieces, taken, shown };
    // Said of fewer it may be shorter, so that more would fit: they wait for the next page.
    if (countOf(fitted) > countOf(shown)) return { pieces, taken: atMost(taken, countOf(shown)), shown };
    // Fewer each time, so that it ends.
    shown = fitted;
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
  const passages = [...quotedIn(taken), ...quotedIn(left)].map(({ passage }) => passage);
  // Entries are none that a button could name.
  if (passages.length < counted(taken) + left.length) return undefined;
  return moreButton(passages, counted(taken), words);
}
