import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { find } from './find.ts';
import { sources } from './sources.ts';
import { summary } from './summary.ts';

/** Every command there is: the registrar, the bot and the console all read this list. */
export const commands: readonly Command[] = [ask, summary, sources, find];
