// Recognizes things of a kind.
import type { Span } from '../../corpus/passage.ts';
import { amountsOf, mayTellAmount } from './amounts.ts';
import type { Kind } from './kind.ts';
import { namesIn, personNounsIn } from './names.ts';
import { clockTimesOf, datesOf, mayTellTime } from './times.ts';

/** What a text has of a kind, and whether it may have it in a way that is not recognized. */
export interface Recognized {
  /** In the order of the text. */
  readonly spans: readonly Span[];
  /** Where this is false, nothing in the text can be of the kind. */
  readonly mayHold: boolean;
}

const NOTHING_KNOWN: Recognized = { spans: [], mayHold: true };

/** Looks in a text of a language (BCP 47 primary tag) for what is of a kind; words that a question brought do not count. */
export function recognize(
  kind: Kind,
  text: string,
  tag: string,
  brought: readonly Span[] = [],
  isIndividual = false,
): Recognized {
  const isNew = ({ start, end }: Span) => !brought.some((span) => start < span.end && span.start < end);
  switch (kind) {
    case 'age':
    case 'money':
    case 'percentage':
    case 'duration':
    case 'distance':
    case 'size':
    case 'count':
    case 'number':
      return {
        spans: amountsOf(kind, text, tag).filter(isNew),
        mayHold: mayTellAmount(without(text, brought), tag),
      };
    case 'date':
      return {
        spans: [...datesOf(text, tag), ...clockTimesOf(text, tag)]
          .filter(isNew)
          .sort((a, b) => a.start - b.start),
        mayHold: mayTellTime(without(text, brought), tag),
      };
    case 'time':
      return {
        spans: clockTimesOf(text, tag).filter(isNew),
        mayHold: mayTellTime(without(text, brought), tag),
      };
    case 'person':
    case 'group':
    case 'place':
    case 'name':
      return tag === 'en' ? recognizeNames(kind, text, brought, isIndividual) : NOTHING_KNOWN;
    default:
      return NOTHING_KNOWN;
  }
}

/** Words before or behind which a place stands that is no name. */
const PLACE_HINTS =
  /\b(?:in|at|on|near|from|to|under|inside|outside|into|through|across|around|between|behind|beside|below|above|along|here|there)\b/i;

function recognizeNames(
  kind: 'person' | 'group' | 'place' | 'name',
  text: string,
  brought: readonly Span[],
  isIndividual: boolean,
): Recognized {
  // A name is brought by the question where all its words are, and a person's where the last one is.
  const names = namesIn(text).filter(({ start, end, of }) => {
    const last = brought.find((span) => span.start < end && end <= span.end);
    return (
      !last || (of !== 'person' && start < last.start && !isCovered(text.slice(start, end), start, brought))
    );
  });
  const rest = without(text, brought);
  // The name of a thing is often a common word: `a process called smelting`.
  if (kind === 'name') return { spans: names, mayHold: true };
  const spans = names.filter((name) => name.of === kind);
  if (kind === 'place')
    return { spans, mayHold: names.some((name) => name.of !== 'person') || PLACE_HINTS.test(text) };
  const isNew = ({ start, end }: Span) => !brought.some((span) => start < span.end && span.start < end);
  const isPerson = kind === 'person' && personNounsIn(text, isIndividual).some(isNew);
  if (isIndividual && kind === 'person')
    return { spans, mayHold: isPerson || names.some(({ of }) => of === 'person' || of === 'unknown') };
  return { spans, mayHold: isPerson || names.length > 0 || hasCapital(rest) };
}

/** Whether each word of a stretch is among the spans. */
function isCovered(words: string, from: number, spans: readonly Span[]): boolean {
  return Array.from(words.matchAll(/[\p{L}\p{N}]+/gu)).every(({ index }) =>
    spans.some(({ start, end }) => start <= from + index && from + index < end),
  );
}

function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(
    text.replace(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I|The|A|An|In|On|At|It|This|That|These|Those|He|She|They|We|You|But|And|For|As|By|Of|To)\b/g,
      '',
    ),
  );
}

/** A text with blanks in place of some of its words. */
function without(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of spans) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}
