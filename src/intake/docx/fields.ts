// Follows the fields of a Word file.
import type { LeftOutKind } from '../document.ts';
import { descendantsOf, type XmlElement } from '../xml.ts';

/** Which fields stand open at a place of a text, from the outermost: they may reach over many paragraphs. */
export interface OpenFields {
  /** Takes a `w:fldChar`. */
  mark(type: string | undefined): void;
  /** Takes a part of an instruction (`w:instrText`). */
  instruct(text: string): void;
  /** Why what stands here is no text of the document; undefined where it is. */
  readonly dropped: LeftOutKind | undefined;
}

/** Fields whose result is made of the document: tables of contents and of figures, an index, a list of authorities. */
const CONTENTS = new Set(['TOC', 'INDEX', 'TOA']);
/** Fields that number the page they stand on. PAGEREF stays: its number belongs to a sentence that refers to another page. */
const PAGES = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES']);

/** What the result of a field is left out as, by its instruction: `TOC \o "1-3"`; undefined where it stays. */
export function leftOutAs(instruction: string): LeftOutKind | undefined {
  const name = /^\s*(\w+)/.exec(instruction)?.[1]?.toUpperCase() ?? '';
  if (CONTENTS.has(name)) return 'contents';
  return PAGES.has(name) ? 'pageNumber' : undefined;
}

/**
 * The fields of one story. Where their marks do not match, as in a damaged file, none is read: else everything behind an
 * opening mark would be lost.
 */
export function fieldsOf(story: XmlElement): OpenFields {
  const open: { instruction: string; hasResult: boolean }[] = [];
  const isMatched = areMatched(story);
  return {
    mark(type) {
      if (!isMatched) return;
      const last = open.at(-1);
      if (type === 'begin') open.push({ instruction: '', hasResult: false });
      else if (type === 'separate' && last) last.hasResult = true;
      else if (type === 'end') open.pop();
    },
    instruct(text) {
      const last = open.at(-1);
      if (last && !last.hasResult) last.instruction += text;
    },
    get dropped() {
      for (const { instruction, hasResult } of open) {
        if (!hasResult) return 'hidden';
        const dropped = leftOutAs(instruction);
        if (dropped) return dropped;
      }
      return undefined;
    },
  };
}

function areMatched(story: XmlElement): boolean {
  let depth = 0;
  for (const { attributes } of descendantsOf(story, 'w:fldChar')) {
    const type = attributes.get('w:fldCharType');
    if (type === 'begin') depth += 1;
    if (type === 'end') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
