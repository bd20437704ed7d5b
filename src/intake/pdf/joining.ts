// Joins the ends of lines.
import type { Changes } from '../document.ts';
import { UNSPACED } from './fragments.ts';
import type { Line } from './lines.ts';

const SOFT_HYPHEN = '\u00ad';
const HYPHEN = /[-\u2010\u00ad]$/;
/** A web address is broken behind such a character, without a space. */
const ADDRESS_END = /(?:https?:\/\/|www\.|doi\.org\/|\bdoi:)\S*$/i;

/** Words of a document, so that a word broken at a line's end is known where it stands unbroken elsewhere. */
export function wordsOf(lines: Iterable<Line>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const parts =
      text.toLowerCase().match(/[\p{L}\p{M}\p{N}’']+(?:[-\u2010][\p{L}\p{M}\p{N}’']+)*[-\u2010]?/gu) ?? [];
    for (const [at, part] of parts.entries()) {
      // The pieces of a broken word are no words.
      if (at === parts.length - 1 && HYPHEN.test(part) && text.toLowerCase().trimEnd().endsWith(part))
        continue;
      words.add(part.replace(/[-\u2010]$/, ''));
    }
  }
  return words;
}

/** Pieces of lines that follow each other, with their ends joined, and what was done to do so. */
export function joinedLines(
  lines: readonly Line[],
  words: ReadonlySet<string>,
): { readonly pieces: readonly string[]; readonly changes: Changes } {
  const pieces: string[] = [];
  let hyphens = 0;
  let keptHyphens = 0;
  let invisible = 0;
  for (const [at, line] of lines.entries()) {
    const own = [...line.pieces];
    const before = lines[at - 1];
    const last = pieces.length - 1;
    if (before && last >= 0) {
      const end = (pieces[last] ?? '').trimEnd();
      const join = joinOf(before.text.trimEnd(), line.text, words);
      if (join === 'hyphen') {
        pieces[last] = end.replace(HYPHEN, '');
        hyphens += 1;
      } else if (join === 'kept') {
        pieces[last] = end;
        keptHyphens += 1;
      } else pieces[last] = join === 'nothing' ? end : `${end} `;
    }
    pieces.push(...own);
  }
  const shown: string[] = [];
  for (const piece of pieces) {
    // The other reading of a page passes over characters that are not seen: each parts two pieces.
    const parts = piece.split(/[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u);
    invisible += parts.length - 1;
    shown.push(...parts.filter((part) => part !== ''));
  }
  return { pieces: shown, changes: { hyphens, keptHyphens, invisible } };
}

function joinOf(
  before: string,
  after: string,
  words: ReadonlySet<string>,
): 'space' | 'nothing' | 'hyphen' | 'kept' {
  if (before.endsWith(SOFT_HYPHEN)) return 'hyphen';
  if (HYPHEN.test(before)) {
    const head = /([\p{L}\p{M}’']+)[-\u2010]$/u.exec(before)?.[1];
    const tail = /^[\p{L}\p{M}’']+/u.exec(after)?.[0];
    if (head !== undefined && tail !== undefined && words.has((head + tail).toLowerCase())) return 'hyphen';
    // "pages 3 -" and a dash between words have a space before them.
    return /\s[-\u2010]$/.test(before) ? 'space' : 'kept';
  }
  const [end, start] = [before.at(-1) ?? '', after.at(0) ?? ''];
  if (UNSPACED.test(end) && (UNSPACED.test(start) || /[\p{L}\p{N}]/u.test(start))) return 'nothing';
  if (UNSPACED.test(start) && /[\p{L}\p{N}%,.)]/u.test(end))
    return /[\uac00-\ud7af]/.test(end) ? 'space' : 'nothing';
  if (/[\p{Lu}\p{N}]\u2013$/u.test(before) && /^\p{N}/u.test(after)) return 'nothing';
  if (/[\u2014/]$/.test(before) && !/\s[\u2014/]$/.test(before) && /^[\p{L}\p{N}]/u.test(after))
    return 'nothing';
  if (ADDRESS_END.test(before) && isAddressGoingOn(before, after)) return 'nothing';
  return 'space';
}

/** An address goes on where it broke behind one of its marks, or where what follows has some and no capital opens a sentence. */
function isAddressGoingOn(before: string, after: string): boolean {
  const word = /^\S+/.exec(after)?.[0] ?? '';
  if (/[.,;)]$/.test(before)) return /^[a-z0-9]+[/._?=&#%-]/.test(word) && !/[,;)]$/.test(before);
  if (/[/_?=&#%~+:-]$/.test(before)) return /^[\w%~#?&/.=+-]/.test(word);
  return (
    /^[\w%~#?&=+/.-]*[/_?=&#%][\w%~#?&=+/.-]*/.test(word) ||
    /^[./?=&#_]/.test(word) ||
    /^[a-z0-9-]+\.(?:html?|pdf|php|aspx?|jpe?g|png|txt)\b/i.test(word)
  );
}
