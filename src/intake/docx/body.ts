// Reads the paragraphs of a Word file.
import type { LeftOut, LeftOutKind, Pieces, SourceBlock } from '../document.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import { fieldsOf, type OpenFields } from './fields.ts';
import {
  addWords,
  alternativesOf,
  droppedControl,
  emptyLine,
  type Line,
  type Spoken,
  wordsWithin,
} from './line.ts';
import { listCounterOf } from './numbering.ts';
import { roleOf } from './role.ts';
import { hasOn, levelOf, numberingOf, type Style, type Styles, settingOf } from './styles.ts';

/** A block of a Word file, and what it is judged by once all are there. */
export interface Draft {
  readonly block: SourceBlock;
  /** A paragraph all of whose words are in bold. */
  readonly isBold?: boolean;
  /** The document's title. */
  readonly isTitle?: boolean;
}

/** Where a table of contents stood. */
export const CONTENTS_STOOD_HERE = 'contents';

export interface Story {
  readonly drafts: (Draft | typeof CONTENTS_STOOD_HERE)[];
  /** References to notes in their order, as `footnotes 2`. */
  readonly notes: readonly string[];
}

export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: XmlElement | undefined;
  readonly leave: (leftOut: LeftOut) => void;
  /** Told whenever words are kept, for where what is left out goes on. */
  readonly kept: () => void;
  readonly spoken: Spoken;
}

/** A cell that holds more characters than a paragraph of a dozen lines is a column of text, and its table a layout. */
const LONGEST_CELL = 900;

/** Reads what holds paragraphs and tables, in order: the body of a document, or one note. */
export function storyOf(root: XmlElement, context: StoryContext): Story {
  const { styles, leave } = context;
  const listed = listCounterOf(context.numbering, styles);
  const fields = fieldsOf(root);
  const notes: string[] = [];
  const drafts: Story['drafts'] = [];
  /** The list that is open and its levels, for how deep an item stands. */
  let levels: number[] = [];
  let list: string | undefined;
  let isInterrupted = false;
  /** Words that belong to the paragraph that follows: its initial, or those before a deleted paragraph mark. */
  let carried: Line | undefined;

  type Into = (draft: Draft | typeof CONTENTS_STOOD_HERE) => void;

  const blocks = (parent: XmlElement, into: Into, tableStyle: Style | undefined): void => {
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:p') paragraph(child, into, tableStyle);
      else if (child.name === 'w:tbl') table(child, into);
      else if (child.name === 'w:sdt') {
        const content = childOf(child, 'w:sdtContent');
        const dropped = droppedControl(child);
        if (dropped && content) skip(content, dropped, into);
        else if (content) blocks(content, into, tableStyle);
      } else if (child.name === 'mc:AlternateContent') {
        const { chosen, others } = alternativesOf(child);
        if (chosen) blocks(chosen, into, tableStyle);
        for (const other of others) leave({ what: 'duplicate', text: wordsWithin(other) });
      } else if (child.name === 'w:altChunk') leave({ what: 'unreadable', text: '' });
      else if (child.name === 'w:del' || child.name === 'w:moveFrom') skip(child, 'deleted', into);
      else if (!child.name.endsWith('Pr')) blocks(child, into, tableStyle);
    }
  };

  const skip = (content: XmlElement, what: LeftOutKind, into: Into) => {
    leave({ what, text: wordsWithin(content) });
    if (what === 'contents') into(CONTENTS_STOOD_HERE);
  };

  const paragraph = (element: XmlElement, into: Into, tableStyle: Style | undefined) => {
    const properties = childOf(element, 'w:pPr');
    const style = styles.style(settingOf(childOf(properties, 'w:pStyle'))) ?? styles.ofParagraphs;
    const role = roleOf(style, levelOf(childOf(properties, 'w:outlineLvl')));
    if (role.kind === 'contents') {
      markFields(element, fields);
      skip(element, 'contents', into);
      return;
    }
    const line = carried ?? emptyLine();
    const isContents = fields.dropped === 'contents';
    addWords(line, element, {
      styles,
      fields,
      inStyles: [style, tableStyle],
      leave,
      kept: context.kept,
      spoken: context.spoken,
    });
    if (isContents || line.dropped === 'contents') into(CONTENTS_STOOD_HERE);
    const mark = childOf(properties, 'w:rPr');
    const isJoined =
      childOf(mark, 'w:del') !== undefined ||
      childOf(mark, 'w:moveFrom') !== undefined ||
      childOf(properties, 'w:framePr')?.attributes.has('w:dropCap') === true;
    if (isJoined) {
      carried = line;
      return;
    }
    carried = undefined;
    const isEmpty = isBlank(line.pieces);
    // A paragraph all of which was taken away or hidden is not counted; an empty one is.
    const place =
      isEmpty && line.dropped ? undefined : listed(numberingOf(childOf(properties, 'w:numPr')), style);
    notes.push(...line.notes);
    if (!isEmpty) {
      const pieces = [...line.pieces];
      if (role.kind === 'heading' && !isClause(pieces.join(''))) {
        levels = [];
        into({ block: { kind: 'heading', level: role.level, pieces }, isTitle: role.isTitle });
      } else if (place && role.kind !== 'heading') {
        if (isInterrupted && place.list !== list) levels = [];
        list = place.list;
        isInterrupted = false;
        while ((levels.at(-1) ?? -1) > place.level) levels.pop();
        if (levels.at(-1) !== place.level) levels.push(place.level);
        const { number } = place;
        into({
          block: { kind: 'item', pieces, depth: levels.length - 1, ...(number !== undefined && { number }) },
        });
      } else if (role.kind === 'code') {
        isInterrupted = true;
        into({ block: { kind: 'fence', pieces } });
      } else {
        isInterrupted = true;
        const isQuote = role.kind === 'quote';
        into({
          block: { kind: 'paragraph', pieces, ...(isQuote && { quoteDepth: 1 }) },
          isBold: line.letters > 0 && line.bold === line.letters && style?.name !== 'caption',
        });
      }
    }
    for (const box of line.boxes) blocks(box, into, undefined);
  };

  const table = (element: XmlElement, into: Into) => {
    levels = [];
    const style = styles.style(settingOf(childOf(childOf(element, 'w:tblPr'), 'w:tblStyle')));
    const rows = rowsOf(element).filter((row) => {
      const properties = childOf(row, 'w:trPr');
      const what = childOf(properties, 'w:del')
        ? 'deleted'
        : hasOn(properties, 'w:hidden')
          ? 'hidden'
          : undefined;
      if (what) leave({ what, text: wordsWithin(row) });
      return what === undefined;
    });
    const read = rows.map((row) =>
      cellsOf(row).map((cell) => ({ span: spanOf(cell), drafts: cellDrafts(cell, style) })),
    );
    const isLayout =
      read.length <= 1 ||
      read.every((cells) => cells.length <= 1) ||
      read.some((cells) => cells.some(({ drafts: inCell }) => isColumn(inCell)));
    if (isLayout) {
      for (const draft of read.flat().flatMap(({ drafts: inCell }) => inCell)) into(draft);
      return;
    }
    let isFirst = true;
    for (const [index, cells] of read.entries()) {
      const row: Pieces[] = blankCells(spanBefore(rows[index]));
      for (const { span, drafts: inCell } of cells) row.push(cellPieces(inCell), ...blankCells(span - 1));
      if (row.every(isBlank)) continue;
      into({ block: { kind: 'row', cells: row, opensTable: isFirst } });
      isFirst = false;
    }
  };

  const cellDrafts = (cell: XmlElement, tableStyle: Style | undefined): Draft[] => {
    const inCell: Draft[] = [];
    if (childOf(childOf(cell, 'w:tcPr'), 'w:cellDel')) leave({ what: 'deleted', text: wordsWithin(cell) });
    else blocks(cell, (draft) => draft !== CONTENTS_STOOD_HERE && inCell.push(draft), tableStyle);
    levels = [];
    return inCell;
  };

  blocks(root, (draft) => drafts.push(draft), undefined);
  if (carried && !isBlank(carried.pieces)) {
    drafts.push({ block: { kind: 'paragraph', pieces: [...carried.pieces] } });
    notes.push(...carried.notes);
  }
  return { drafts, notes };
}

