// Gathers the blocks of a Markdown text.
import type { Changes, LeftOut, LeftOutKind, Pieces, SourceBlock, Stated } from '../document.ts';
import { addTo, type Chunk, emptyChunk, isOnlyLinks, textOf } from './chunk.ts';
import { attributeOf, isBlockTag, type Tag } from './tags.ts';

/** In what of Markdown a text stands. */
export interface Container {
  readonly quoteDepth: number;
  /** Lists that it stands in. */
  readonly lists: number;
  /** Of the item whose first words it is. */
  readonly item?: { readonly number?: number } | undefined;
  readonly heading?: number;
  readonly isNote?: boolean;
}

export interface Gathered {
  readonly block: SourceBlock;
  /** It is only a link to a place in the same document. */
  readonly isLink: boolean;
}

interface HtmlTable {
  rows: number;
  cells: string[][];
  isInCell: boolean;
}

/**
 * Gathers pieces to blocks: within Markdown's containers, and within the elements of HTML that are open, whose tags may stand in
 * different blocks of Markdown.
 */
export class Gathering {
  readonly blocks: Gathered[] = [];
  readonly leftOut: LeftOut[] = [];
  entities = 0;
  /** What front matter states. */
  matter: Stated = {};
  private chunk: Chunk = emptyChunk();
  private container: Container = { quoteDepth: 0, lists: 0 };
  /** The first words of the item that is open are still to come. */
  private opensItem = false;
  private heading: number | undefined;
  private lists: { readonly isNumbered: boolean; next: number }[] = [];
  private htmlItem: { readonly number?: number } | undefined;
  private quotes = 0;
  private tables: HtmlTable[] = [];
  private struck = 0;
  private struckText = '';
  private links: boolean[] = [];

  changes(): Changes {
    return this.entities > 0 ? { entities: this.entities } : {};
  }

  leave(what: LeftOutKind, text: string): void {
    this.leftOut.push({ what, text });
    this.chunk.hadMarks = true;
  }

  /** What follows stands in a block of Markdown of its own. */
  begin(container: Container): void {
    this.end();
    this.container = container;
    this.opensItem = container.item !== undefined;
    if (container.heading !== undefined) this.closeElements();
  }

  /** Ends the block, as where a component stands on a line of its own. */
  end(): void {
    this.flush();
  }

  add(pieces: Pieces): void {
    if (this.struck > 0) this.struckText += pieces.join('');
    else {
      // A line of the source that ends with `<br>` ends once.
      const goesOn =
        this.chunk.pieces.at(-1) === '\n'
          ? pieces.map((piece, at) => (at === 0 ? piece.replace(/^\s*\n\s*/, '') : piece))
          : pieces;
      addTo(this.chunk, goesOn, this.links.at(-1) ?? false);
    }
  }

  /** Within a link; `isInside` the document. */
  openLink(isInside: boolean): void {
    this.links.push(isInside);
    if (isInside) this.chunk.links += 1;
  }

  closeLink(): void {
    this.links.pop();
  }

  lineBreak(): void {
    if (this.chunk.pieces.at(-1) === '\n') this.flush();
    else if (this.chunk.pieces.length > 0) this.chunk.pieces.push('\n');
  }

  /** The pieces of a cell that `add` and what else is told meanwhile make. */
  cell(gather: () => void): Pieces {
    this.flush();
    gather();
    const pieces = textOf(this.chunk).map((piece) => piece.replaceAll('\n', ' '));
    this.chunk = emptyChunk();
    return pieces;
  }

  /** Nothing follows. */
  finish(): void {
    this.flush();
    this.closeElements();
  }

  /** A block that is whole: a fence, a row. */
  push(block: SourceBlock): void {
    this.flush();
    if (this.openCell()) this.closeRow();
    this.blocks.push({ block, isLink: false });
  }

  tag(tag: Tag): void {
    const name = tag.name.toLowerCase();
    if (name === 'br') {
      this.lineBreak();
      return;
    }
    if (name === 'img' || name === 'image') {
      this.leave(
        this.isInLink || isBadge(attributeOf(tag, 'src') ?? '') ? 'badge' : 'image',
        attributeOf(tag, 'alt') ?? '',
      );
      return;
    }
    if (!tag.closes) this.leave('html', tag.raw);
    this.chunk.hadMarks = true;
    if (STRUCK.has(name)) {
      this.struck = Math.max(0, this.struck + (tag.closes ? -1 : 1));
      if (this.struck === 0 && tag.closes) {
        this.leave('struck', this.struckText);
        this.struckText = '';
      }
      return;
    }
    if (name === 'a') {
      if (tag.closes) this.closeLink();
      else if (!tag.isEmpty) this.openLink(attributeOf(tag, 'href')?.startsWith('#') ?? false);
      return;
    }
    if (isBlockTag(tag)) this.blockTag(tag, name);
  }

