// Reads the text displays of a message.
import { fieldsOf, listOf } from '../fields.ts';

/** The Markdown of all text displays of a message as Discord sent it, or of those with an id, in their order. */
export function textDisplaysIn(components: readonly unknown[], id?: number): string[] {
  return components.map(fieldsOf).flatMap(({ id: own, content, components: inner }) => {
    const isMeant = typeof content === 'string' && (id === undefined || own === id);
    return isMeant ? [content] : textDisplaysIn(listOf(inner), id);
  });
}
