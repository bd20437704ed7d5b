// The figures to aim at.
import type { CorpusScore } from './corpus-questions.ts';
import { mean } from './figures.ts';
import { type FileResult, groupsOf } from './report.ts';
import type { Score } from './score.ts';
import { difference, share, tableOf } from './table.ts';

/** A figure beside what it should at least be. */
export interface Target {
  readonly what: string;
  readonly figure: string;
  readonly least: string;
}

const LEAD = 0.02;
const KEYBOARD_LOSS = 0.015;
const CROSSING_RECALL = 0.82;
const LANGUAGES_RECALL = 0.91;
const BALANCED = 0.95;
const FOUND = 0.93;
const SEARCH_QUESTIONS_AUROC = 0.8;
const CORPUS_MISTAKES = 2;

/** The aims that the measured files allow to be computed; those of a file that was not given are left out. */
export function targetsOf(results: readonly FileResult[], corpus: readonly CorpusScore[]): Target[] {
  const own = (result: FileResult): Score | undefined => result.scores.values().next().value;
  const starting = (prefix: string) => results.find(({ name }) => name.startsWith(prefix));
  const targets: Target[] = [];
  const add = (what: string, figure: string, least: string) => targets.push({ what, figure, least });

  for (const key of ['recallAt1', 'recallAt3'] as const) {
    const label = key === 'recallAt1' ? 'R@1' : 'R@3';
    const leads = results.filter(({ group }) => group === 'english').flatMap((result) => leadOf(result, key));
    const least = leads.toSorted((a, b) => a.lead - b.lead)[0];
    if (!least) continue;
    const all = mean(leads.map(({ lead }) => lead));
    add(
      `${label} above the best peer, mean of ${leads.length} English sets`,
      difference(all),
      difference(LEAD),
    );
    add(
      `${label} above the best peer, least: ${least.name}, ${least.peer}`,
      difference(least.lead),
      difference(0),
    );
  }

  const plain = starting('xquad.en');
  const mistyped = starting('noiseqa.natural.keyboard');
  if (plain && mistyped) {
    const loss = recallAt3(own(mistyped)) - recallAt3(own(plain));
    add(`R@3 of ${mistyped.name} over ${plain.name}`, difference(loss), difference(-KEYBOARD_LOSS));
  }
  for (const result of results.filter(({ group }) => group === 'crossing')) {
    add(`R@3 of Chinese questions: ${result.name}`, share(recallAt3(own(result))), share(CROSSING_RECALL));
  }
  for (const { name, members } of groupsOf(results)) {
    const recall = mean(members.map((member) => recallAt3(own(member))));
    if (!name.startsWith('mean English')) add(`R@3, ${name}`, share(recall), share(LANGUAGES_RECALL));
    const judgments = members.flatMap((member) => own(member)?.judgment ?? []);
    const balanced = mean(judgments.map(({ balancedAccuracy }) => balancedAccuracy));
    const found = mean(judgments.map(({ answerable }) => answerable.found));
    add(`balanced accuracy of found, ${name}`, share(balanced), share(BALANCED));
    add(`answerable questions found, ${name}`, share(found), share(FOUND));
  }
  const searched = starting('clapnq');
  const auroc = searched && own(searched)?.judgment?.aurocUnanswerable;
  if (auroc !== undefined) add(`AUROC of ${searched?.name}`, share(auroc), share(SEARCH_QUESTIONS_AUROC));
  for (const { name, questions, wrong } of corpus) {
    add(`right of ${name}`, `${questions - wrong.length}`, `${questions - CORPUS_MISTAKES} of ${questions}`);
  }
  return targets;
}

export function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ what, figure, least }) => [what, figure, least]);
  return rows.length === 0 ? '' : tableOf(['what', 'figure', 'at least'], rows);
}

const recallAt3 = (score: Score | undefined) => score?.ranking.recallAt3 ?? Number.NaN;

/** How far the first engine lies above the best of the others; nothing where it was measured alone. */
function leadOf({ name, scores }: FileResult, key: 'recallAt1' | 'recallAt3') {
  const [own, ...others] = [...scores].map(([peer, { ranking }]) => ({ peer, recall: ranking[key] }));
  const best = others.toSorted((a, b) => b.recall - a.recall)[0];
  return own && best ? [{ name, peer: best.peer, lead: own.recall - best.recall }] : [];
}
