// Says which words of a question the passages have.
import type { Span } from '../corpus/passage.ts';
import {
  type Evidence,
  type Reason,
  type Statement,
  statementOf,
  type WordStatement,
} from '../search/search.ts';
import { echo } from './echo.ts';
import type { Marks, Words } from './words.ts';

/** What a reply says of the passages that it shows. */
export interface TellingEvidence {
  /** `CEO ✓ · Alibaba ✓ · an age ✗`; empty where nothing was asked for by a word. */
  readonly line: string;
  /** What the passages lack, as a sentence. */
  readonly sentence: string | undefined;
  /** The values that both are made of. */
  readonly statement: Statement;
}

/** How much of a reader's own word is repeated. */
const MOST_OF_A_WORD = 50;
/** The most words told to lack, in a sentence. */
const MOST_LACKING = 3;

/** A reply tells the same evidence in several places. */
const told = new WeakMap<Evidence, Map<string, TellingEvidence>>();

/** The evidence of the first passages, of each of which `shown` is displayed; `reason` tells of what is no word. */
export function tellEvidence(
  evidence: Evidence,
  reason: Reason | undefined,
  words: Words,
  shown?: readonly Span[],
): TellingEvidence {
  const before = told.get(evidence) ?? new Map<string, TellingEvidence>();
  told.set(evidence, before);
  const key = `${words.locale} ${reason?.kind} ${shown?.map(({ start, end }) => `${start}–${end}`).join(' ')}`;
  const known = before.get(key);
  if (known) return known;
  const statement = statementOf(evidence, shown);
  const sentence = sentenceOf(statement, reason, words);
  const isTold = reason !== undefined && sentence === words.ask.reason(reason);
  const quoted = isTold && 'printed' in reason ? [reason.printed] : [];
  const telling = { line: lineOf(statement, evidence, words), sentence, statement: { ...statement, quoted } };
  before.set(key, telling);
  return telling;
}

function lineOf({ words: states, kind }: Statement, { words: asked }: Evidence, { ask }: Words): string {
  // `Jensen Huang ✓`, not each word for itself.
  const groups: WordStatement[] = [];
  states.forEach((one, at) => {
    const last = groups.at(-1);
    const [before, own] = [asked[at - 1], asked[at]];
    const follows = before !== undefined && own?.gap !== undefined;
    const isAlike =
      last?.state === one.state && one.state !== 'read' && last.near.length + one.near.length === 0;
    if (last && follows && last.isName && one.isName && isAlike)
      groups[groups.length - 1] = { ...last, word: `${last.word}${own?.gap ?? ' '}${one.word}` };
    else groups.push(one);
  });
  const items = groups.map(({ word, state, printed, near }) => {
    const repeated = echo(word, MOST_OF_A_WORD);
    if (near.length > 0) return ask.near(repeated, near);
    return state === 'read' ? ask.read(repeated, printed) : ask[state](repeated);
  });
  return [...items, ...(kind ? [ask[kind.state](ask.kinds[kind.kind])] : [])].join(' · ');
}

function sentenceOf(statement: Statement, reason: Reason | undefined, { ask }: Words): string | undefined {
  const { words, kind, passages } = statement;
  if (passages === 0) return undefined;
  const lacking = words.filter(({ state }) => state === 'lacking');
  if (reason?.kind === 'meaning' && lacking.length === words.length) return ask.reason(reason);
  if (reason && ['of-another', 'contrary', 'denied', 'other-way-round'].includes(reason.kind))
    return ask.reason(reason);
  const say = (those: readonly WordStatement[]) =>
    ask.saysNone(
      those.slice(0, MOST_LACKING).map(({ word }) => echo(word, MOST_OF_A_WORD)),
      passages,
    );
  const named = lacking.filter(({ isName, isNumber }) => isName || isNumber);
  const years = named.filter(({ isYear }) => isYear);
  if (years.length > 0 && statement.years.length > 0)
    return ask.speakOf(
      statement.years,
      years.map(({ word }) => word),
      passages,
    );
  const others = lacking.filter((word) => !named.includes(word));
  if (named.length > 0) return say([...named, ...others]);
  if (kind?.state === 'lacking') return ask.givesNo(kind.kind, passages);
  if (reason?.kind === 'lacking-kind') return ask.reason(reason);
  if (others.length > 0) return say(others);
  return reason?.kind === 'thin' || reason?.kind === 'lacking' ? ask.reason({ kind: 'thin' }) : undefined;
}

/** Which marks stand in a reply, for its legend. */
export function marksOf({ words, kind }: Statement): Marks {
  const has = (state: WordStatement['state']) => words.some((word) => word.state === state);
  return {
    lacking: has('lacking') || kind?.state === 'lacking',
    read: has('read'),
    near: words.some(({ near }) => near.length > 0),
    bold: has('held') || has('read'),
    underlined: kind?.state === 'held' ? kind.kind : undefined,
  };
}
