import { MessageFlags } from 'discord-api-types/v10';
import { QUESTION_ID } from '../message/question-id.ts';
import { fieldsOf, listOf } from './fields.ts';

/**
 * The words of a message that somebody or some app wrote or passed on: those typed, else those of its poll or its cards.
 * Like all here, it takes a message as Discord sent it; what is missing in it is missing in what is read.
 */
export function wordsOf(message: unknown): string {
  const [forwarded] = listOf(fieldsOf(message).message_snapshots);
  return writtenIn(message) || writtenIn(fieldsOf(forwarded).message);
}

function writtenIn(message: unknown): string {
  const { content, embeds, components, poll } = fieldsOf(message);
  if (typeof content === 'string' && content !== '') return content;
  const cards = listOf(embeds)
    .map(fieldsOf)
    .flatMap(({ title, description }) => [title, description]);
  return [fieldsOf(fieldsOf(poll).question).text, ...cards, ...textsIn(listOf(components))]
    .filter((text) => typeof text === 'string' && text !== '')
    .join('\n');
}

export function isPrivate(message: unknown): boolean {
  const { flags } = fieldsOf(message);
  return typeof flags === 'number' && (flags & MessageFlags.Ephemeral) !== 0;
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
  const [line] = textsIn(listOf(fieldsOf(message).components), QUESTION_ID);
  return line !== undefined && QUESTION_LINE.test(line) ? line : undefined;
}

/** The contents of all text displays, or of those with an id, in their order. */
function textsIn(components: readonly unknown[], id?: number): string[] {
  return components.map(fieldsOf).flatMap(({ id: own, content, components: inner }) => {
    const isMeant = typeof content === 'string' && (id === undefined || own === id);
    return isMeant ? [content] : textsIn(listOf(inner), id);
  });
}
