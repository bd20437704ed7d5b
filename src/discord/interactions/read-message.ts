// Reads facts out of a message that was pressed.
import { MessageFlags } from 'discord-api-types/v10';
import { fieldsOf, listOf } from '../fields.ts';
import { verbOf } from '../message/custom-id.ts';
import { QUESTION_ID, REPORT_ID } from '../message/question-id.ts';
import { textDisplaysIn } from '../reading/text-displays.ts';

// What the bot's own message says of itself when a button under it is pressed. A message is taken as Discord sent it.

export function isPrivate(message: unknown): boolean {
  const { flags } = fieldsOf(message);
  return typeof flags === 'number' && (flags & MessageFlags.Ephemeral) !== 0;
}

/** Whether it offers to show everyone what it says. */
export function isShareable(message: unknown): boolean {
  return customIdsIn(listOf(fieldsOf(message).components)).some((id) => verbOf(id) === 'share');
}

/** The ids of all that can be pressed, in their order. */
export function customIdsIn(components: readonly unknown[]): string[] {
  return components
    .map(fieldsOf)
    .flatMap(({ custom_id: id, components: inner, accessory }) => [
      ...(typeof id === 'string' ? [id] : []),
      ...customIdsIn(listOf(inner)),
      ...(accessory === undefined ? [] : customIdsIn([accessory])),
    ]);
}

/** Id of the reader whose command or press made this message; undefined where Discord does not tell. */
export function askerOf(message: unknown): string | undefined {
  const { interaction_metadata: metadata, interaction } = fieldsOf(message);
  // `interaction` is what older interfaces of Discord told.
  const { id } = fieldsOf(fieldsOf(metadata ?? interaction).user);
  return typeof id === 'string' ? id : undefined;
}

/** Our own line is one line of small print, and never longer than a question can make it. */
const QUESTION_LINE = /^-# [^\n]{1,700}$/;

/** The line that repeats the question, as the Markdown that was sent. */
export function questionIn(message: unknown): string | undefined {
  const [line] = textDisplaysIn(listOf(fieldsOf(message).components), QUESTION_ID);
  return line !== undefined && QUESTION_LINE.test(line) ? line : undefined;
}

/** Our own report is lines of small print, no longer than it was made. */
const REPORT = /^-# [^\n]*(?:\n-# [^\n]*)*$/;

/** What was changed and left out of a source, as the Markdown that was sent. */
export function reportIn(message: unknown): string | undefined {
  const [report] = textDisplaysIn(listOf(fieldsOf(message).components), REPORT_ID);
  return report !== undefined && report.length <= 4000 && REPORT.test(report) ? report : undefined;
}
