// What became of the mutants: a table by room, those that nothing noticed, and the page in docs/ that holds both.
import { tableOf } from '../table.ts';
import type { Mutant } from './read-mutants.ts';

/** The page that a run over all mutants renews. */
export const PAGE = 'docs/mutants.md';

export interface Outcome {
  readonly mutant: Mutant;
  /** Which run of tests failed: of the file that is named, of all that load the source, or none. */
  readonly killed: 'named' | 'related' | 'survived';
  /** What Vitest printed last. */
  readonly output: string;
  readonly ms: number;
}

export function shareKilled(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ killed }) => killed !== 'survived').length / outcomes.length;
}

const HEAD = ['room', 'mutants', 'by the test named', 'by another', 'survived', 'noticed'];
const percent = (share: number) => `${Math.floor(100 * share)} %`;

function rowFor(name: string, outcomes: readonly Outcome[]): string[] {
  const count = (how: Outcome['killed']) => String(outcomes.filter(({ killed }) => killed === how).length);
  const counts = [String(outcomes.length), count('named'), count('related'), count('survived')];
  return [name, ...counts, percent(shareKilled(outcomes))];
}

function rowsOf(outcomes: readonly Outcome[]): string[][] {
  const rooms = [...new Set(outcomes.map(({ mutant }) => mutant.room))];
  const rows = rooms.map((room) =>
    rowFor(
      room,
      outcomes.filter(({ mutant }) => mutant.room === room),
    ),
  );
  return [...rows, rowFor('all', outcomes)];
}

const durationOf = (ms: number) => `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;

export function roomTable(outcomes: readonly Outcome[], ms: number): string {
  return `${tableOf(HEAD, rowsOf(outcomes))}\n\nIn ${durationOf(ms)}.`;
}

const survivors = (outcomes: readonly Outcome[]) => outcomes.filter(({ killed }) => killed === 'survived');

/** The mutants that deserve a look, each with its place. */
export function plainOutcomes(outcomes: readonly Outcome[], isVerbose: boolean): string[] {
  const said = { related: 'noticed by another test than', survived: 'survived; it should be noticed by' };
  return outcomes.flatMap(({ mutant, killed, output }) => {
    if (killed === 'named') return [];
    const line = `${mutant.at}: ${mutant.name}: ${said[killed]} ${mutant.test}`;
    const failed = killed === 'related' ? (/^ *(?:FAIL|❯|×) .*$/m.exec(output)?.[0] ?? '').trim() : '';
    return [failed === '' ? line : `${line} (${failed})`, ...(isVerbose ? [output] : [])];
  });
}

const OPENS = '<!-- npm run mutants writes from here -->';
const CLOSES = '<!-- to here -->';

/** A row of Markdown. */
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The page with these outcomes in the place of those before. */
export function withTable(page: string, outcomes: readonly Outcome[], ms: number): string {
  const from = page.indexOf(OPENS) + OPENS.length;
  const to = page.indexOf(CLOSES);
  if (from < OPENS.length || to < from)
    throw new Error(`${PAGE} lacks the two comments between which the table stands.`);
  const alive = survivors(outcomes).map(
    ({ mutant: { name, file, line, becomes } }) => `- ${name}: \`${file}\`, \`${line}\` → \`${becomes}\``,
  );
  const table = [
    row(HEAD),
    row(HEAD.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...rowsOf(outcomes).map(row),
  ];
  const unnoticed = alive.length > 0 ? ['', 'Not noticed:', '', ...alive] : [];
  const text = ['', ...table, '', `In ${durationOf(ms)}, two at a time.`, ...unnoticed, ''].join('\n');
  return page.slice(0, from) + text + page.slice(to);
}
