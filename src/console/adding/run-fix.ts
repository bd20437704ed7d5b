import { visible } from '../../corpus/characters.ts';
import { differenceOf, takeIn, textOfFile, withText } from '../../intake/intake.ts';
import type { Invocation } from '../arguments.ts';
import { write } from '../stream.ts';
import { type HeldFile, heldFiles, writeArticle } from './article-folder.ts';
import { type Person, personAt } from './person.ts';
import { changeLines, differenceLines, leftOutLines } from './preview.ts';

type Fixing = Extract<Invocation, { program: 'fix' }>;

const FAILED = 1;

/**
 * Reads articles that are there as Markdown, as those that are added are, and writes what is left: without link addresses, HTML, badges, link
 * definitions and invisible characters. Front matter stays to the letter. Returns the exit status.
 */
export async function runFix({ folder, id, yes }: Fixing): Promise<number> {
  const held = await heldFiles(folder);
  const chosen = id === undefined ? held : held.filter((file) => file.id === id);
  if (chosen.length === 0) {
    const there = held.map((file) => file.id).join(', ');
    console.error(
      id === undefined
        ? `${visible(folder)} holds no article.`
        : `There is no article “${visible(id)}”; there are ${visible(there)}.`,
    );
    return FAILED;
  }
  const person = yes ? undefined : personAt(process.stdin, process.stderr);
  let status = 0;
  for (const file of chosen) {
    const problem = await fix(file, folder, yes, person);
    if (problem === undefined) continue;
    console.error(`${visible(file.path)}: ${problem}`);
    status = FAILED;
  }
  return status;
}

async function fix(
  file: HeldFile,
  folder: string,
  yes: boolean,
  person: Person | undefined,
): Promise<string | undefined> {
  const text = textOfFile(file.contents);
  if (text === undefined)
    return 'Its front matter cannot be read. See what is wrong with it: npm run -s corpus';
  const taken = await takeIn(
    { name: file.path, bytes: Buffer.from(file.contents) },
    { isArticle: true, ...(file.article && { lang: file.article.lang }) },
  );
  if ('problem' in taken) return taken.problem;
  const [outcome] = taken.value;
  if (!outcome || !('draft' in outcome))
    return outcome && 'problem' in outcome ? outcome.problem : 'It holds no text.';
  const { draft } = outcome;
  const written = withText(file.id, file.contents, draft.text);
  if ('problem' in written) return written.problem;
  const { article, contents, lostAliases } = written.value;
  const lines = [...leftOutLines(draft.leftOut), ...changeLines(draft.changes, draft.removed)];
  const difference = file.article && differenceOf(file.article, article);
  if (lines.length === 0 && (difference?.changes.length ?? 0) === 0) {
    await write(process.stdout, `${visible(file.path)}: nothing to mend\n`);
    return undefined;
  }
  const shown = [
    `${visible(file.path)}:`,
    ...lines.map((line) => `  ${line}`),
    ...(difference ? differenceLines(difference) : []),
  ];
  await write(process.stdout, `${shown.join('\n')}\n`);
  for (const alias of lostAliases) {
    console.error(`The alias of “${visible(alias)}” goes, since the text prints that name no more.`);
  }
  if (!yes) {
    if (!person) return 'Nobody can be asked here: add --yes to write it.';
    if (!(await person.askWhether(`Write ${file.path}?`))) return undefined;
  }
  const done = await writeArticle(folder, file.id, contents);
  if ('problem' in done) return done.problem;
  await write(process.stdout, `Written: ${done.value}, ${article.sentences.length} sentences\n`);
  return undefined;
}
