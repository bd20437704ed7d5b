// npm run corpus -- --fix: reads an article again as Markdown.
import { visible, withoutUnseen } from '../../corpus/characters.ts';
import { richLinesOf } from '../../corpus/rich-text.ts';
import {
  type ArticleFile,
  articleOfText,
  changedArticleFile,
  differenceOf,
  takeIn,
  textOfFile,
  withText,
} from '../../intake/intake.ts';
import type { Result } from '../../result.ts';
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

/** What an article's text becomes, and a line for each kind of what goes or changes in it. */
interface Mended {
  readonly text: string;
  readonly lines: readonly string[];
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
  const mended = isLiteral(file, text) ? withoutInvisible(text) : await asMarkdown(file);
  if ('problem' in mended) return mended.problem;
  const { lines } = mended.value;
  const kept = withText(file.id, file.contents, mended.value.text);
  if ('problem' in kept) return kept.problem;
  const written = await marked(file, text, kept.value);
  if ('problem' in written) return written.problem;
  const { article, contents, lostAliases } = written.value;
  const before = articleOfText(text, article.lang);
  const difference = differenceOf(before, article);
  if (lines.length === 0 && difference.changes.length === 0) {
    await write(process.stdout, `${visible(file.path)}: nothing to mend\n`);
    return undefined;
  }
  const shown = [
    `${visible(file.path)}:`,
    ...lines.map((line) => `  ${line}`),
    ...differenceLines(difference),
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

/** Whether what looks like Markdown in the text is words of it: those of the source that it was taken from, or as its front matter says. */
function isLiteral({ contents }: HeldFile, text: string): boolean {
  return /^(?:source_sha256:|literal: *yes\b)/m.test(contents.slice(0, contents.length - text.length));
}

function withoutInvisible(text: string): Result<Mended> {
  const { text: seen, removed } = withoutUnseen(text);
  const invisible = [...removed.values()].reduce((sum, count) => sum + count, 0);
  return { value: { text: seen, lines: changeLines({ invisible }, removed) } };
}

async function asMarkdown({ path, contents, article }: HeldFile): Promise<Result<Mended>> {
  const taken = await takeIn(
    { name: path, bytes: Buffer.from(contents) },
    { isArticle: true, ...(article && { lang: article.lang }) },
  );
  if ('problem' in taken) return taken;
  const [outcome] = taken.value;
  if (!outcome || !('draft' in outcome))
    return { problem: outcome && 'problem' in outcome ? outcome.problem : 'It holds no text.' };
  const { text, leftOut, changes, removed } = outcome.draft;
  return { value: { text, lines: [...leftOutLines(leftOut), ...changeLines(changes, removed)] } };
}

/**
 * The file as it is to be written. Where its text still looks like Markdown, as "Use <script setup>" or "5 * 3 * 2" does, reading it a second time would
 * take words of it for marks: a line of front matter says so.
 */
async function marked(file: HeldFile, before: string, kept: ArticleFile): Promise<Result<ArticleFile>> {
  const again = await asMarkdown({ ...file, contents: kept.contents, article: kept.article });
  const isStable =
    'value' in again &&
    again.value.text === kept.article.text &&
    richLinesOf(kept.article.text, kept.article.lang).length === 0;
  if (isStable || isLiteral(file, before)) return { value: kept };
  return changedArticleFile(file.id, kept.contents, { literal: 'yes' }, kept.article.text);
}
