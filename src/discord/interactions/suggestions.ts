import type { Choice } from '../../../commands/command.ts';
import { LIMITS } from '../../limits.ts';
import type { Locale } from '../../reply/locale.ts';
import { shorten } from '../../reply/shorten.ts';
import { type Bot, sessionFor, slashCommandOf } from './bot.ts';
import type { SuggestionInteraction } from './interaction.ts';
import type { Responder } from './responder.ts';

const { most: MOST_SUGGESTIONS, longest: LONGEST_SUGGESTION } = LIMITS.choices;

/** Discord refuses an empty name or value, and a name twice. */
function offered(choices: readonly Choice[], locale: Locale): { name: string; value: string }[] {
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

/** Suggestions are a convenience: where they fail or come too late, the reader gets none and can type on. */
export async function suggest(
  interaction: SuggestionInteraction,
  responder: Responder,
  bot: Bot,
): Promise<void> {
  const { id, name, focused, chosen, receivedAt } = interaction;
  let choices: { name: string; value: string }[] = [];
  try {
    const isInTime = await bot.turn({ dueAt: receivedAt + STALE_AFTER_MS, overdue: () => undefined });
    const session = sessionFor(interaction, bot);
    const option = focused && slashCommandOf(name, bot)?.options[focused.name];
    if (isInTime && focused && option?.type === 'string' && option.complete) {
      choices = offered(option.complete(focused.value, chosen, session), session.locale);
    }
  } catch (error) {
    bot.log.error({ what: name, interaction: id, err: error }, 'Suggestions failed');
  }
  try {
    await responder.suggest(choices);
  } catch (error) {
    bot.log.warn({ what: name, interaction: id, err: error }, 'Suggestions came too late');
  }
}
