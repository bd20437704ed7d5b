import { type Message, MessageFlags } from 'discord.js';
import { QUESTION_ID } from './pieces.ts';

/** What is read of a message that somebody chose: whole, or as Discord sent it where the channel is not known. */
interface Chosen {
  readonly content?: string;
  readonly embeds?: readonly { readonly title?: string | null; readonly description?: string | null }[];
  readonly components?: readonly unknown[];
}
type Received = Chosen & {
  readonly messageSnapshots?: { first(): Chosen | undefined };
  readonly message_snapshots?: readonly { readonly message: Chosen }[];
};

/** The words of a message that somebody or some app wrote or passed on: those typed, else those of its cards. */
export function wordsOf(message: Received): string {
  const forwarded = message.messageSnapshots?.first() ?? message.message_snapshots?.[0]?.message;
  return writtenIn(message) || (forwarded ? writtenIn(forwarded) : '');
}

function writtenIn({ content, embeds = [], components = [] }: Chosen): string {
  if (content) return content;
  const cards = embeds.flatMap(({ title, description }) => [title, description]);
  return [...cards, ...textsIn(components.map(plain))].filter(Boolean).join('\n');
}

export function isPrivate(message: Message): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** Id of the reader whose command or press made this message; undefined where Discord does not tell. */
export function askerOf(message: Message): string | undefined {
  // `interaction` is what older interfaces of Discord told.
  return (message.interactionMetadata ?? message.interaction)?.user.id;
}

/** Our own line is one line of small print, and never longer than a question can make it. */
const QUESTION_LINE = /^-# [^\n]{1,700}$/;

/** The line that repeats the question, as the Markdown that was sent. */
export function questionIn(message: Message): string | undefined {
  const [line] = textsIn(message.components.map(plain), QUESTION_ID);
  return line !== undefined && QUESTION_LINE.test(line) ? line : undefined;
}

/** A component of discord.js as Discord sent it. */
function plain(component: unknown): unknown {
  const made = component as { readonly toJSON?: () => unknown } | null;
  return typeof made?.toJSON === 'function' ? made.toJSON() : component;
}

/** The contents of all text displays, or of those with an id, in their order. */
function textsIn(components: readonly unknown[], id?: number): string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const { id: own, content, components: inner } = component as Record<string, unknown>;
    const isMeant = typeof content === 'string' && (id === undefined || own === id);
    return isMeant ? [content] : Array.isArray(inner) ? textsIn(inner, id) : [];
  });
}
