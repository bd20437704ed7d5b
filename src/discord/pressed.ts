import { type Message, MessageFlags } from 'discord.js';
import { QUESTION_ID } from './pieces.ts';

/** The message of a button or of a menu command: whole, or as Discord sent it where the channel is not known. */
type Received = Pick<Message, 'content'> & {
  readonly messageSnapshots?: Message['messageSnapshots'];
  readonly message_snapshots?: readonly { readonly message: { readonly content: string } }[];
};

/** The words of a message that somebody wrote or passed on. */
export function wordsOf(message: Received): string {
  if (message.content !== '') return message.content;
  const forwarded =
    message.messageSnapshots?.first()?.content ?? message.message_snapshots?.[0]?.message.content;
  return forwarded ?? '';
}

export function isPrivate(message: Message): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** Id of the reader whose command or press made this message; undefined where Discord does not tell. */
export function askerOf(message: Message): string | undefined {
  return message.interactionMetadata?.user.id;
}

/** Our own line is one line of small print, and never longer than a question can make it. */
const QUESTION_LINE = /^-# [^\n]{1,700}$/;

/** The line that repeats the question, as the Markdown that was sent. */
export function questionIn(message: Message): string | undefined {
  const line = contentOf(
    message.components.map((component) => component.toJSON()),
    QUESTION_ID,
  );
  return line !== undefined && QUESTION_LINE.test(line) ? line : undefined;
}

function contentOf(components: readonly unknown[], id: number): string | undefined {
  for (const component of components) {
    if (typeof component !== 'object' || component === null) continue;
    const { id: own, content, components: inner } = component as Record<string, unknown>;
    if (own === id && typeof content === 'string') return content;
    const found = Array.isArray(inner) ? contentOf(inner, id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
