// Measures every engine on one file.
import type { Engine } from './engine.ts';
import type { JudgedFile } from './judged.ts';
import { progressOf } from './progress.ts';
import { type FileResult, familyOf, groupOf } from './report.ts';
import { type Score, score } from './score.ts';
import { type Selection, select } from './selection.ts';
import { subjectOf } from './subject.ts';

/** Measures every engine on one file; nothing where no article of it is selected. */
export async function measureFile(
  file: Extract<JudgedFile, { kind: 'articles' }>,
  engines: readonly Engine[],
  wanted: Selection,
): Promise<FileResult | undefined> {
  const name = file.name.replace(/\.jsonl$/, '');
  const subjects = select(file.articles, wanted).map(subjectOf);
  if (subjects.length === 0) return undefined;
  const progress = progressOf(subjects.length * engines.length);
  const scores = new Map<string, Score>();
  for (const engine of engines) {
    const label = `${name}: ${engine.name}`;
    scores.set(engine.name, await score(engine, subjects, () => progress.step(label)));
  }
  progress.end();
  return {
    name,
    group: groupOf(file.articles),
    family: familyOf(name, file.articles),
    articles: subjects.length,
    sentences: subjects.reduce((sum, { article }) => sum + article.sentences.length, 0),
    scores,
  };
}
