// Makes, proves, and sends one reply.
import { ComponentType } from 'discord-api-types/v10';
import type { Session } from '../../../commands/command.ts';
import { shareButton } from '../../reply/buttons.ts';
import type { Claim } from '../../reply/claim.ts';
import type { Locale } from '../../reply/locale.ts';
import { problemReply } from '../../reply/problem.ts';
import type { Reply } from '../../reply/reply.ts';
import { WORDS, type Words } from '../../reply/words.ts';
import { createLibrary, type Library } from '../../search/search.ts';
import { type Composed, compose } from '../message/compose.ts';
import { DISCORD_WORDS } from '../message/discord-words.ts';
import { pagesOf } from '../message/pages.ts';
import type { Reader } from '../message/pieces.ts';
import { unprovedIn } from '../proof/claims.ts';
import { disproof } from '../proof/proof.ts';
import { untruth } from '../proof/statements.ts';
import type { Bot } from './bot.ts';
import { deliveryFor } from './delivery.ts';
import { Disproved } from './faults.ts';
import type { Destination, Responder } from './responder.ts';

/** What to answer, and where. */
export interface Answer {
  /** The command's or the button's name, for the log. */
  readonly what: string;
  readonly locale: Locale;
  /** What may be seen: it may take its time. Undefined where that cannot be told now. */
  readonly session: Promise<Session | undefined>;
  /** By `performance.now()`: when Discord's three seconds began. */
  readonly receivedAt: number;
  /** Where an answer that takes long is announced. */
  readonly slow: Destination;
  readonly destinationOf: (reply: Reply) => Destination;
  /** Whether an answer in place changes a message that its reader alone sees. */
  readonly isOnPrivate?: boolean;
  /** The line that repeats the question, from the pressed message. */
  readonly question?: string | undefined;
  readonly reply: (session: Session) => Promise<Reply>;
}

/** What a reply that quotes nothing is proved by. */
const NOTHING = createLibrary([]);

/** Makes the reply, shows it, proves what it quotes, and sends it. Throws what goes wrong; nothing was sent then. */
export async function answer(responder: Responder, bot: Bot, wanted: Answer): Promise<void> {
  const { what, locale, slow, receivedAt, destinationOf, question } = wanted;
  const { log } = bot;
  const words = WORDS[locale];
  const delivery = deliveryFor({ responder, slow, receivedAt, turn: bot.turn, log });
  try {
    const session = await wanted.session;
    await delivery.turn();
    const reply = session
      ? withoutMissingPages(await wanted.reply(session), session)
      : problemReply(DISCORD_WORDS[locale].unavailable, words);
    const place = destinationOf(reply);
    // A fault is about the button, not about the question.
    const repeated = reply.tone === 'fault' ? undefined : question;
    const isForAll = place === 'in-place' ? !wanted.isOnPrivate : place === 'public';
    const show = (shown: Reply, isRemovable: boolean) => {
      const reader = { locale, words, question: repeated, isRemovable, pageOf: session?.pageOf };
      return proved(shown, reader, session?.library ?? NOTHING, (untrue) => {
        log.error({ what, untrue }, 'What a reply was to say could not be proved and was left out');
      }).components;
    };
    await delivery.send({
      components: show(reply, isForAll),
      place,
      meanwhile: [{ type: ComponentType.TextDisplay, content: DISCORD_WORDS[locale].belowForAll }],
      instead: () => show(withShareButton(reply, words), false),
    });
    const ms = Math.round(performance.now() - receivedAt);
    log.debug({ what, tone: reply.tone, place, ms }, 'Answered');
  } finally {
    await delivery.end();
  }
}

/**
 * The message that shows a reply, with every quotation proved and nothing said that could not be: that is left out and
 * reported. Throws a `Disproved` for a quotation.
 */
function proved(reply: Reply, reader: Reader, library: Library, report: (untrue: string) => void): Composed {
  const withheld = new Set<Claim | number | string>();
  let shown = reply;
  for (;;) {
    const composed = compose(shown, { ...reader, withheld });
    const wrong = disproof(composed, library);
    if (wrong) throw new Disproved(wrong);
    const untrue = untruth(composed);
    // The quotations are right: they are shown without what was to be said of them.
    if (untrue) shown = { ...shown, blocks: shown.blocks.filter(({ kind }) => kind !== 'evidence') };
    const unproved = unprovedIn(composed, library);
    for (const { what } of unproved) withheld.add(what);
    if (!untrue && unproved.length === 0) return composed;
    for (const why of [...(untrue ? [untrue] : []), ...unproved.map(({ why }) => why)]) report(why);
  }
}

function withoutMissingPages(reply: Reply, session: Session): Reply {
  const isMissing = reply.blocks.some(
    (block) => block.kind === 'quotation' && !pagesOf(block.quotation.passage)[block.quotation.page],
  );
  return isMissing
    ? problemReply(DISCORD_WORDS[session.locale].refusals['no-such-page'], session.words)
    : reply;
}

/** A public reply that had to stay private, with the button that shows it to everyone after all. */
function withShareButton(reply: Reply, words: Words): Reply {
  const { tone } = reply;
  if (tone !== 'found' && tone !== 'unclear' && tone !== 'absent') return reply;
  const passages = reply.blocks.flatMap((block) =>
    block.kind === 'quotation' ? [block.quotation.passage] : [],
  );
  if (passages.length === 0) return reply;
  return { ...reply, buttons: [...reply.buttons, shareButton(tone, passages, words)] };
}
