import { basename } from 'node:path';
import { visible } from '../../corpus/characters.ts';
import { articleIdFrom, isArticleId } from '../../corpus/parse.ts';
import { sha256, sha256OfBytes } from '../../corpus/sha256.ts';
import {
  changedArticleFile,
  type Draft,
  differenceOf,
  isWebAddress,
  newArticleFile,
  type Outcome,
  takeIn,
} from '../../intake/intake.ts';
import type { Invocation } from '../arguments.ts';
import { write } from '../stream.ts';
import { type HeldFile, heldFiles, writeArticle } from './article-folder.ts';
import { completed, flawInKnown, type Named, namedBy } from './front-matter.ts';
import { type Opened, openAny } from './open-any.ts';
import { type Person, personAt } from './person.ts';
import { differenceLines, previewOf } from './preview.ts';
import { withProgress } from './progress.ts';
import { today } from './today.ts';

type Adding = Extract<Invocation, { program: 'add' }>;

const FAILED = 1;
const MISUSED = 2;

/**
 * Makes an article of each source. Returns the exit status: 0 where each became one or was declined, 1 where one was refused, 2 where what was
 * typed cannot be meant.
 */
export async function runAdd(adding: Adding): Promise<number> {
  const flaw = flawInAdding(adding);
  if (flaw !== undefined) {
    console.error(flaw);
    return MISUSED;
  }
  // Standard input that holds the source has no answers.
  const person =
    adding.yes || adding.sources.includes('-') ? undefined : personAt(process.stdin, process.stderr);
  let status = 0;
  for (const name of adding.sources) {
    for (const problem of await addSource(name, adding, person)) {
      console.error(`${visible(name)}: ${problem}`);
      status = FAILED;
    }
  }
  return status;
}

function flawInAdding({ sources, known, json, yes, dryRun }: Adding): string | undefined {
  if (known.id !== undefined && !isArticleId(known.id)) {
    return `--id: an id has at most 64 lower-case letters (a-z), digits and hyphens; ${visible(known.id)} cannot be one.`;
  }
  if (known.id !== undefined && sources.length > 1)
    return '--id names one article: add the sources one by one.';
  if (json && !yes && !dryRun && !process.stdin.isTTY) {
    return 'Nobody can be asked here: add --yes to write, or --dry-run to see what would be written.';
  }
  return flawInKnown(known);
}

/** Adds the documents of one source. Returns what was refused, one sentence each. */
async function addSource(
  name: string,
  adding: Adding,
  person: Person | undefined,
): Promise<readonly string[]> {
  const opened = await openAny(name, adding);
  if ('problem' in opened) return [opened.problem];
  const taken = await take(opened.value, adding);
  if ('problem' in taken) return [taken.problem];
  const chosen = await choose(taken.value, adding, person);
  if ('problem' in chosen) return [chosen.problem];
  const problems: string[] = [];
  let written = 0;
  for (const outcome of chosen.value) {
    const problem = await addOutcome(outcome, opened.value, name, adding, person);
    if (problem === undefined) written += 1;
    else problems.push(chosen.value.length > 1 ? `“${visible(titleOf(outcome))}”: ${problem}` : problem);
  }
  // A short entry among those of a feed is no fault of the feed.
  if (written > 0 && adding.entries.length === 0 && chosen.value.length > 1) {
    for (const problem of problems) console.error(`${visible(name)}: ${problem}`);
    return [];
  }
  return problems;
}

async function take({ source, reserved }: Opened, adding: Adding) {
  const { lang } = adding.known;
  const taken = await withProgress(`Reading ${source.name}`, process.stderr, (onProgress) =>
    takeIn(source, { onProgress, ...(lang !== undefined && { lang }) }),
  );
  if ('problem' in taken || reserved === undefined) return taken;
  return {
    value: taken.value.map((outcome) =>
      'draft' in outcome
        ? { draft: { ...outcome.draft, reserved: outcome.draft.reserved ?? reserved } }
        : outcome,
    ),
  };
}

/** The entries of a feed that are wanted; of anything else, all there is. */
async function choose(
  outcomes: readonly Outcome[],
  { entries, yes, dryRun }: Adding,
  person: Person | undefined,
) {
  const labels = outcomes.map((outcome, at) => `${at + 1}  ${visible(titleOf(outcome))}`);
  if (entries.length > 0) {
    const beyond = entries.find((entry) => entry > outcomes.length);
    if (beyond !== undefined) return { problem: `It has no entry ${beyond}; there are ${outcomes.length}.` };
    return { value: entries.flatMap((entry) => outcomes[entry - 1] ?? []) };
  }
  if (outcomes.length <= 1 || yes || dryRun) return { value: outcomes };
  if (!person) {
    return {
      problem: `It is a feed of ${outcomes.length} entries. Choose with --entry N, or take all with --yes:\n${labels.map((label) => `  ${label}`).join('\n')}`,
    };
  }
  const chosen = await person.askWhich('Which entries?', labels);
  return { value: chosen.flatMap((at) => outcomes[at] ?? []) };
}

function titleOf(outcome: Outcome): string {
  return ('draft' in outcome ? outcome.draft.stated : outcome.stated).title ?? 'without a title';
}

