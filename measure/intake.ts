// Measures how faithfully web pages are read.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitSentences } from '../src/corpus/sentences.ts';
import { piecesOf, type SourceDocument } from '../src/intake/document.ts';
import { html } from '../src/intake/formats/html.ts';
import { mean, quantile } from './figures.ts';
import { tableOf } from './table.ts';
import { Unusable } from './unusable.ts';

/** A saved page and what is expected of it, as a folder of mozilla/readability's test collection holds them. */
interface Page {
  readonly name: string;
  readonly source: Uint8Array;
  readonly expected: string;
}

interface PageScore {
  readonly name: string;
  readonly blocks: number;
  /** Blocks with a piece that is not in the page's own text. */
  readonly unfaithful: readonly string[];
  readonly sentences: number;
  readonly lost: readonly string[];
  /** Characters that were kept, and pieces that are nowhere in the expected text. */
  readonly kept: number;
  readonly surplus: readonly string[];
  readonly milliseconds: number;
}

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');

async function readPages(folder: string): Promise<readonly Page[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new Unusable(`${folder} cannot be read: ${error.message}`);
  });
  const pages = await Promise.all(
    names.sort().map(async (name) => {
      const read = (file: string) => readFile(join(folder, name, file)).catch(() => undefined);
      const [source, expected] = await Promise.all([read('source.html'), read('expected.html')]);
      return source && expected && { name, source, expected: expected.toString('utf8') };
    }),
  );
  const found = pages.filter((page) => page !== undefined);
  if (found.length === 0)
    throw new Unusable(`${folder} holds no folder with a source.html and an expected.html.`);
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const decoded = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) =>
    name
      ? (NAMED[name] ?? entity)
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
const BLOCK_TAG =
  /<\/?(?!(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b)[a-z][^>]*>/gi;

/** The paragraphs of a serialized document, by a reading of its characters of its own. */
function expectedBlocks(markup: string): readonly string[] {
  return markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(BLOCK_TAG, '\u0000')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .split('\u0000')
    .map((block) => decoded(block).replace(/\s+/g, ' ').trim())
    .filter((block) => /[\p{L}\p{N}]/u.test(block));
}

function sentencesOf(block: string): readonly string[] {
  return splitSentences(block, 'en').map(({ start, end }) => block.slice(start, end));
}

function scoreOf({ name, expected }: Page, document: SourceDocument, milliseconds: number): PageScore {
  const own = withoutSpace(document.own);
  const texts = document.blocks.map((block) => ({ block, text: piecesOf(block).join('') }));
  const kept = withoutSpace(texts.map(({ text }) => text).join(''));
  const blocks = expectedBlocks(expected);
  const sentences = blocks.flatMap(sentencesOf);
  const wanted = withoutSpace(blocks.join(''));
  return {
    name,
    blocks: texts.length,
    unfaithful: texts
      .filter(({ block }) => piecesOf(block).some((piece) => !own.includes(withoutSpace(piece))))
      .map(({ text }) => text),
    sentences: sentences.length,
    lost: sentences.filter((sentence) => !kept.includes(withoutSpace(sentence))),
    kept: kept.length,
    surplus: texts
      .flatMap(({ block }) => piecesOf(block))
      .filter((text) => !wanted.includes(withoutSpace(text))),
    milliseconds,
  };
}

async function timed(
  page: Page,
): Promise<{ readonly document?: SourceDocument; readonly problem?: string; readonly milliseconds: number }> {
  const start = performance.now();
  const read = await html.read({ name: `${page.name}/source.html`, bytes: page.source }, {});
  const milliseconds = performance.now() - start;
  if ('problem' in read) return { problem: read.problem, milliseconds };
  return { ...(read.value[0] && { document: read.value[0] }), milliseconds };
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** `--intake DIR`: how web pages are read, on folders that each hold a `source.html` and its `expected.html`. */
export async function measureIntake(folder: string, isListed: boolean): Promise<void> {
  const pages = await readPages(folder);
  // The first round only warms the engine up.
  for (const page of pages) await timed(page);
  const scores: PageScore[] = [];
  for (const page of pages) {
    const { document, problem, milliseconds } = await timed(page);
    if (document) scores.push(scoreOf(page, document, milliseconds));
    else console.log(`${page.name}: ${problem}`);
  }
  if (isListed) {
    for (const { name, unfaithful, lost, surplus } of scores) {
      const listed = [
        ...unfaithful.map((text) => `  not in the page: ${text}`),
        ...lost.map((text) => `  lost: ${text}`),
        ...surplus.map((text) => `  surplus: ${text}`),
      ];
      if (listed.length > 0) console.log([name, ...listed].join('\n'));
    }
  }
  const sentences = sum(scores.map((score) => score.sentences));
  const lost = sum(scores.map((score) => score.lost.length));
  const kept = sum(scores.map((score) => score.kept));
  const surplus = sum(scores.map((score) => sum(score.surplus.map((text) => withoutSpace(text).length))));
  const times = scores.map((score) => score.milliseconds);
  console.log(
    tableOf(
      ['measure', 'value'],
      [
        ['pages', String(scores.length)],
        ['blocks', String(sum(scores.map((score) => score.blocks)))],
        ['blocks not in the page', String(sum(scores.map((score) => score.unfaithful.length)))],
        ['expected sentences', String(sentences)],
        ['of these kept', percent(1 - lost / sentences)],
        [
          'the same, mean of pages',
          percent(mean(scores.map((score) => 1 - score.lost.length / score.sentences))),
        ],
        ['kept characters not expected', percent(surplus / kept)],
        ['median', `${quantile(times, 0.5).toFixed(1)} ms`],
        ['95 % of pages within', `${quantile(times, 0.95).toFixed(1)} ms`],
      ],
    ),
  );
}
