// The changes that all formats share.
import { withoutUnseen } from '../corpus/characters.ts';
import { addedChanges, type Changes } from './document.ts';

/** Spaces of other widths or with other duties, which a reader sees as a space (Unicode's category Zs, but for U+0020). */
const OTHER_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/**
 * Letters that were set as one glyph: Latin and Armenian ligatures, and the forms of Arabic letters by their place in a word,
 * which some PDF files hold instead of the letters, as they do radicals instead of the Han characters that look the same (Unicode, Alphabetic and Arabic Presentation Forms). Each stands for the letters
 * that its compatibility decomposition names.
 */
const LIGATURES =
  /[\u2e9f\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc]/g;

/** A text with changes that are of the closed list (`CHANGES` in `document.ts`). */
export interface Normalized {
  readonly text: string;
  readonly changes: Changes;
  /** Invisible characters that were removed, by code point (`U+200B`). */
  readonly removed: ReadonlyMap<string, number>;
}

/** What all formats have in common: other spaces become spaces, ligatures their letters, and what nobody sees is removed. */
export function normalized(text: string): Normalized {
  let spaces = 0;
  let ligatures = 0;
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(OTHER_SPACES, () => {
      spaces += 1;
      return ' ';
    })
    .replace(LIGATURES, (glyph) => {
      ligatures += 1;
      return glyph.normalize('NFKC');
    });
  const seen = withoutUnseen(plain);
  const invisible = [...seen.removed.values()].reduce((sum, count) => sum + count, 0);
  return {
    text: seen.text,
    changes: addedChanges({ spaces, ligatures, invisible }),
    removed: seen.removed,
  };
}

/** Scripts that put no space between words, so that a line that is broken between two of their characters joins without one. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\uff01-\\uff60';
const LINE_BREAK_WITHIN = new RegExp(`(?<=[${UNSPACED}])[ \\t]*\\n\\s*(?=[${UNSPACED}])`, 'gu');

/** Without the ends of lines that only wrap it: a space is in place of each, or nothing between Chinese or Japanese characters. */
export function unwrapped(text: string): string {
  return text.replace(LINE_BREAK_WITHIN, '').replace(/[ \t]*\n\s*/g, ' ');
}

/** Prose on one line: runs of white space are one space, as a browser shows them, or none between Chinese or Japanese characters. */
export function flowed(text: string): string {
  return text
    .replace(LINE_BREAK_WITHIN, '')
    .replace(/[ \t\n\f\v]+/g, ' ')
    .trim();
}
