// Shows, asks, and writes one article.
import { visible } from '../../corpus/characters.ts';
import { sha256 } from '../../corpus/sha256.ts';
import {
  changedArticleFile,
  type Draft,
  differenceOf,
  type Named,
  newArticleFile,
  today,
} from '../../intake/intake.ts';
import type { AddOptions } from '../arguments.ts';
import { write } from '../stream.ts';
import { heldFiles, writeArticle } from './article-folder.ts';
import { fileFor } from './file-for.ts';
import type { Opened } from './open-any.ts';
import type { Person } from './person.ts';
import { differenceLines, previewOf } from './preview.ts';
import { report } from './report.ts';

/** Finds a file for the article, shows what will be in it, asks, and writes it. */
export async function place(
  named: Named,
  draft: Draft,
  { source, etag, lastModified }: Opened,
  name: string,
  adding: AddOptions,
  person: Person | undefined,
): Promise<string | undefined> {
  const { folder, replace, known } = adding;
  const held = await heldFiles(folder);
  const { id, before } = fileFor(named, name, held, known.id);
  const came = {
    retrieved: today(),
    source: name,
    source_sha256: sha256(source.bytes),
    source_etag: etag,
    source_modified: lastModified,
  };
  if (before && !replace && !adding.dryRun) {
    return `${before.path} is there already. Add --replace to see how it would change, or --id NAME to keep both.`;
  }
  const isReplaced = before !== undefined && replace;
  const file = isReplaced
    ? changedArticleFile(id, before.contents, { ...replaceable(named, known), ...came }, draft.text)
    : newArticleFile(id, { ...named, ...came }, draft.text);
  if ('problem' in file) return file.problem;
  const { article, contents, lostAliases } = file.value;
  if (!adding.json) await write(process.stdout, `${previewOf(article, draft)}\n`);
  if (isReplaced && before.article) {
    const lines = differenceLines(differenceOf(before.article, article));
    await write(adding.json ? process.stderr : process.stdout, `${lines.join('\n')}\n`);
  }
  for (const alias of lostAliases) {
    console.error(`The alias of “${visible(alias)}” goes, since the new text does not print that name.`);
  }
  if (adding.dryRun) {
    if (adding.json) await report(named, draft, id, name, adding);
    return undefined;
  }
  if (!adding.yes) {
    if (!person) return 'Nobody can be asked here: add --yes to write it.';
    if (!(await person.askWhether(`Write ${folder}/${id}.md?`))) {
      console.error(`${visible(name)}: Not written.`);
      return undefined;
    }
  }
  const written = await writeArticle(folder, id, contents);
  if ('problem' in written) return written.problem;
  if (adding.json) await report(named, draft, id, name, adding);
  else await write(process.stdout, `Written: ${written.value}, ${article.sentences.length} sentences\n`);
  return undefined;
}

/** What is set in a file that is there: what was told now, while what an editor wrote stays. */
function replaceable(named: Named, known: AddOptions['known']): Partial<Named> {
  return Object.fromEntries(Object.entries(named).filter(([key]) => known[key as keyof Named] !== undefined));
}
