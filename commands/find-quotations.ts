import type { Passage, Span } from '../src/corpus/passage.ts';
import { contextButton } from '../src/reply/buttons.ts';
import { withGapsAtCuts } from '../src/reply/passages.ts';
import { letterOf, quote } from '../src/reply/quotation.ts';
import type { Block } from '../src/reply/reply.ts';
import { bySection } from '../src/reply/stretch.ts';
import { marksIn, outline, sayMarksToo } from '../src/reply/verdict.ts';
import type { Words } from '../src/reply/words.ts';
import { type Checked, type Comparison, checkMessage, type PostedMessage } from '../src/search/search.ts';
import type { Session } from './command.ts';

/** How many quotations of a message are checked. */
const MOST_CHECKED = 5;

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
          { kind: 'text', text: { kind: 'verdict', quotation, checked } } as const,
          ...differences(quotation, checked, words),
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

/** The words that differ; what their brackets mean. */
function differences(quotation: string, checked: Checked, words: Words): Block[] {
  if (checked.kind !== 'different') return [];
  const edits = checked.pieces.flatMap((piece) => piece.edits);
  const has = {
    changed: edits.some(({ printed, quoted }) => printed !== undefined && quoted !== undefined),
    added: edits.some(({ printed }) => printed === undefined),
    leftOut: edits.some(({ quoted }) => quoted === undefined),
  };
  return [
    { kind: 'text', text: { kind: 'edits', quotation, checked } },
    { kind: 'note', text: words.find.brackets(has) },
  ];
}

/** What else is to be said of what is printed. */
function remarks(checked: Checked, words: Words): Block[] {
  const { find } = words;
  const [piece, another] = piecesOf(checked);
  if (!piece) return [];
  const { place, before, behind } = piece;
  const isName = place.kind !== 'sentences';
  const { marks, more } = checked.kind === 'different' ? marksIn(checked) : { marks: [], more: 0 };
  const isMissing = piecesOf(checked).some(({ missing }) => missing.length > 0);
  return [
    ...(isName && checked.kind !== 'exact' ? [{ kind: 'note', text: nameOf(place, words) } as const] : []),
    ...(marks.length > 0 ? [{ kind: 'note', text: sayMarksToo(marks, more, words) } as const] : []),
    ...(another === undefined && (before || behind)
      ? [{ kind: 'note', text: find.beside(outline(before), outline(behind)) } as const]
      : []),
    ...(isMissing ? [{ kind: 'note', text: find.onlyInArticle, ofStress: true } as const] : []),
  ];
}

function nameOf(place: Exclude<Comparison['place'], { kind: 'sentences' }>, { find }: Words): string {
  return find.name(place.name, place.kind);
}
