// Prints what the bench measured.
import { milliseconds, share, tableOf } from '../table.ts';
import type { ScopesResult } from './scopes.ts';
import type { StartUp } from './start-up.ts';
import type { TrialResult } from './trial.ts';

const EXPLANATION = `index: from split sentences to the first answer; heap: what the index adds, and what it is after all questions.
Times of questions, misspelt questions and completions in milliseconds; top 3: share whose sentence was found.`;

/** What was measured, and the first contestant's share of the second's figures at each size. */
export function tablesOf(results: readonly TrialResult[]): string[] {
  return [EXPLANATION, figureTable(results), shareTable(results)].filter((part) => part !== '');
}

function figureTable(results: readonly TrialResult[]): string {
  const head = ['engine', 'sentences', 'words', 'split s', 'index s', 'heap MB', 'at end'];
  const times = ['p50', 'p95', 'top 3', 'misspelt p50', 'p95', 'top 3', 'complete p50', 'p95'];
  const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  const rows = results.map((one) => [
    one.contestant,
    String(one.sentences),
    String(one.words),
    (one.splitMilliseconds / 1000).toFixed(2),
    (one.indexMilliseconds / 1000).toFixed(3),
    mebibytes(one.heapBytes),
    mebibytes(one.heapBytesAtEnd),
    milliseconds(one.question.p50),
    milliseconds(one.question.p95),
    share(one.recall),
    milliseconds(one.misspelt.p50),
    milliseconds(one.misspelt.p95),
    share(one.recallMisspelt),
    milliseconds(one.suggest.p50),
    milliseconds(one.suggest.p95),
  ]);
  return tableOf([...head, ...times], rows);
}

function shareTable(results: readonly TrialResult[]): string {
  const rows = results.flatMap((own) => {
    const other = results.find(
      ({ contestant, sentences }) => contestant === 'MiniSearch' && sentences === own.sentences,
    );
    if (own.contestant !== 'Verbatim' || !other) return [];
    const times = (figure: (result: TrialResult) => number) => (figure(own) / figure(other)).toFixed(2);
    return [
      [
        String(own.sentences),
        times(({ indexMilliseconds }) => indexMilliseconds),
        times(({ heapBytesAtEnd }) => heapBytesAtEnd),
        times(({ question }) => question.p50),
        times(({ question }) => question.p95),
        times(({ misspelt }) => misspelt.p50),
        times(({ misspelt }) => misspelt.p95),
        times(({ suggest }) => suggest.p50),
      ],
    ];
  });
  const head = [
    'Verbatim / MiniSearch',
    'index',
    'heap',
    'p50',
    'p95',
    'misspelt p50',
    'p95',
    'complete p50',
  ];
  return rows.length === 0 ? '' : tableOf(head, rows);
}

export function startUpTable(starts: readonly StartUp[]): string {
  const rows = starts.map((one) => [one.command, milliseconds(one.milliseconds), String(one.runs)]);
  return tableOf(['from start to first answer', 'ms p50', 'runs'], rows);
}

/** What many libraries over one house take. */
export function scopesTable({ scopes, rssBytes, heapAScope, weightAScope, ...times }: ScopesResult): string {
  const rows = [
    ['library of a scope that is not in memory', times.miss],
    ['the same, until its first answer', times.missAnswered],
    ['question to a scope in memory', times.hit],
    ['question to one library of the same articles', times.one],
    ['round of the event loop meanwhile', times.heldUp],
  ] as const;
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`;
  return [
    tableOf(
      [`${scopes} scopes`, 'ms p50', 'p99', 'most'],
      rows.map(([name, { p50, p99, most }]) => [
        name,
        milliseconds(p50),
        milliseconds(p99),
        milliseconds(most),
      ]),
    ),
    `Most memory of the process: ${(rssBytes / 2 ** 20).toFixed(0)} MiB. A scope takes ${kilobytes(heapAScope)} of heap; the cache counts ${kilobytes(weightAScope)}.`,
  ].join('\n\n');
}
