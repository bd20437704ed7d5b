// Recognizes headings in plain text.
import { indentOf, type TextLine, widthOf } from './lines.ts';

/** Lines between blank ones. */
export type Group = readonly TextLine[];

export interface FoundHeading {
  readonly level: number;
  /** How many lines of the group it takes, its rules among them. */
  readonly lines: number;
  readonly words: readonly string[];
}

/** Columns: a heading is no line of prose. */
const WIDEST = 80;
const RULE = /^\s*([=\-~^"*#+])\1{2,}\s*$/;
const LEVELS = '=-~^"*#+';

/** Words that count parts of a work, before a number; in the languages of most plain texts. */
const PART =
  /^(?:chapter|part|book|section|appendix|act|scene|volume|canto|stave|letter|article|kapitel|teil|buch|akt|szene|chapitre|partie|livre|acte|scène|tome|capítulo|parte|libro|capitolo|atto|глава|часть|книга|том|kapitola|rozdział|hoofdstuk|kapittel|kapitola|bölüm)\s+(?:[ivxlcdm]+|\d{1,3}|[a-z]|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|первая|вторая|третья)(?![\p{L}\p{N}])/iu;
const EAST_ASIAN_PART =
  /^第[一二三四五六七八九十百千零〇\d０-９]{1,6}[章回节節卷部篇話话編编幕](?:\s|$|[^，。、,.]{0,30}$)/u;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[\p{Lu}\p{Lo}"“(])/u;
const ROMAN = /^(?=[IVXLC])(?:XL|L?X{0,4})(?:IX|IV|V?I{0,4})\.?$/;
const ENDS_SENTENCE = /[.,;:!?。，；：！？、]["'”’」』)]*$/;

/**
 * The heading that a group of lines opens with, or is. Only what is clear is one: words with a rule under them, in capitals, behind
 * `CHAPTER` or a number, alone between blank lines.
 * @param neighbors First lines of the groups before and behind, and by how many columns paragraphs are indented.
 */
export function headingOf(
  group: Group,
  neighbors: { readonly before: string; readonly behind: string; readonly bodyIndent: number },
): FoundHeading | undefined {
  const [first = '', second = '', third = ''] = group.map(({ text }) => text);
  if (widthOf(first.trim()) > WIDEST) return undefined;
  // reStructuredText rules a line above, too.
  if (RULE.test(first) && second !== '' && !RULE.test(second) && third.trim() === first.trim()) {
    return { level: 1, lines: 3, words: [second.trim()] };
  }
  const rule = RULE.exec(second);
  if (
    rule &&
    !RULE.test(first) &&
    first.trim() !== '' &&
    widthOf(second.trim()) * 2 >= widthOf(first.trim())
  ) {
    return { level: Math.min(3, 1 + LEVELS.indexOf(rule[1] ?? '=')), lines: 2, words: [first.trim()] };
  }
  // Headings of Markdown and AsciiDoc.
  const marked = /^(#{1,6}|={1,6})[ \t]+(\S.*?)(?:[ \t]+\1)?$/.exec(first);
  if (marked) return { level: marked[1]?.length ?? 1, lines: 1, words: [marked[2] ?? ''] };
  if (group.length > 2) return undefined;
  const whole = group.map(({ text }) => text.trim());
  const words = whole.join(' ');
  if (
    widthOf(words) > WIDEST ||
    (group.length === 2 && indentOf(second) === 0 && widthOf(second) > WIDEST / 2 + 20)
  )
    return undefined;
  const found = (level: number): FoundHeading => ({ level, lines: group.length, words: whole });
  if (
    PART.test(words) &&
    !/[,;:]$/.test(words) &&
    (group.length === 1 || !ENDS_SENTENCE.test(second) || isCapital(second))
  ) {
    return /^\S+\s+\S+[.:—–-]*(?:\s+[\p{Lu}\p{N}"“(¿¡]|$)/u.test(words) || isCapital(words)
      ? found(2)
      : undefined;
  }
  if (EAST_ASIAN_PART.test(words)) return found(2);
  if (group.length === 1 && ROMAN.test(words)) return found(2);
  const number = NUMBERED.exec(words)?.[1];
  if (number !== undefined) {
    const isListed = [neighbors.before, neighbors.behind].some((line = '') => {
      const other = NUMBERED.exec(line.trim())?.[1];
      return (
        other !== undefined && isNext(number, other) && !ENDS_SENTENCE.test(words) && !number.includes('.')
      );
    });
    const isTitle =
      group.length === 1 &&
      indentOf(first) === 0 &&
      !ENDS_SENTENCE.test(words) &&
      !/\s{3,}|\.{3}/.test(words);
    return isTitle && !isListed ? found(1 + number.split('.').length) : undefined;
  }
  // Marks of lists, code and columns.
  const isPlain = !/\s{3,}|[|_*/<>={}\\]|^[^\p{L}\p{N}"“'‘(¿¡«]/u.test(first.trim());
  if (isCapital(words) && !/[,;]$/.test(words) && isPlain) return found(2);
  const standsOut = indentOf(first) < neighbors.bodyIndent && neighbors.bodyIndent < WIDEST / 4;
  return group.length === 1 && standsOut && isPlain && !ENDS_SENTENCE.test(words) && /^\p{Lu}/u.test(words)
    ? found(2)
    : undefined;
}

/** All letters are capitals, and there are enough of them that the line is no initials. */
function isCapital(words: string): boolean {
  return !/\p{Ll}/u.test(words) && (words.match(/\p{Lu}/gu)?.length ?? 0) > 3;
}

function isNext(number: string, other: string): boolean {
  return !other.includes('.') && Math.abs(Number(other) - Number(number)) === 1;
}

/** Whether words count a part of a work: those that open a text are hardly its title. */
export function countsPart(words: string): boolean {
  return PART.test(words) || EAST_ASIAN_PART.test(words) || NUMBERED.test(words) || ROMAN.test(words);
}
