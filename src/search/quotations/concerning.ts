// Finds passages that concern a message.
import { isUnasked, type Outcome, type RankedPassage } from '../finding.ts';
import { type Library, LONGEST_QUESTION } from '../library.ts';
import { disjoint } from './disjoint.ts';

/** How many parts of a message are looked up: those of the longest Discord message are about as many. */
const MOST_PARTS = 30;
/** Passages taken from each part, and in all. */
const FROM_EACH = 3;
const MOST_PASSAGES = 12;

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

export interface Concerning {
  /** The best outcome of any part; passages are of parts with that outcome. `unasked`: no part can be looked up. */
  readonly outcome: Exclude<Outcome, 'about'> | 'unasked';
  /** Best first: by how sure each part's finding is, then by its own order; no two share a sentence. */
  readonly passages: readonly RankedPassage[];
}

/** Finds the passages that concern a message of any length, looking it up sentence by sentence. */
export async function concerning(message: string, library: Library): Promise<Concerning> {
  const findings = [];
  for (const part of partsOf(message).slice(0, MOST_PARTS)) {
    findings.push(await library.ask(part, { limit: FROM_EACH, plainly: true }));
  }
  const asked = findings.filter(({ reason }) => !isUnasked(reason));
  if (asked.length === 0) return { outcome: 'unasked', passages: [] };
  const outcome =
    (['found', 'unclear'] as const).find((best) => asked.some((finding) => finding.outcome === best)) ??
    'absent';
  const passages = asked
    .filter((finding) => finding.outcome === outcome)
    .sort((a, b) => b.confidence - a.confidence)
    .flatMap((finding) => finding.passages);
  return { outcome, passages: disjoint(passages).slice(0, MOST_PASSAGES) };
}

/**
 * A message in parts that can be looked up: the whole where it is short enough and its sentences where there are
 * several; longer sentences are cut between words. Links, mentions and emoji codes are left out.
 */
export function partsOf(message: string): string[] {
  const text = message
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/<[@#:/a-z][^<>\s]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const pieces = [...sentences.segment(text)].flatMap(({ segment }) => cut(segment.trim()));
  const whole = text.length <= LONGEST_QUESTION ? [text] : [];
  return [...new Set([...whole, ...pieces])].filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function cut(sentence: string): string[] {
  const pieces = [''];
  for (const { segment } of words.segment(sentence)) {
    const last = pieces.length - 1;
    if ((pieces[last] ?? '').length + segment.length > LONGEST_QUESTION) pieces.push('');
    pieces[pieces.length - 1] += segment.slice(0, LONGEST_QUESTION);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
