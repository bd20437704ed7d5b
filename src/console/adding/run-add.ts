// npm run add: makes articles of sources.
import { visible } from '../../corpus/characters.ts';
import { isArticleId } from '../../corpus/parse.ts';
import { namedBy, type Outcome, takeIn } from '../../intake/intake.ts';
import type { Invocation } from '../arguments.ts';
import { completed, flawInKnown } from './front-matter.ts';
import { type Opened, openAny } from './open-any.ts';
import { type Person, personAt } from './person.ts';
import { place } from './place.ts';
import { withProgress } from './progress.ts';
import { report } from './report.ts';

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
  if (!yes && !dryRun && (sources.includes('-') || !personAt(process.stdin, process.stderr)) && json) {
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
  const { id, title, url } = adding.known;
  if (chosen.value.length > 1 && (id ?? title ?? url) !== undefined) {
    return ['It has several entries, and --id, --title and --url tell of one: choose it with --entry N.'];
  }
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
    return `${draft.reserved} If you have the publisher’s permission, add --permitted.`;
  }
  const { named, missing } = namedBy(draft.stated, adding.known);
  if (adding.dryRun && !person && missing.length > 0) {
    await report(named, draft, undefined, name, adding);
    console.error(
      `${visible(name)}: The source does not state its ${missing.map((key) => (key === 'lang' ? 'language' : key)).join(' and ')}, which an article needs.`,
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
