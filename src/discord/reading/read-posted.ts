// Reads a posted message as its readers see it.
import type { PostedMessage } from '../../search/search.ts';
import { fieldsOf, listOf } from '../fields.ts';
import { readMarkdown } from './markdown.ts';
import { quotationsOfOwn } from './own-reply.ts';
import { textDisplaysIn } from './text-displays.ts';

/**
 * What a message says and quotes as Discord displays it: what was typed, else what was passed on, else its poll and its
 * cards. A reply of the bot itself, whose id is `applicationId`, says nothing but its quotations. The message is taken as
 * Discord sent it; what is missing in it is missing in what is read.
 */
export function readPosted(message: unknown, applicationId: string | undefined): PostedMessage {
  if (isOwn(message, applicationId)) {
    return { text: '', quotations: quotationsOfOwn(textDisplaysIn(listOf(fieldsOf(message).components))) };
  }
  const written = writtenIn(message);
  if (written.text !== '' || written.quotations.length > 0) return written;
  // What is passed on comes without its author: a reply of the bot is then read like any other app's.
  const [forwarded] = listOf(fieldsOf(message).message_snapshots);
  return writtenIn(fieldsOf(forwarded).message);
}

/**
 * Whether the application wrote it. The author of its messages is its bot user, which has the application's own id unless
 * it is one of the oldest; `application_id` then tells, which stands on replies to interactions and on messages of an
 * application's webhook (https://docs.discord.com/developers/resources/message#message-object). No person can set these.
 */
export function isOwn(message: unknown, applicationId: string | undefined): boolean {
  if (applicationId === undefined) return false;
  const { author, application_id: application, webhook_id: webhook } = fieldsOf(message);
  const { id, bot } = fieldsOf(author);
  const isOfApp = bot === true || typeof webhook === 'string';
  return id === applicationId || (isOfApp && application === applicationId);
}

function writtenIn(message: unknown): PostedMessage {
  const { content, embeds, components, poll } = fieldsOf(message);
  if (typeof content === 'string' && content !== '') return readMarkdown(content);
  const { text: asked } = fieldsOf(fieldsOf(poll).question);
  const cards = listOf(embeds)
    .map(fieldsOf)
    .flatMap(({ title, description }) => [title, description]);
  const parts = [...cards, ...textDisplaysIn(listOf(components))]
    .filter((text) => typeof text === 'string')
    .map(readMarkdown);
  return {
    // The question of a poll is no Markdown.
    text: [...(typeof asked === 'string' ? [asked] : []), ...parts.map(({ text }) => text)]
      .filter((text) => text !== '')
      .join('\n'),
    quotations: parts.flatMap(({ quotations }) => quotations),
  };
}
