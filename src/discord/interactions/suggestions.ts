// Answers while a reader types.
import type { Choice, Session } from '../../../commands/command.ts';
import { LIMITS } from '../../limits.ts';
import type { Locale } from '../../reply/locale.ts';
import { shorten } from '../../reply/shorten.ts';
import { scopeOf } from '../../scope/scope.ts';
import { prepareToSuggest } from '../../search/search.ts';
import { moderationCommandOf, moderatorOf } from './answer-editing.ts';
import { type Bot, localeFor, sessionFor, slashCommandOf } from './bot.ts';
import type { SuggestionInteraction } from './interaction.ts';
import type { Responder } from './responder.ts';

const { most: MOST_SUGGESTIONS, longest: LONGEST_SUGGESTION } = LIMITS.choices;

type Offered = { name: string; value: string }[];

/** Discord refuses an empty name or value, and a name twice. */
function offered(choices: readonly Choice[], locale: Locale): Offered {
  const named = choices
    .filter(({ value }) => value !== '' && value.length <= LONGEST_SUGGESTION)
    .map(({ name, value }) => ({
      name: shorten(typeof name === 'string' ? name : name[locale], LONGEST_SUGGESTION),
      value,
    }))
    .filter(({ name }) => name.trim() !== '');
  return [...new Map(named.map((choice) => [choice.name, choice])).values()].slice(0, MOST_SUGGESTIONS);
}

/** Whoever types has typed on by then, and no suggestion can be announced. */
const STALE_AFTER_MS = 1000;

/** What may be seen, with all that is suggested of it collected. */
async function preparedFor(interaction: SuggestionInteraction, bot: Bot): Promise<Session | undefined> {
  const session = await sessionFor(interaction, bot, localeFor(interaction));
  if (session) await prepareToSuggest(session.library);
  return session;
}

/** What comes by a time of `performance.now()`; undefined where it comes later. */
async function by<T>(dueAt: number, coming: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, dueAt - performance.now()));
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function suggestedFor(interaction: SuggestionInteraction, bot: Bot, dueAt: number): Promise<Offered> {
  const { name, focused, chosen } = interaction;
  const session = await by(dueAt, preparedFor(interaction, bot));
  const isInTime = await bot.turn({ dueAt, overdue: () => undefined });
  const option = focused && slashCommandOf(name, bot)?.options[focused.name];
  if (!isInTime || !session || !focused || option?.type !== 'string' || !option.complete) return [];
  return offered(option.complete(focused.value, chosen, session), session.locale);
}

/** Of a command for moderators: what is of their own scope. */
async function completedFor(interaction: SuggestionInteraction, bot: Bot): Promise<Offered> {
  const { name, subcommand = '', focused, place } = interaction;
  const command = moderationCommandOf({ kind: 'slash', name }, bot);
  const scope = scopeOf(place);
  if (command?.kind !== 'moderation' || scope === undefined || !focused) return [];
  const locale = localeFor(interaction);
  const moderator = moderatorOf(interaction, bot, scope, locale);
  const { [subcommand]: part } = command.subcommands;
  const option = part && Object.hasOwn(part.options, focused.name) ? part.options[focused.name] : undefined;
  if (!moderator || option?.type !== 'string' || !option.complete) return [];
  return offered(await option.complete(focused.value, moderator), locale);
}

/** Suggestions are a convenience: where they fail or come too late, the reader gets none and can type on. */
export async function suggest(
  interaction: SuggestionInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const { id, name, receivedAt } = interaction;
  let choices: Offered = [];
  try {
    const dueAt = receivedAt + STALE_AFTER_MS;
    choices = moderationCommandOf({ kind: 'slash', name }, bot)
      ? ((await by(dueAt, completedFor(interaction, bot))) ?? [])
      : await suggestedFor(interaction, bot, dueAt);
  } catch (error) {
    bot.log.error({ what: name, interaction: id, err: error }, 'Suggestions failed');
  }
  try {
    await responder.suggest(choices);
  } catch (error) {
    bot.log.warn({ what: name, interaction: id, err: error }, 'Suggestions came too late');
  }
}
