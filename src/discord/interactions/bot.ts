// What answering needs.
import type { Command, Session, SlashCommand } from '../../../commands/command.ts';
import type { Action } from '../../reply/action.ts';
import { type Locale, localeOf } from '../../reply/locale.ts';
import type { PageOf } from '../../reply/page-of.ts';
import type { Reply } from '../../reply/reply.ts';
import { WORDS } from '../../reply/words.ts';
import { type ScopeKey, type Scopes, scopeOf } from '../../scope/scope.ts';
import type { Log } from '../log.ts';
import type { Moderation } from './answer-editing.ts';
import type { Cooldown } from './cooldown.ts';
import type { Interaction } from './interaction.ts';
import type { Turn } from './turns.ts';

/** What is needed to answer. */
export interface Bot {
  readonly scopes: Scopes;
  readonly commands: readonly Command[];
  readonly press: (action: Action, session: Session) => Promise<Reply>;
  readonly cooldown: Cooldown;
  readonly turn: Turn;
  readonly log: Log;
  /** Where the passages of a scope's own articles and of the house's can be read; left out where nobody serves that. */
  readonly pagesOf?: (scope: ScopeKey | undefined) => PageOf;
  /** Left out where no library can be worked on. */
  readonly moderation?: Moderation;
}

/** The interface language of whoever acted. Discord always tells it; a stand-in for Discord may not. */
export function localeFor({ locale }: { readonly locale: string | undefined }): Locale {
  return localeOf(locale ?? '');
}

/**
 * What may be seen where somebody acted, in a language. Asked once for each answer, since articles change; undefined where what is
 * stored of the place cannot be read.
 */
export async function sessionFor(
  { place }: Interaction,
  { scopes, pagesOf }: Bot,
  locale: Locale,
): Promise<Session | undefined> {
  const seen = await scopes.libraryFor(place);
  if ('problem' in seen) return undefined;
  const pageOf = pagesOf?.(scopeOf(place));
  return { library: seen.value, locale, words: WORDS[locale], ...(pageOf && { pageOf }) };
}

export function slashCommandOf(name: string, { commands }: Bot): SlashCommand | undefined {
  return commands.find((one): one is SlashCommand => one.kind === 'slash' && one.name === name);
}