  get isInLink(): boolean {
    return this.links.length > 0;
  }

  private blockTag(tag: Tag, name: string): void {
    const { closes } = tag;
    this.flush();
    if (tag.isEmpty) return;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      this.heading = closes ? undefined : Number(level);
      return;
    }
    switch (name) {
      case 'ul':
      case 'ol':
        if (closes) this.lists.pop();
        else {
          const start = Number(attributeOf(tag, 'start') ?? 1);
          this.lists.push({ isNumbered: name === 'ol', next: start });
        }
        this.htmlItem = undefined;
        return;
      case 'li': {
        const list = this.lists.at(-1);
        this.htmlItem = closes ? undefined : list?.isNumbered ? { number: list.next } : {};
        if (list && !closes) list.next += 1;
        return;
      }
      case 'blockquote':
        this.quotes = Math.max(0, this.quotes + (closes ? -1 : 1));
        return;
      case 'table':
        if (closes) {
          this.closeRow();
          this.tables.pop();
        } else this.tables.push({ rows: 0, cells: [], isInCell: false });
        return;
      case 'tr':
        this.closeRow();
        return;
      case 'td':
      case 'th': {
        const table = this.tables.at(-1);
        if (!table) return;
        table.isInCell = !closes;
        if (!closes) table.cells.push([]);
        return;
      }
    }
  }

  private openCell(): string[] | undefined {
    const table = this.tables.at(-1);
    return table?.isInCell ? table.cells.at(-1) : undefined;
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    const cells = table.cells.splice(0);
    table.isInCell = false;
    const said = cells.filter((cell) => cell.length > 0);
    const quoted = this.quoted();
    // A table with one cell to a row places what stands in it on the page.
    if (said.length === 1 && said[0])
      this.blocks.push({ block: { kind: 'paragraph', pieces: said[0], ...quoted }, isLink: false });
    if (said.length < 2) return;
    this.blocks.push({
      block: { kind: 'row', cells, opensTable: table.rows === 0, ...quoted },
      isLink: false,
    });
    table.rows += 1;
  }

  /** Where a heading of Markdown stands, no element that was left open goes on. */
  private closeElements(): void {
    this.closeRow();
    this.tables = [];
    this.lists = [];
    this.htmlItem = undefined;
    this.heading = undefined;
    this.links = [];
    this.quotes = 0;
    this.struck = 0;
    this.struckText = '';
  }

  private quoted(): { readonly quoteDepth?: number } {
    const quoteDepth = this.container.quoteDepth + this.quotes;
    return quoteDepth > 0 ? { quoteDepth } : {};
  }

  private flush(): void {
    const { chunk } = this;
    this.chunk = emptyChunk();
    const pieces = textOf(chunk);
    if (pieces.length === 0) return;
    const cell = this.openCell();
    if (cell) {
      if (cell.length > 0) cell.push(' ');
      cell.push(...pieces.map((piece) => piece.replaceAll('\n', ' ')));
      return;
    }
    const block = this.blockOf(pieces);
    if (block.kind !== 'item' && block.kind !== 'heading' && isOnlyLinks(chunk)) {
      this.leftOut.push({ what: 'contents', text: pieces.join('') });
      return;
    }
    this.blocks.push({ block, isLink: chunk.links > 0 && chunk.linked === chunk.letters });
  }

  private blockOf(pieces: Pieces): SourceBlock {
    const { container, opensItem } = this;
    this.opensItem = false;
    const quoted = this.quoted();
    if (container.isNote) return { kind: 'note', pieces };
    const level = container.heading ?? this.heading;
    if (level !== undefined && container.lists === 0 && quoted.quoteDepth === undefined)
      return { kind: 'heading', level, pieces };
    const item = opensItem ? container.item : this.htmlItem;
    if (item) {
      this.htmlItem = undefined;
      const depth = Math.max(0, container.lists + this.lists.length - 1);
      return { kind: 'item', pieces, depth, ...item, ...quoted };
    }
    return { kind: 'paragraph', pieces, ...quoted };
  }
}

const STRUCK = new Set(['del', 's', 'strike']);

/** Services that draw badges, and what the pictures of others are called (the addresses of 400 badges in READMEs). */
export function isBadge(address: string): boolean {
  return /shields\.io|badge|badgen\.net|travis-ci|codecov\.io|coveralls\.io|appveyor\.com|circleci\.com|packagephobia|bundlephobia|snyk\.io|opencollective\.com/i.test(
    address,
  );
}
