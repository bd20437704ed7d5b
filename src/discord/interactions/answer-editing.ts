// Answers moderators' commands, presses, and forms.
import { ComponentType } from 'discord-api-types/v10';
import type {
  AnyModerationCommand,
  Edited,
  ModerationCommand,
  ModerationMessageCommand,
  Moderator,
  Replied,
  Sent,
} from '../../../commands/moderation.ts';
import type { Desk } from '../../desk/desk.ts';
import type { AttachedFile } from '../../desk/sources.ts';
import type { Edit } from '../../reply/edit.ts';
import { EDITING_WORDS } from '../../reply/editing-words.ts';
import type { Locale } from '../../reply/locale.ts';
import { problemReply } from '../../reply/problem.ts';
import type { Reply } from '../../reply/reply.ts';
import { WORDS } from '../../reply/words.ts';
import { scopeOf } from '../../scope/scope.ts';
import { createLibrary } from '../../search/search.ts';
import { type ScopeKey, StoreUnavailable } from '../../store/store.ts';
import { fieldsOf } from '../fields.ts';
import { compose } from '../message/compose.ts';
import { DISCORD_WORDS } from '../message/discord-words.ts';
import { readEditId } from '../message/edit-id.ts';
import { modalOf } from '../message/modal.ts';
import { disproof } from '../proof/proof.ts';
import { type Bot, localeFor, sessionFor } from './bot.ts';
import { deliveryFor } from './delivery.ts';
import { Disproved } from './faults.ts';
import type {
  FormInteraction,
  Interaction,
  MessageInteraction,
  PressInteraction,
  SlashInteraction,
} from './interaction.ts';
import { quotedUnder } from './quoted-under.ts';
import { askerOf, reportIn } from './read-message.ts';
import type { Destination, Responder } from './responder.ts';

/** What moderators of libraries use: their commands, what presses and forms do, and the desk at which it is done. */
export interface Moderation {
  readonly commands: readonly AnyModerationCommand[];
  readonly edit: (
    edit: Edit,
    moderator: Moderator,
    handed: { readonly filled: FormInteraction['filled']; readonly report: string | undefined },
  ) => Promise<Edited>;
  readonly desk: Desk;
}

type Editing = SlashInteraction | MessageInteraction | PressInteraction | FormInteraction;

/** The command of that name for moderators, if it is one. */
export function moderationCommandOf(
  { kind, name }: { readonly kind: 'slash' | 'message'; readonly name: string },
  { moderation }: Bot,
): AnyModerationCommand | undefined {
  const wanted = kind === 'slash' ? 'moderation' : 'moderation message';
  return moderation?.commands.find((command) => command.kind === wanted && command.name === name);
}

/** Answers a command for moderators. Whoever Discord lets use it may: a server's administrators decide that. */
export function answerModerationCommand(
  interaction: SlashInteraction | MessageInteraction,
  command: AnyModerationCommand,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const locale = localeFor(interaction);
  return answerEditing(interaction, responder, bot, {
    what: command.name,
    locale,
    isInPlace: false,
    edit: async (moderator) => {
      if (interaction.kind === 'message') {
        const library = await moderator.library();
        const quoted = library ? quotedUnder(interaction.ownIds, library) : [];
        return (command as ModerationMessageCommand).answer(quoted, moderator);
      }
      const { subcommands } = command as ModerationCommand;
      const { subcommand: name = '', options } = interaction;
      const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
      if (!subcommand) return { reply: problemReply(DISCORD_WORDS[locale].unknownCommand, WORDS[locale]) };
      return subcommand.answer(sentIn(options), moderator);
    },
  });
}

function sentIn(options: Readonly<Record<string, unknown>>): Sent {
  const has = (option: string) => Object.hasOwn(options, option);
  const sent = (option: string) => (has(option) ? options[option] : undefined);
  return {
    has,
    text(option) {
      const value = sent(option);
      return typeof value === 'string' ? value : undefined;
    },
    file(option) {
      const { name, url } = fieldsOf(sent(option));
      return typeof name === 'string' && typeof url === 'string'
        ? ({ name, url } satisfies AttachedFile)
        : undefined;
    },
  };
}

