// Orders the blocks of a Word file under headings.
import { isContentsCaption } from '../contents-caption.ts';
import type { LeftOut, SourceBlock } from '../document.ts';
import { CONTENTS_STOOD_HERE, type Draft, type Story } from './body.ts';

/** A heading above a table of contents has no more words. */
const MOST_WORDS_OF_CAPTION = 5;
/** A line of print is some 90 characters: a line by itself that stands for a heading is shorter. */
const LONGEST_LINE = 90;

/**
 * The blocks of a story: what stands above a table of contents goes with it, and where nothing is styled as a heading, lines in
 * bold above text that is not are headings.
 */
export function blocksOfStory(
  drafts: Story['drafts'],
  leave: (leftOut: LeftOut) => void,
): readonly SourceBlock[] {
  const kept = withoutCaptions(drafts, leave);
  const isStyled = kept.some(({ block, isTitle }) => block.kind === 'heading' && !isTitle);
  return withWholeFences(isStyled ? kept.map(({ block }) => block) : withBoldHeadings(kept));
}

function withoutCaptions(drafts: Story['drafts'], leave: (leftOut: LeftOut) => void): readonly Draft[] {
  const kept: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (draft === CONTENTS_STOOD_HERE) continue;
    if (drafts[index + 1] === CONTENTS_STOOD_HERE && isCaption(draft)) {
      leave({ what: 'contents', text: wordsOfBlock(draft.block) });
    } else kept.push(draft);
  }
  return kept;
}

function isCaption({ block, isTitle }: Draft): boolean {
  if (isTitle || (block.kind !== 'heading' && block.kind !== 'paragraph')) return false;
  const words = wordsOfBlock(block).trim();
  return (
    isContentsCaption(words) ||
    (block.kind === 'heading' && words.split(/\s+/).length <= MOST_WORDS_OF_CAPTION)
  );
}

function withBoldHeadings(drafts: readonly Draft[]): readonly SourceBlock[] {
  return drafts.map(({ block, isBold }, index) => {
    const next = drafts[index + 1];
    const words = wordsOfBlock(block).trim();
    const isHeading =
      isBold &&
      block.kind === 'paragraph' &&
      block.quoteDepth === undefined &&
      words.length <= LONGEST_LINE &&
      !words.includes('\n') &&
      !/[.,;:!。，；：！]$/.test(words) &&
      next !== undefined &&
      !next.isBold &&
      (next.block.kind === 'paragraph' || next.block.kind === 'item');
    return isHeading ? { kind: 'heading', level: 2, pieces: block.pieces } : block;
  });
}

/**
 * Word holds each line of code as a paragraph. What was pasted from somewhere in such a style is often prose, and is no code: most
 * of its characters stand in lines of words.
 */
function withWholeFences(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const whole: SourceBlock[] = [];
  let lines: Extract<SourceBlock, { kind: 'fence' }>[] = [];
  const close = () => {
    if (isProse(lines)) whole.push(...lines.map(({ pieces }) => ({ kind: 'paragraph' as const, pieces })));
    else if (lines.length > 0) {
      whole.push({
        kind: 'fence',
        pieces: lines.flatMap(({ pieces }, at) => (at === 0 ? pieces : ['\n', ...pieces])),
      });
    }
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'fence') lines.push(block);
    else {
      close();
      whole.push(block);
    }
  }
  close();
  return whole;
}

/** Signs that hardly stand in prose; a line of words has at least six of them, one of code fewer or such signs between. */
const SIGN_OF_CODE = /[{}[\]=<>$#\\|_;]|\w\(|\/\//;
const FEWEST_WORDS = 6;

function isProse(lines: readonly SourceBlock[]): boolean {
  const texts = lines.flatMap((line) => wordsOfBlock(line).split('\n'));
  const ofWords = texts.filter(
    (text) => !SIGN_OF_CODE.test(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= FEWEST_WORDS,
  );
  const sum = (counted: readonly string[]) => counted.reduce((length, text) => length + text.length, 0);
  return sum(ofWords) > sum(texts) / 2;
}

function wordsOfBlock(block: SourceBlock): string {
  return block.kind === 'row' ? '' : block.pieces.join('');
}
