import { expect } from 'vitest';
import type { Session } from '../commands/command.ts';
import { press } from '../commands/press.ts';
import type { Article } from '../src/corpus/article.ts';
import { spanOf } from '../src/corpus/passage.ts';
import type { Action } from '../src/reply/action.ts';
import { placeOf, sayPlace } from '../src/reply/attribution.ts';
import { allOf, type Claim, tell } from '../src/reply/claim.ts';
import { tellEvidence } from '../src/reply/evidence.ts';
import type { Quotation, Reply } from '../src/reply/reply.ts';
import { WORDS } from '../src/reply/words.ts';

/** Words in a row, or Han characters, that are taken for an article's own if they stand outside a quotation. */
const TELLING_WORDS = 5;
const TELLING_HAN = 8;

/** Proves a reply: each quotation is a slice, and nothing else of an article is shown but titles and headings. */
export function prove(reply: Reply, { library, words }: Session, own: string): void {
  for (const quotation of quotationsOf(reply)) {
    proveQuotation(quotation, library.article(quotation.passage.article.id));
  }
  const { printed, allowed } = runsOfArticles(library.articles);
  const asked = new Set(runsOf(own));
  const leaked = textsOf(reply, words)
    .flatMap(runsOf)
    .filter((run) => printed.has(run) && !allowed.has(run) && !asked.has(run));
  expect(leaked, `words of an article outside a quotation in: ${textsOf(reply).join(' | ')}`).toEqual([]);
}

interface Runs {
  /** What sentences print, and what titles and headings do. */
  readonly printed: ReadonlySet<string>;
  readonly allowed: ReadonlySet<string>;
}

const known = new WeakMap<readonly Article[], Runs>();

function runsOfArticles(articles: readonly Article[]): Runs {
  const runs = known.get(articles) ?? {
    printed: new Set(
      articles.flatMap(({ text, sentences }) =>
        sentences.flatMap(({ start, end }) => runsOf(text.slice(start, end))),
      ),
    ),
    allowed: new Set(
      articles.flatMap(({ title, sections }) =>
        [title, ...sections.map(({ heading }) => heading)].flatMap(runsOf),
      ),
    ),
  };
  known.set(articles, runs);
  return runs;
}

function proveQuotation({ passage, text, matches }: Quotation, held: unknown): void {
  const { article, first, last } = passage;
  expect(article).toBe(held);
  const { start, end } = spanOf(passage);
  expect(text).toBe(article.text.slice(start, end));
  expect(article.sentences[first]?.section).toBe(article.sentences[last]?.section);
  let reached = start;
  for (const match of matches) {
    expect(reached <= match.start && match.start < match.end, 'matches ascend and do not overlap').toBe(true);
    reached = match.end;
  }
  expect(reached).toBeLessThanOrEqual(end);
}

export function quotationsOf({ blocks }: Reply): Quotation[] {
  return blocks.flatMap((block) => (block.kind === 'quotation' ? [block.quotation] : []));
}

/** What stands over a reply. */
export function headingOf({ heading, blocks }: Reply, words = WORDS['en-US']): string {
  return tell(heading, allOf(blocks), words);
}

/** Where a quotation stands, as a reply tells it. */
export function attributionOf({ passage, placing }: Quotation, words = WORDS['en-US']): string {
  return sayPlace(placeOf(passage, spanOf(passage), placing), words);
}

/** Everything a reply shows beside its quotations. */
export function textsOf(reply: Reply, words = WORDS['en-US']): string[] {
  const { heading, blocks, footer, buttons, menus } = reply;
  const shown = allOf(blocks);
  const said = (text: string | Claim) => tell(text, shown, words);
  return [
    said(heading),
    said(footer ?? ''),
    ...buttons.map(({ label }) => label),
    ...menus.flatMap(({ placeholder, options }) => [
      placeholder,
      ...options.flatMap(({ label, description = '' }) => [label, description]),
    ]),
    ...blocks.flatMap((block) => {
      if (block.kind === 'quotation') return [attributionOf(block.quotation, words)];
      if (block.kind === 'entry') return [block.name, ...block.lines.map(said)];
      if (block.kind === 'evidence') {
        const { line, sentence } = tellEvidence(block.evidence, block.reason, words);
        return block.part === 'line' ? [line] : block.part === 'sentence' ? [sentence ?? ''] : [];
      }
      return 'text' in block ? [said(block.text)] : [];
    }),
  ];
}

/** What can be pressed, wherever the reply offers it, also when a renderer has room for less. */
export function actionsOf(reply: Reply): Action[] {
  const counted = reply.blocks.filter(({ kind }) => kind === 'quotation' || kind === 'entry').length;
  const buttons = [
    ...reply.buttons,
    ...reply.blocks.flatMap((block) => {
      const button =
        block.kind === 'quotation' ? block.quotation.button : 'button' in block ? block.button : undefined;
      return button ? [button] : [];
    }),
    ...Array.from({ length: counted + 1 }, (_, shown) => reply.rest?.(shown)).flatMap(
      (button) => button ?? [],
    ),
  ];
  return [
    ...buttons.flatMap(({ action }) => action ?? []),
    ...reply.menus.flatMap(({ options }) => options.map(({ action }) => action)),
  ];
}

/** Proves a reply and whatever can be reached from it, up to `most` presses. Returns how many replies were proved. */
export async function proveAll(reply: Reply, session: Session, own: string, most: number): Promise<number> {
  const seen = new Set<string>();
  const waiting: Action[] = [];
  const meet = (met: Reply) => {
    prove(met, session, own);
    waiting.push(...actionsOf(met));
  };
  meet(reply);
  while (seen.size < most) {
    const action = waiting.shift();
    if (!action) break;
    const key = JSON.stringify(action);
    if (seen.has(key)) continue;
    seen.add(key);
    const next = await press(action, session);
    expect(next.tone, `${key}: ${textsOf(next).join(' ')}`).not.toBe('fault');
    meet(next);
  }
  return seen.size + 1;
}

function runsOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const characters = (text.match(/\p{sc=Han}+/gu) ?? []).filter((run) => run.length >= TELLING_HAN);
  return [
    ...words.slice(TELLING_WORDS - 1).map((_, index) => words.slice(index, index + TELLING_WORDS).join(' ')),
    ...characters.flatMap((run) =>
      Array.from({ length: run.length - TELLING_HAN + 1 }, (_, at) => run.slice(at, at + TELLING_HAN)),
    ),
  ];
}
