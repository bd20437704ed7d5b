import type { Passage, Span } from '../src/corpus/passage.ts';
import { contextButton } from '../src/reply/buttons.ts';
import { echo } from '../src/reply/echo.ts';
import { withGapsAtCuts } from '../src/reply/passages.ts';
import { letterOf, quote } from '../src/reply/quotation.ts';
import type { Block } from '../src/reply/reply.ts';
import { bySection } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';
import {
  type Checked,
  type Comparison,
  checkMessage,
  type Edit,
  type PostedMessage,
} from '../src/search/search.ts';
import type { Session } from './command.ts';

/** How many quotations of a message are checked. */
const MOST_CHECKED = 5;
/** How much of one is repeated, and how many of its differences. */
const MOST_REPEATED = 120;
const MOST_DIFFERENCES = 8;

/** Words of an article that stand in a difference: fewer than would be a quotation outside of one. */
const MOST_WORDS = 4;
const MOST_HAN = 6;

export interface CheckedQuotations {
  readonly count: number;
  /** What is quoted of the articles to compare with, in the order of the blocks; no sentence twice. */
  readonly passages: readonly Passage[];
  /** `naming` has each quotation name its article. */
  readonly blocks: (naming: boolean) => readonly Block[];
}

interface Shown {
  readonly passage: Passage;
  readonly stressed: Span[];
}

/** What a message quotes of the articles, marked or not, beside what they print: word for word, with differences, or not found. */
export function checkedQuotations(message: PostedMessage, { library, words }: Session): CheckedQuotations {
  const all = checkMessage(message, library);
  const checks = all.slice(0, MOST_CHECKED);
  const shown: Shown[] = [];
  const told = checks.map(({ quotation, checked }) => {
    const own: Shown[] = [];
    const above = new Set<string>();
    for (const piece of piecesOf(checked)) {
      for (const passage of passagesOf(piece)) {
        const at = shown.findIndex((before) => holds(before.passage, passage));
        const known = shown[at];
        const here = known ?? { passage, stressed: [] };
        here.stressed.push(...stressedIn(piece, checked));
        if (known) {
          if (!own.includes(known)) above.add(letterOf(at));
        } else {
          shown.push(here);
          own.push(here);
        }
      }
    }
    return { quotation, checked, own, above: [...above] };
  });
  const left = all.length - checks.length;
  return {
    count: checks.length,
    passages: shown.map(({ passage }) => passage),
    blocks(naming) {
      const show = (one: Shown): Block[] => {
        const { passage, stressed } = one;
        const button = contextButton(passage, words);
        const letter = shown.indexOf(one);
        return withGapsAtCuts(passage, quote(passage, { letter, matches: stressed, button, naming }));
      };
      return [
        ...told.flatMap(({ quotation, checked, own, above }) => [
          { kind: 'text', text: verdict(quotation, checked, words) } as const,
          ...differences(checked, words),
          ...own.flatMap(show),
          ...(above.length > 0 ? [{ kind: 'note', text: words.find.shownAbove(above) } as const] : []),
          ...remarks(checked, words),
        ]),
        ...(left > 0 ? [{ kind: 'note', text: words.find.moreQuotes(left) } as const] : []),
        ...(checks.length > 0 ? [{ kind: 'note', text: words.find.noVerdict } as const] : []),
      ];
    },
  };
}

function piecesOf(checked: Checked): readonly Comparison[] {
  return checked.kind === 'not-found' ? [] : checked.pieces;
}

function passagesOf({ place }: Comparison): Passage[] {
  return place.kind === 'sentences'
    ? bySection(place.passage.article, place.passage.first, place.passage.last)
    : [];
}

function holds(shown: Passage, { article, first, last }: Passage): boolean {
  return shown.article === article && shown.first <= first && last <= shown.last;
}

/** Where the words are the same all of them; else what the message has not. */
function stressedIn({ place, missing }: Comparison, checked: Checked): readonly Span[] {
  if (checked.kind === 'different') return missing;
  if (place.kind !== 'sentences') return [];
  const { article, first, last } = place.passage;
  // A stress ends with its sentence.
  return article.sentences.slice(first, last + 1).flatMap(({ start, end }) => {
    const span = { start: Math.max(start, place.span.start), end: Math.min(end, place.span.end) };
    return span.start < span.end ? [span] : [];
  });
}

