import { parse } from 'discord-markdown-parser';
import type { Composed } from '../../src/discord/message/compose.ts';

/** What stays in the reader's eye of Markdown that Discord shows; a live construct is named, so that no test overlooks it. */
export function seen(markdown: string): string {
  return textOf(parse(markdown, 'extended'));
}

/** The constructs that hold text and show it as it is. */
const SHOWN = new Set(['strong', 'underline', 'blockQuote', 'subtext', 'heading']);

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { type, content, name } = node as { type: string; content?: unknown; name?: unknown };
  if (type === 'text') return String(content);
  if (type === 'twemoji') return String(name);
  if (type === 'br' || type === 'newline') return '\n';
  if (SHOWN.has(type)) return textOf(content);
  return `<live ${type}>`;
}

/** The quotations of a text display: its block quotes without the quotation marks around them, and its code blocks. */
export function quotationsSeen(markdown: string): string[] {
  const nodes = parse(markdown, 'extended') as readonly { type: string; content?: unknown }[];
  return nodes.flatMap((node) => {
    if (node.type === 'codeBlock') return [String(node.content)];
    if (node.type !== 'blockQuote') return [];
    // Isolates of right-to-left lines are not seen.
    const text = textOf(node.content)
      .replace(/\n$/, '')
      .replace(/[\u2068\u2069]/g, '');
    return [text.startsWith('“') && text.endsWith('”') ? text.slice(1, -1) : `<unmarked ${text}>`];
  });
}

interface Tree {
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly Tree[];
  readonly accessory?: Tree;
}

/** Every component of a message, nested ones and accessories included. */
export function everyComponent(components: readonly unknown[]): Tree[] {
  return (components as readonly Tree[]).flatMap((component) => [
    component,
    ...everyComponent(component.components ?? []),
    ...everyComponent(component.accessory ? [component.accessory] : []),
  ]);
}

export function contentsOf({ components }: Pick<Composed, 'components'>): string[] {
  return everyComponent(components).flatMap(({ content }) => (content === undefined ? [] : [content]));
}