/** Adds one document; the problem where it is refused. */
async function addOutcome(
  outcome: Outcome,
  opened: Opened,
  name: string,
  adding: Adding,
  person: Person | undefined,
): Promise<string | undefined> {
  if ('problem' in outcome) return outcome.problem;
  if ('elsewhere' in outcome) return addElsewhere(outcome, adding, person);
  const { draft } = outcome;
  if (draft.reserved !== undefined && !adding.permitted) {
    return `${draft.reserved} With its permission, add --permitted.`;
  }
  const { named, missing } = namedBy(draft.stated, adding.known);
  if (adding.dryRun && !person && missing.length > 0) {
    await tell(named, draft, undefined, name, adding);
    console.error(
      `${visible(name)}: The source does not state its ${missing.join(', ')}, which is needed to write it.`,
    );
    return undefined;
  }
  const complete = await completed(named, missing, person);
  if ('problem' in complete) return complete.problem;
  return place(complete.value, draft, opened, name, adding, person);
}

/** An entry that only tells of a page: the page is what is added, as the entry states it. */
async function addElsewhere(
  { elsewhere, stated }: Extract<Outcome, { elsewhere: string }>,
  adding: Adding,
  person: Person | undefined,
): Promise<string | undefined> {
  const opened = await openAny(elsewhere, adding);
  if ('problem' in opened) return `${elsewhere}: ${opened.problem}`;
  const taken = await take(opened.value, adding);
  if ('problem' in taken) return `${elsewhere}: ${taken.problem}`;
  const [first] = taken.value;
  if (!first || 'elsewhere' in first) return `${elsewhere}: It holds no text.`;
  const outcome =
    'draft' in first ? { draft: { ...first.draft, stated: { ...stated, ...first.draft.stated } } } : first;
  return addOutcome(outcome, opened.value, elsewhere, adding, person);
}

/** Finds a file for the article, shows what will be in it, asks, and writes it. */
async function place(
  named: Named,
  draft: Draft,
  { source, etag, lastModified }: Opened,
  name: string,
  adding: Adding,
  person: Person | undefined,
): Promise<string | undefined> {
  const { folder, replace, known } = adding;
  const held = await heldFiles(folder);
  const { id, before } = fileFor(named, name, held, known.id);
  const came = {
    retrieved: today(),
    source: name,
    source_sha256: sha256OfBytes(source.bytes),
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
    if (adding.json) await tell(named, draft, id, name, adding);
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
  if (adding.json) await tell(named, draft, id, name, adding);
  else await write(process.stdout, `Written: ${written.value}, ${article.sentences.length} sentences\n`);
  return undefined;
}

/** What is set in a file that is there: what was told now, while what an editor wrote stays. */
function replaceable(named: Named, known: Adding['known']): Partial<Named> {
  return Object.fromEntries(Object.entries(named).filter(([key]) => known[key as keyof Named] !== undefined));
}

/** The id under which an article is kept: of the file that came from the same source, if there is one; else made of its title. */
function fileFor(
  { title, url }: Named,
  name: string,
  held: readonly HeldFile[],
  told: string | undefined,
): { readonly id: string; readonly before?: HeldFile } {
  const at = (id: string) => held.find((file) => file.id === id);
  const found = (id: string) => {
    const before = at(id);
    return before ? { id, before } : { id };
  };
  if (told !== undefined) return found(told);
  const same = held.find(
    ({ article }) =>
      article &&
      ((url !== undefined && article.url === url) ||
        (name !== '-' && article.source === name && article.title === title)),
  );
  if (same) return { id: same.id, before: same };
  const id =
    articleIdFrom(title) || articleIdFrom(lastPart(url ?? name)) || `article-${sha256(title).slice(0, 8)}`;
  const other = at(id);
  // Of the same name, and from another place: a column that appears each week under one title.
  const isOther = other?.article?.source !== undefined && other.article.source !== name;
  const isOtherEntry = other?.article?.url !== undefined && url !== undefined && other.article.url !== url;
  if (!other || !(isOther || isOtherEntry)) return found(id);
  for (let number = 2; ; number += 1) if (!at(`${id}-${number}`)) return { id: `${id}-${number}` };
}

function lastPart(name: string): string {
  const path = isWebAddress(name) ? new URL(name).pathname.replace(/\/$/, '') : name;
  return basename(path).replace(/\.\w{1,5}$/, '');
}

/** Prints what became of a source, for scripts or, where nothing can be written yet, for people. */
async function tell(
  named: Partial<Named>,
  draft: Draft,
  id: string | undefined,
  source: string,
  { json }: Adding,
): Promise<void> {
  const { title = null, publisher = null, via = null, published = null, lang = null, url = null } = named;
  if (!json) {
    const file = newArticleFile(
      'draft',
      { ...named, title: title ?? '?', publisher: publisher ?? '?', lang: lang ?? 'en' },
      draft.text,
    );
    if ('value' in file) await write(process.stdout, `${previewOf(file.value.article, draft)}\n`);
    return;
  }
  const line = {
    source,
    id: id ?? null,
    title,
    publisher,
    via,
    published,
    lang,
    url,
    sections: draft.sections.map(({ heading }) => heading).filter(Boolean),
    sentences: draft.sentences.length,
    text: draft.text,
    changes: draft.changes,
    leftOut: counted(draft.leftOut.map(({ what }) => what)),
  };
  await write(process.stdout, `${JSON.stringify(line)}\n`);
}

function counted(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
