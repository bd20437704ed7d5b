// Draws Discord's Markdown as HTML.
import { parse } from 'discord-markdown-parser';
import { type Html, html, joined } from '../src/page/html.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly [field: string]: unknown;
}

/** Discord's Markdown as it looks. */
export function markdownToHtml(markdown: string): Html {
  return joined(blocksOf(markdown).map(blockToHtml));
}

interface Block {
  readonly kind: 'code' | 'quote' | 'heading' | 'small' | 'item' | 'text';
  readonly text: string;
  readonly level?: number;
}

const HEADING = /^(#{1,3}) +(.+)$/;
const SMALL = /^-# +(.+)$/;
const ITEM = /^ *(?:[-*]|\d+\.) +(.+)$/;
const QUOTE = /^> /;

/** The parser knows no lists, and no small print or heading right below a quotation: lines are told apart here. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const [index, part] of markdown.split(/```(?:\w*\n)?([\s\S]*?)\n?```\n?/).entries()) {
    if (index % 2 === 1) blocks.push({ kind: 'code', text: part });
    else if (part !== '') blocks.push(...lineBlocks(part.replace(/\n$/, '').split('\n')));
  }
  return blocks;
}

function lineBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const block = lineBlock(line);
    const last = blocks.at(-1);
    const continues = last?.kind === block.kind && (block.kind === 'quote' || block.kind === 'text');
    if (last && continues) blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${block.text}` };
    else blocks.push(block);
  }
  return blocks;
}

function lineBlock(line: string): Block {
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (marks && title) return { kind: 'heading', text: title, level: marks.length };
  const small = SMALL.exec(line)?.[1];
  if (small) return { kind: 'small', text: small };
  const item = ITEM.exec(line)?.[1];
  if (item) return { kind: 'item', text: item };
  return QUOTE.test(line) ? { kind: 'quote', text: line.replace(QUOTE, '') } : { kind: 'text', text: line };
}

function blockToHtml({ kind, text, level }: Block): Html {
  switch (kind) {
    case 'code':
      return html`<pre><code>${text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${inline(text)}</blockquote>`;
    case 'heading':
      return html`<div class="h${level}" role="heading" aria-level="${level}">${inline(text)}</div>`;
    case 'small':
      return html`<div class="small">${inline(text)}</div>`;
    case 'item':
      return html`<div class="item">${inline(text)}</div>`;
    case 'text':
      return html`<div class="line">${inline(text)}</div>`;
  }
}

function inline(text: string): Html {
  // A character before the text keeps the parser from seeing a block at its start: `blocksOf` has found those.
  const { markup } = nodesToHtml(parse(`\u200b${text}`, 'extended') as readonly Node[]);
  return { markup: markup.slice(1) };
}

function nodesToHtml(nodes: readonly Node[]): Html {
  return joined(nodes.map(nodeToHtml));
}

function nodeToHtml(node: Node): Html {
  const content = typeof node.content === 'string' ? html`${node.content}` : nodesToHtml(node.content ?? []);
  switch (node.type) {
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'em':
      return html`<em>${content}</em>`;
    case 'underline':
      return html`<u>${content}</u>`;
    case 'strikethrough':
      return html`<s>${content}</s>`;
    case 'inlineCode':
      return html`<code>${content}</code>`;
    case 'spoiler':
      return html`<span class="spoiler">${content}</span>`;
    case 'br':
    case 'newline':
      return html`<br>`;
    case 'url':
    case 'link':
    case 'autolink':
      return html`<a href="${String(node.target)}">${content}</a>`;
    case 'slashCommand':
      return html`<span class="mention">/${String(node.fullName)}</span>`;
    case 'timestamp':
      return html`<span class="time">${moment(node)}</span>`;
    case 'user':
    case 'role':
    case 'channel':
    case 'everyone':
    case 'here':
      return html`<span class="mention ping">@${String(node.id ?? node.type)}</span>`;
    case 'twemoji':
    case 'emoji':
      return html`${String(node.name)}`;
    default:
      return content;
  }
}

/** `<t:…:R>` counts from now; the page stands still, so it says when. */
function moment({ timestamp }: Node): string {
  return `${new Date(Number(timestamp) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
