// Reads parts out of messages, for tests.
import type { Answer } from './answers.ts';
import { placed } from './rules/tree.ts';
import { COMPONENT, type Component, FLAGS, type Message } from './wire.ts';

/** Every component of a message, nested ones and accessories included, in reading order. */
export function componentsOf(message: Message): Component[] {
  return placed(message.components).map(({ component }) => component);
}

/** The Markdown of the text displays, in reading order; of a message without them, its content. */
export function textsOf(message: Message): string[] {
  const texts = componentsOf(message).flatMap(({ type, content }) =>
    type === COMPONENT.textDisplay && content !== undefined ? [content] : [],
  );
  return texts.length > 0 ? texts : [message.content];
}

export function buttonsOf(message: Message): Component[] {
  return componentsOf(message).filter(({ type }) => type === COMPONENT.button);
}

export function menusOf(message: Message): Component[] {
  return componentsOf(message).filter(({ type }) => type === COMPONENT.stringSelect);
}

/** “Only you can see this.” */
export function isPrivate({ flags }: Message): boolean {
  return (flags & FLAGS.ephemeral) !== 0;
}

/** The message that a bot answered with. Throws where it answered without one. */
export function messageOf({ message }: Answer): Message {
  if (!message) throw new Error('answered without a message');
  return message;
}