/** Takes the marks of fields in what is not read. */
function markFields(element: XmlElement, fields: OpenFields): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'w:fldChar') fields.mark(child.attributes.get('w:fldCharType'));
    else if (child.name === 'w:instrText') fields.instruct(child.children.join(''));
    else markFields(child, fields);
  }
}

/** Rows and cells may stand in content controls and in what encloses them. */
function rowsOf(element: XmlElement): readonly XmlElement[] {
  return within(element, 'w:tr');
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return within(row, 'w:tc');
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    child.name === name ? [child] : child.name.endsWith('Pr') ? [] : within(child, name),
  );
}

/** Columns of a table: Word's own limit is 63. */
const MOST_COLUMNS = 63;

function spanOf(cell: XmlElement): number {
  const span = levelOf(childOf(childOf(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1;
  return Math.min(MOST_COLUMNS, Math.max(1, span));
}

function spanBefore(row: XmlElement | undefined): number {
  return Math.min(MOST_COLUMNS, levelOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore')) ?? 0);
}

function blankCells(count: number): Pieces[] {
  return Array.from({ length: count }, () => []);
}

/** A cell that is read by itself, rather than along its row: it has headings, a table, or a column of text. */
function isColumn(drafts: readonly Draft[]): boolean {
  return (
    drafts.some(({ block }) => block.kind === 'heading' || block.kind === 'row') ||
    cellPieces(drafts).join('').length > LONGEST_CELL
  );
}

function cellPieces(drafts: readonly Draft[]): Pieces {
  return drafts.flatMap(({ block }, index) =>
    block.kind === 'row' ? [] : index === 0 ? block.pieces : ['\n', ...block.pieces],
  );
}

export function isBlank(pieces: Pieces): boolean {
  return pieces.every((piece) => /^[\s\u00AD\u200B\uFEFF]*$/.test(piece));
}

/**
 * A numbered clause of a contract is often set in a style of headings so that Word counts it, and is a sentence all the same:
 * longer than a line of print (some 90 characters) and closed as one; or longer than any heading (three lines).
 */
function isClause(words: string): boolean {
  const { length } = words.trim();
  return length > 270 || (length > 90 && /[.;:。；：]$/.test(words.trim()));
}
