// Says what changed in the folder.
import { countSentences } from '../corpus/article.ts';
import { visible } from '../corpus/characters.ts';
import { linesOn, remarksOn } from '../corpus/corpus-error.ts';
import type { Change, Failure } from '../corpus/corpus-folder.ts';
import { LOOK_MS } from '../corpus/watch.ts';

const format = new Intl.NumberFormat('en-US');
const BEGINNING = { new: 'New', changed: 'Read again' } as const;

/** What became of a file, for whoever put it there: `Read again: storm.md, 41 sentences`. */
export function sayChange({ kind, file, article }: Change): string {
  if (kind === 'removed') return `Removed: ${visible(file)}`;
  const sentences = countSentences([article]);
  return `${BEGINNING[kind]}: ${visible(file)}, ${format.format(sentences)} ${sentences === 1 ? 'sentence' : 'sentences'}`;
}

/** How many files that changed at once are told one by one. */
const MOST_TOLD = 10;

/** What became of files, one line each; of many the first ones, and how many there are beside. */
export function sayChanges(changes: readonly Change[]): readonly string[] {
  const lines = changes.slice(0, MOST_TOLD).map(sayChange);
  const more = changes.length - lines.length;
  return more > 0 ? [...lines, `And ${format.format(more)} more ${more === 1 ? 'file' : 'files'}`] : lines;
}

/** What of the front matter of files that were read is not used, one line each. */
export function sayRemarks(changes: readonly Change[]): readonly string[] {
  return remarksOn(changes.flatMap(({ kind, article }) => (kind === 'removed' ? [] : article)));
}

const MEANWHILE: Readonly<Record<Failure['keeps'], string>> = {
  article: 'Until that is mended, the article answers as it was.',
  articles: 'Until that is mended, all articles answer as they were.',
  nothing: 'Until that is mended, the file is not used.',
};

/** What is wrong with a file, as at the start, and what answers meanwhile. */
export function sayFailure({ problems, keeps }: Failure): readonly string[] {
  return [...linesOn(problems), MEANWHILE[keeps]];
}

export function sayDeaf(code: string): string {
  return `The system tells of no changes in the folder of the articles (${code}). It is looked at every ${LOOK_MS / 1000} seconds.`;
}
