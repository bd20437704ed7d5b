import type { AutocompleteInteraction } from 'discord.js';
import type { Choice } from '../../commands/command.ts';
import type { Locale } from '../reply/locale.ts';
import { shorten } from '../reply/shorten.ts';
import { type Bot, localeFor, sessionIn, slashCommandOf } from './bot.ts';

/** Discord's limits: 25 suggestions, 1 to 100 characters in a name and a value, no name twice. */
const MOST_SUGGESTIONS = 25;
const LONGEST_SUGGESTION = 100;

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

/** Suggestions are a convenience: where they fail, the reader gets none and can type on. */
export async function suggest(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  let choices: { name: string; value: string }[] = [];
  try {
    const session = sessionIn(localeFor(interaction), bot);
    const { name, value } = interaction.options.getFocused(true);
    const option = slashCommandOf(interaction.commandName, bot)?.options[name];
    const others = interaction.options.data.filter(
      (one) => one.name !== name && typeof one.value === 'string',
    );
    const chosen = Object.fromEntries(others.map((one) => [one.name, String(one.value)]));
    if (option?.type === 'string' && option.complete) {
      choices = offered(option.complete(String(value), chosen, session), session.locale);
    }
  } catch (error) {
    bot.log.error({ what: interaction.commandName, err: error }, 'Suggestions failed');
  }
  try {
    await interaction.respond(choices);
  } catch (error) {
    bot.log.warn({ what: interaction.commandName, err: error }, 'Suggestions came too late');
  }
}
