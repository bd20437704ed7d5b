// Shows a message's quotations beside what the articles print.
import type { Passage, Span } from '../src/corpus/passage.ts';
import { contextButton } from '../src/reply/buttons.ts';
import { withGapsAtCuts } from '../src/reply/passages.ts';
import { letterOf, quote } from '../src/reply/quotation.ts';
import type { Block } from '../src/reply/reply.ts';
import { bySection } from '../src/reply/stretch.ts';
import { MOST_DIFFERENCES, piecesOf } from '../src/reply/verdict.ts';
import type { Words } from '../src/reply/words.ts';
import { type Checked, type Comparison, checkMessage, type PostedMessage } from '../src/search/search.ts';
import type { Session } from './command.ts';

/** How many quotations of a message are checked. */
const MOST_CHECKED = 5;

/** Differences told of all of them together, of each its part: more would leave no room for a passage. */
const MOST_TOLD = 16;

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
    const letters = new Set<string>();
    for (const piece of piecesOf(checked)) {
      for (const passage of passagesOf(piece)) {
        let at = shown.findIndex((before) => holds(before.passage, passage));
        if (at < 0) at = shown.push({ passage, stressed: [] }) - 1;
        shown[at]?.stressed.push(...stressedIn(piece, checked));
        letters.add(letterOf(at));
      }
    }
    return { quotation, checked, letters: [...letters].sort(byLetter) };
  });
  const left = all.length - checks.length;
  const articles = library.articles.length;
  const most = Math.min(MOST_DIFFERENCES, Math.max(1, Math.floor(MOST_TOLD / checks.length)));
  // Where the words of another quotation are the same, all of them are stressed: what is stressed is told of each.
  const isMixed = checks.some(({ checked }) => checked.kind === 'exact' || checked.kind === 'marks');
  const ofStress = { kind: 'note', text: words.find.onlyInArticle, ofStress: true } as const;
  return {
    count: checks.length,
    passages: shown.map(({ passage }) => passage),
    blocks(naming) {
      const show = ({ passage, stressed }: Shown, at: number): Block[] => {
        const button = contextButton(passage, words);
        return withGapsAtCuts(passage, quote(passage, { letter: at, matches: stressed, button, naming }));
      };
      // A message that is full loses what comes last: that is to be passages, which are shown further on.
      return [
        ...(checks.length > 0 ? [{ kind: 'note', text: words.find.noVerdict } as const] : []),
        ...(left > 0 ? [{ kind: 'note', text: words.find.moreQuotes(left) } as const] : []),
        ...told.flatMap(({ quotation, checked, letters }): Block[] => [
          {
            kind: 'text',
            text: {
              kind: 'verdict',
              quotation,
              checked,
              articles,
              // A single one stands right over its passages.
              letters: told.length > 1 ? letters : [],
            },
          },
          ...(checked.kind === 'different'
            ? [{ kind: 'text', text: { kind: 'edits', quotation, checked, most } } as const]
            : []),
          ...remarks(quotation, checked, words),
          ...(isMixed && isLacking(checked) ? [ofStress] : []),
        ]),
        ...legend(
          told.map(({ checked }) => checked),
          articles,
          words,
        ),
        ...(!isMixed && checks.some(({ checked }) => isLacking(checked)) ? [ofStress] : []),
        ...shown.flatMap(show),
      ];
    },
  };
}

/** Whether it lacks words that are printed there. */
function isLacking(checked: Checked): boolean {
  return checked.kind === 'different' && checked.pieces.some(({ missing }) => missing.length > 0);
}

/** A to Z come before AA. */
function byLetter(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
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

/** What the brackets in differences mean. */
function legend(all: readonly Checked[], articles: number, { find }: Words): Block[] {
  const pieces = all.flatMap((checked) => (checked.kind === 'different' ? checked.pieces : []));
  const edits = pieces.flatMap((piece) => piece.edits);
  const has = {
    changed: edits.some(({ printed, quoted }) => printed !== undefined && quoted !== undefined),
    added: edits.some(({ printed }) => printed === undefined),
    leftOut: edits.some(({ quoted }) => quoted === undefined),
  };
  return edits.length > 0 ? [{ kind: 'note', text: find.brackets(has, articles) }] : [];
}

/** What else is to be said of what is printed. */
function remarks(quotation: string, checked: Checked, words: Words): Block[] {
  const [piece] = piecesOf(checked);
  if (!piece) return [];
  const { place } = piece;
  const isName = place.kind !== 'sentences';
  return [
    ...(isName && checked.kind !== 'exact' ? [{ kind: 'note', text: nameOf(place, words) } as const] : []),
    { kind: 'note', text: { kind: 'marks-too', quotation, checked } },
    { kind: 'note', text: { kind: 'beside', quotation, checked } },
  ];
}

function nameOf(place: Exclude<Comparison['place'], { kind: 'sentences' }>, { find }: Words): string {
  return find.name(place.name, place.kind);
}
