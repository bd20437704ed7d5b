import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { Session } from '../../../commands/command.ts';
import { shareButton } from '../../reply/buttons.ts';
import { problemReply } from '../../reply/problem.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Words } from '../../reply/words.ts';
import type { Log } from '../log.ts';
import { compose } from '../message/compose.ts';
import { DISCORD_WORDS } from '../message/discord-words.ts';
import { pagesOf } from '../message/pages.ts';
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
  readonly session: Session;
  /** By `performance.now()`: when Discord's three seconds began. */
  readonly receivedAt: number;
  /** Where an answer that takes long is announced. */
  readonly slow: Destination;
  readonly destinationOf: (reply: Reply) => Destination;
  /** The line that repeats the question, from the pressed message. */
  readonly question?: string | undefined;
  readonly reply: () => Promise<Reply>;
}

/** Makes the reply, shows it, proves what it quotes, and sends it. Throws what goes wrong; nothing was sent then. */
export async function answer(responder: Responder, bot: Bot, wanted: Answer): Promise<void> {
  const { what, session, slow, receivedAt, destinationOf, question } = wanted;
  const { log } = bot;
  const delivery = deliveryFor({ responder, slow, receivedAt, turn: bot.turn, log });
  try {
    await delivery.turn();
    const reply = withoutMissingPages(await wanted.reply(), session);
    const place = destinationOf(reply);
    // A fault is about the button, not about the question.
    const repeated = reply.tone === 'fault' ? undefined : question;
    const show = (shown: Reply) => proven(shown, repeated, wanted, log);
    await delivery.send({
      components: show(reply),
      place,
      meanwhile: [{ type: ComponentType.TextDisplay, content: DISCORD_WORDS[session.locale].belowForAll }],
      instead: () => show(withShareButton(reply, session.words)),
    });
    const ms = Math.round(performance.now() - receivedAt);
    log.debug({ what, tone: reply.tone, place, ms }, 'Answered');
  } finally {
    await delivery.end();
  }
}

/** The reply as it is shown, read back and found true. Throws `Disproved` where a quotation is none. */
function proven(
  reply: Reply,
  question: string | undefined,
  { what, session }: Answer,
  log: Log,
): readonly APIMessageTopLevelComponent[] {
  const reader = { locale: session.locale, words: session.words, question };
  const composed = compose(reply, reader);
  const wrong = disproof(composed, session.library);
  if (wrong) throw new Disproved(wrong);
  const untrue = untruth(composed);
  if (!untrue) return composed.components;
  // The quotations are right: they are shown without what was to be said of them.
  log.error({ what, untrue }, 'A statement about the passages could not be proved and was left out');
  const silent = { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'evidence') };
  return compose(silent, reader).components;
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