/** Does what a moderator's button, menu or form says, for whoever used the command alone. */
export function answerEdit(
  interaction: PressInteraction | FormInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const { customId, message, user } = interaction;
  const read = readEditId(customId, interaction.kind);
  const locale = read?.locale ?? localeFor(interaction);
  const say = EDITING_WORDS[locale];
  // A form that a command opened has no message; Discord lets nobody else fill it in.
  const isTheirs = interaction.kind === 'form' && message === undefined ? true : askerOf(message) === user;
  return answerEditing(interaction, responder, bot, {
    what: read?.edit.verb ?? 'unreadable',
    locale,
    isInPlace: message !== undefined && isTheirs,
    edit: async (moderator) => {
      const { moderation } = bot;
      if (!isTheirs || user === undefined) return refusal(say.refusals.notYours, locale);
      if (!read || !moderation) return refusal(say.refusals.damaged, locale);
      const filled = interaction.kind === 'form' ? interaction.filled : {};
      return moderation.edit(read.edit, moderator, { filled, report: reportIn(message) });
    },
  });
}

interface Wanted {
  /** For the log. */
  readonly what: string;
  readonly locale: Locale;
  /** Whether the answer takes the place of the message that was pressed. */
  readonly isInPlace: boolean;
  readonly edit: (moderator: Moderator) => Promise<Edited>;
}

async function answerEditing(
  interaction: Editing,
  responder: Responder,
  bot: Bot,
  { what, locale, isInPlace, edit }: Wanted,
): Promise<void> {
  const { log } = bot;
  const { receivedAt } = interaction;
  const slow: Destination = isInPlace ? 'in-place' : 'private';
  const delivery = deliveryFor({ responder, slow, receivedAt, turn: bot.turn, log });
  try {
    await delivery.turn();
    const edited = await unlessAway(interaction, bot, locale, edit);
    if ('form' in edited && (await delivery.open(modalOf(edited.form, locale)))) {
      log.debug({ what, place: 'form' }, 'Answered');
      return;
    }
    const late = EDITING_WORDS[locale].refusals.tooLateForForm;
    const answer: Replied = 'form' in edited ? refusal(late, locale) : edited;
    const { reply, announcement, files } = answer;
    // What went wrong leaves the message as it was.
    const place = reply.tone === 'fault' ? 'private' : slow;
    const components = componentsOf(reply, locale);
    const shown = (files ?? []).map(({ name }) => ({
      type: ComponentType.File as const,
      file: { url: `attachment://${name}` },
    }));
    await delivery.send({
      components: [...components, ...shown],
      place,
      meanwhile: [],
      instead: () => components,
      ...(files && { files }),
    });
    log.debug({ what, tone: reply.tone, place }, 'Answered');
    if (announcement) await announce(announcement, responder, bot, locale);
  } finally {
    await delivery.end();
  }
}

/** What is told to everyone; where that fails, what was done stands all the same. */
async function announce(announcement: Reply, responder: Responder, { log }: Bot, locale: Locale) {
  try {
    await responder.follow(componentsOf(announcement, locale));
  } catch (error) {
    log.warn({ err: error }, 'What was published could not be told in the channel');
  }
}

/** What a reply that quotes nothing is proved by. */
const NOTHING = createLibrary([]);

/**
 * The message that shows a reply. None of these quotes an article: what one shows of a draft, it shows as text of the interface, and it is proved that
 * nobody can take that for a quotation. Throws a `Disproved` where somebody could.
 */
function componentsOf(reply: Reply, locale: Locale) {
  const isRemovable = reply.visibility === 'public';
  const composed = compose(reply, { locale, words: WORDS[locale], isRemovable });
  const wrong = disproof(composed, NOTHING);
  if (wrong) throw new Disproved(wrong);
  return composed.components;
}

async function unlessAway(
  interaction: Interaction,
  bot: Bot,
  locale: Locale,
  edit: Wanted['edit'],
): Promise<Edited> {
  const scope = scopeOf(interaction.place);
  const { refusals } = EDITING_WORDS[locale];
  if (scope === undefined) return refusal(refusals.noLibrary, locale);
  const moderator = moderatorOf(interaction, bot, scope, locale);
  if (!moderator) return refusal(refusals.unavailable('away'), locale);
  try {
    return await edit(moderator);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    bot.log.error({ err: error }, 'The library could not be worked on');
    return refusal(refusals.unavailable(error.reason), locale);
  }
}

/** Whoever acts, as one who moderates the library of that place; undefined where there is no desk. */
export function moderatorOf(
  interaction: Interaction,
  bot: Bot,
  scope: ScopeKey,
  locale: Locale,
): Moderator | undefined {
  if (!bot.moderation) return undefined;
  return {
    scope,
    desk: bot.moderation.desk,
    locale,
    words: WORDS[locale],
    say: EDITING_WORDS[locale],
    library: async () => (await sessionFor(interaction, bot, locale))?.library,
  };
}

function refusal(sentence: string, locale: Locale): Replied {
  return { reply: problemReply(sentence, WORDS[locale]) };
}