function verdict(quotation: string, checked: Checked, words: Words): string {
  const repeated = echo(quotation, MOST_REPEATED);
  const { find } = words;
  switch (checked.kind) {
    case 'exact': {
      const [{ place }] = checked.pieces;
      return place.kind === 'sentences' ? find.exact(repeated) : find.exactName(repeated, place.kind);
    }
    case 'marks': {
      const { told, more } = marksOf(checked, words);
      return find.marksOnly(repeated, told, more);
    }
    case 'different':
      return find.different(repeated);
    case 'not-found':
      return find.notFound(repeated);
  }
}

/** The marks that differ, each kind of difference once. */
function marksOf(checked: Checked, { find }: Words): { told: string[]; more: number } {
  const all = [...new Set(piecesOf(checked).flatMap(({ marks }) => marks.map(find.mark)))];
  const told = all.slice(0, MOST_DIFFERENCES);
  return { told, more: all.length - told.length };
}

/** The reader's own words with what the article has in their place: marked by brackets, since no color is sure to be seen. */
function differences(checked: Checked, words: Words): Block[] {
  if (checked.kind !== 'different') return [];
  const edits = checked.pieces.flatMap((piece) => piece.edits);
  const told = edits.slice(0, MOST_DIFFERENCES);
  const has = {
    changed: told.some(({ printed, quoted }) => printed !== undefined && quoted !== undefined),
    added: told.some(({ printed }) => printed === undefined),
    leftOut: told.some(({ quoted }) => quoted === undefined),
  };
  return [
    { kind: 'text', text: words.find.differences(told.map(bracketed), edits.length - told.length) },
    { kind: 'note', text: words.find.brackets(has) },
  ];
}

const HAN = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Thai}/u;

/** An edit with the word before and the word behind it. */
function bracketed({ printed, quoted, before, after }: Edit): string {
  const own = quoted === undefined ? '' : echo(quoted, MOST_REPEATED);
  const other = printed === undefined ? '' : outline(echo(printed, MOST_REPEATED));
  const inside =
    printed === undefined ? `+ ${own}` : quoted === undefined ? `− ${other}` : `${other} → ${own}`;
  const space = (word: string) => (HAN.test(word) ? '' : ' ');
  return [
    before && `${echo(before, MOST_REPEATED)}${space(before)}`,
    `[${inside}]`,
    after && `${space(after)}${echo(after, MOST_REPEATED)}`,
  ].join('');
}

/** No more words of an article than make a name: the quotation beside it has them all. */
function outline(printed: string): string {
  if (HAN.test(printed)) {
    const letters = [...printed];
    if (letters.length <= MOST_HAN) return printed;
    return `${letters.slice(0, MOST_HAN / 2).join('')}…${letters.slice(-MOST_HAN / 2).join('')}`;
  }
  const words = printed.split(' ');
  if (words.length <= MOST_WORDS) return printed;
  return `${words.slice(0, MOST_WORDS / 2).join(' ')} … ${words.slice(-MOST_WORDS / 2).join(' ')}`;
}

/** What else is to be said of what is printed. */
function remarks(checked: Checked, words: Words): Block[] {
  const { find } = words;
  const [piece, another] = piecesOf(checked);
  if (!piece) return [];
  const { place, before, behind } = piece;
  const isName = place.kind !== 'sentences';
  const { told, more } = checked.kind === 'different' ? marksOf(checked, words) : { told: [], more: 0 };
  const isMissing = piecesOf(checked).some(({ missing }) => missing.length > 0);
  return [
    ...(isName && checked.kind !== 'exact' ? [{ kind: 'note', text: nameOf(place, words) } as const] : []),
    ...(told.length > 0 ? [{ kind: 'note', text: find.marksToo(told, more) } as const] : []),
    ...(another === undefined && (before || behind)
      ? [{ kind: 'note', text: find.beside(outline(before), outline(behind)) } as const]
      : []),
    ...(isMissing ? [{ kind: 'note', text: find.onlyInArticle, ofStress: true } as const] : []),
  ];
}

function nameOf(place: Exclude<Comparison['place'], { kind: 'sentences' }>, { find }: Words): string {
  return find.name(place.name, place.kind);
}
