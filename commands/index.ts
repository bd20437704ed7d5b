// The two lists of commands: for readers, and for moderators.
import { articleCommand } from './article.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { find } from './find.ts';
import type { AnyModerationCommand } from './moderation.ts';
import { sources } from './sources.ts';
import { summary } from './summary.ts';
import { teach } from './teach.ts';

/** Every command for readers: the registrar, the bot and the console all read this list. */
export const commands: readonly Command[] = [ask, summary, sources, find];

/** Those for whoever moderates a library, which the console does not have. */
export const moderationCommands: readonly AnyModerationCommand[] = [articleCommand, teach];
