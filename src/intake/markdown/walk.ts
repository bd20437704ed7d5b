// Walks the Markdown tree.
import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import type { Span } from '../../corpus/passage.ts';
import type { Pieces } from '../document.ts';
import { type PlainMarkdown, PRE_ELEMENT, type Preformatted } from './dialects.ts';
import { entityAt } from './entities.ts';
import { type Container, Gathering, isBadge } from './gathering.ts';
import { ownCharacters } from './own-characters.ts';
import { statedIn } from './stated.ts';
import { isElement, tagOf } from './tags.ts';
import { placeOf } from './tree.ts';

/** Letters of scripts that put spaces between words: between two of them a mark of emphasis is a sign of the text. */
const IN_WORD = /[\p{N}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** `[2]`, `[^2]`: what a note mark holds. */
const NOTE_LABEL = /^\^?\d{1,3}$/;

/** An address has a scheme, a slash, a dot within, or leads to an anchor; `Ibid.` is none. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]*:|#|\.|<)|\/|[^.]\.\w/i;

/** Blocks of a Markdown text, in order, and what was left out of it. @param tree Of its text. */
export function gathered(plain: PlainMarkdown, tree: Root): Gathering {
  const { text, cuts, preformatted } = plain;
  const gathering = new Gathering();
  let lastNumber: number | undefined;

  const raw = ({ start, end }: Span) => text.slice(start, end);
  const rawOf = (node: Nodes) => raw(placeOf(node));

  const addOwn = (span: Span, value: string, isCode = false) => {
    const { pieces, entities } = ownCharacters(text, span, value, { cuts, isCode });
    gathering.entities += entities;
    gathering.add(pieces);
  };

  const inline = (nodes: readonly PhrasingContent[]): void => {
    for (const node of nodes) inlineNode(node);
  };

  const inlineNode = (node: PhrasingContent): void => {
    const place = placeOf(node);
    switch (node.type) {
      case 'text':
        addOwn(place, node.value);
        return;
      case 'emphasis':
      case 'strong': {
        const mark = text.slice(place.start, placeOf(node.children[0] ?? node).start);
        const isText = IN_WORD.test(text.charAt(place.start - 1)) && IN_WORD.test(text.charAt(place.end));
        if (isText) gathering.add([mark]);
        inline(node.children);
        if (isText) gathering.add([mark]);
        return;
      }
      case 'delete':
        gathering.leave('struck', raw(place));
        return;
      case 'inlineCode':
        addOwn(withinTicks(place), node.value, true);
        return;
      case 'break':
        gathering.lineBreak();
        return;
      case 'link':
        link(node.children, place, node.url);
        return;
      case 'linkReference':
        if (node.referenceType !== 'full' && NOTE_LABEL.test(node.identifier)) {
          gathering.add([text.slice(place.start, text.indexOf(']', place.start) + 1)]);
        } else link(node.children, place, '');
        return;
      case 'image':
        gathering.leave(gathering.isInLink || isBadge(node.url) ? 'badge' : 'image', node.alt ?? '');
        return;
      case 'imageReference':
        gathering.leave(gathering.isInLink ? 'badge' : 'image', node.alt ?? '');
        return;
      case 'footnoteReference':
        gathering.add([raw(place)]);
        return;
      case 'html':
        html(node.value, place);
    }
  };

  const withinTicks = ({ start, end }: Span): Span => {
    const ticks = /^`+/.exec(text.slice(start, end))?.[0].length ?? 0;
    const isPadded = /^ .*\S.* $/s.test(text.slice(start + ticks, end - ticks).replaceAll('\n', ' '));
    return { start: start + ticks + (isPadded ? 1 : 0), end: end - ticks };
  };

  const link = (children: readonly PhrasingContent[], { start }: Span, url: string) => {
    const words = children.map(rawOf).join('');
    const isInside = url.startsWith('#');
    // `[2](#note-2)` is a note mark as printed; `[#](#install)` and `[](#install)` mark a heading as a place to link to.
    if (isInside && NOTE_LABEL.test(words)) {
      gathering.add([text.slice(start, start + words.length + 2)]);
      return;
    }
    if (isInside && /^[#¶§🔗⚓\s\u200b]*$/u.test(words)) return;
    gathering.openLink(isInside);
    inline(children);
    gathering.closeLink();
  };

  const html = (value: string, { start, end }: Span) => {
    if (value.startsWith('<!--')) {
      gathering.leave('comment', value);
      return;
    }
    const tag = tagOf(value);
    if (tag?.name === PRE_ELEMENT) {
      preformattedText(preformatted[Number(/\d+/.exec(value)?.[0])]);
      return;
    }
    if (tag && !isElement(tag) && !text.includes(`</${tag.name}`)) {
      gathering.add([raw({ start, end })]);
      return;
    }
    if (!tag) {
      gathering.leave('html', value);
      return;
    }
    gathering.tag(tag);
    const isAlone =
      /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, start - 40), start)) &&
      /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 40));
    if (/^[A-Z]/.test(tag.name) && isAlone) gathering.end();
  };

  const preformattedText = ({ content, isHtml }: Preformatted = { content: '', isHtml: false }) => {
    if (!isHtml) {
      const code = content.replace(/^\s*\n/, '').trimEnd();
      if (code !== '') gathering.push({ kind: 'fence', pieces: [code] });
      return;
    }
    const pieces: string[] = [];
    for (const run of content
      .replace(/^\n/, '')
      .trimEnd()
      .split(/<[^>]*>/)) {
      let piece = '';
      for (let at = 0; at < run.length; at += 1) {
        const entity = run[at] === '&' ? entityAt(run, at) : undefined;
        piece += entity?.meaning ?? run.charAt(at);
        if (entity) {
          at += entity.length - 1;
          gathering.entities += 1;
        }
      }
      if (piece !== '') pieces.push(piece);
    }
    if (pieces.some((piece) => piece.trim() !== '')) gathering.push({ kind: 'fence', pieces });
  };

  const blocks = (nodes: readonly RootContent[], container: Container): void => {
    let { item } = container;
    for (const node of nodes) {
      block(node, { ...container, item });
      item = undefined;
    }
    gathering.end();
  };

  const block = (node: RootContent, container: Container): void => {
    switch (node.type) {
      case 'paragraph':
        paragraph(node, container);
        return;
      case 'heading':
        heading(node, container);
        return;
      case 'blockquote':
        quote(node, container);
        return;
      case 'list':
        list(node, container);
        return;
      case 'code':
        code(node, container);
        return;
      case 'table':
        table(node, container);
        return;
      case 'definition':
        definition(node);
        return;
      case 'footnoteDefinition':
        note(node);
        return;
      case 'thematicBreak':
        gathering.end();
        return;
      case 'yaml':
        gathering.matter = statedIn(node.value, 'yaml');
        return;
      default:
        // TOML has no type of its own in `mdast`.
        if ((node as { readonly type: string }).type === 'toml') {
          gathering.matter = statedIn((node as { readonly value: string }).value, 'toml');
        }
    }
  };

  const paragraph = (node: Paragraph, container: Container) => {
    gathering.begin(container);
    inline(node.children);
    gathering.end();
  };

  const heading = (node: Heading, container: Container) => {
    // Whoever rules a line under a paragraph of several lines means no heading.
    const isRuled = /\n[^\n]*\n[ \t>]*(?:-+|=+)[ \t]*$/.test(rawOf(node));
    gathering.begin(isRuled ? container : { ...container, heading: node.depth });
    inline(node.children);
    gathering.end();
  };

  const quote = (node: Blockquote, container: Container) => {
    gathering.end();
    blocks(node.children, { ...container, quoteDepth: container.quoteDepth + 1 });
  };

  const list = (node: List, container: Container) => {
    gathering.end();
    const isList = countsItems(node);
    for (const item of node.children) {
      const place = placeOf(item);
      const marker = /^(\d+)[.)]/.exec(raw(place))?.[1];
      const number = marker === undefined ? undefined : Number(marker);
      if (number !== undefined) lastNumber = number;
      const [first] = item.children;
      if (!isList && first?.type === 'paragraph') {
        gathering.begin({ ...container, item: undefined });
        gathering.add([text.slice(place.start, placeOf(first).start)]);
        inline(first.children);
        gathering.end();
        blocks(item.children.slice(1), container);
        continue;
      }
      blocks(item.children, {
        ...container,
        lists: container.lists + 1,
        item: number === undefined ? {} : { number },
      });
    }
  };

  /** `1990. The year began` is no list: its number is too high, or counts nothing alone. */
  const countsItems = (node: List): boolean => {
    if (!node.ordered) return true;
    const numbers = node.children.map((item) => /^\d+/.exec(rawOf(item))?.[0] ?? '');
    if (numbers.some((number) => number.length > 3)) return false;
    const only = numbers.length === 1 ? Number(numbers[0]) : 0;
    return only <= 1 || (lastNumber !== undefined && [lastNumber, lastNumber + 1].includes(only));
  };

  const code = (node: Code, { quoteDepth }: Container) => {
    const info = [node.lang, node.meta].filter((word) => typeof word === 'string' && word !== '').join(' ');
    const pieces = codeLines(node);
    if (pieces.length === 0) return;
    gathering.push({
      kind: 'fence',
      pieces,
      ...(info === '' ? {} : { info }),
      ...(quoteDepth > 0 ? { quoteDepth } : {}),
    });
  };

  const codeLines = (node: Code): Pieces => {
    if (node.value.trim() === '') return [];
    if (rawOf(node).includes(node.value)) return [node.value];
    const lines = node.value.split('\n');
    return lines
      .map((line, at) => (at < lines.length - 1 ? `${line}\n` : line))
      .filter((line) => line !== '');
  };

  const table = (node: Table, { quoteDepth }: Container) => {
    // Where the header row is of images alone, the first row that says something opens the table.
    let opensTable = true;
    for (const row of node.children) {
      const cells = row.children.map((cell) => gathering.cell(() => inline(cell.children)));
      if (cells.every((cell) => cell.length === 0)) continue;
      gathering.push({ kind: 'row', cells, opensTable, ...(quoteDepth > 0 ? { quoteDepth } : {}) });
      opensTable = false;
    }
  };

  const definition = (node: Definition) => {
    const place = placeOf(node);
    // `[1]: Ibid.` defines no link, whatever CommonMark says.
    if (NOTE_LABEL.test(node.identifier) && !ADDRESS.test(node.url)) {
      gathering.begin({ quoteDepth: 0, lists: 0, isNote: true });
      gathering.add([raw(place)]);
      gathering.end();
    } else gathering.leave('definition', raw(place));
  };

  const note = (node: FootnoteDefinition) => {
    const { start } = placeOf(node);
    const container: Container = { quoteDepth: 0, lists: 0, isNote: true };
    for (const [at, child] of node.children.entries()) {
      if (child.type !== 'paragraph') {
        block(child, container);
        continue;
      }
      gathering.begin(container);
      if (at === 0) gathering.add([text.slice(start, placeOf(child).start)]);
      inline(child.children);
      gathering.end();
    }
  };

  blocks(tree.children, { quoteDepth: 0, lists: 0 });
  gathering.finish();
  return gathering;
}
