import type { Finding, Outcome, Reason } from '../finding.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { passagesOf } from '../ranking/gather-passages.ts';
import type { Ranking } from '../ranking/ranking.ts';
import { confidenceOf, evidenceOf, outcomeOf, withSighting } from './confidence.ts';
import { coverageOf } from './coverage.ts';
import { isInTitles, missingFrom } from './missing.ts';
import { isPrinted } from './printed.ts';
import { RULES } from './rules.ts';

/** Rarity from which a word that is not near the passage is named as what the answer lacks. */
const CARRYING = 9;

/** Judges whether the best passages answer a question, and holds at most `limit` of them. Pure. */
export function judge(question: Question, ranking: Ranking, limit: number): Finding {
  const { concepts } = question;
  const words = concepts.filter(({ part }) => !part);
  const { passage, nearby } = coverageOf(question, ranking);
  const evidence = evidenceOf(concepts, passage, nearby, (word) => isInTitles(word, question, ranking));
  const sightings = RULES.flatMap((rule) => rule.see(question, ranking) ?? []);
  const lacking = new Set(sightings.flatMap(({ words }) => words ?? []));
  const another = lacking.size > 0 ? undefined : sightings.find((sighting) => sighting.another)?.another;
  const far =
    lacking.size > 0 || another
      ? words.filter((word) => lacking.has(word))
      : concepts.filter(({ part, rarity }, i) => !part && (nearby[i] ?? 0) === 0 && rarity >= CARRYING);
  const covered = confidenceOf(evidence);
  const confidence = sightings.length > 0 ? withSighting(covered) : covered;
  const passages = passagesOf(question, ranking, limit);
  const [closest] = passages;
  const outcome = closest ? outcomeOf(confidence) : 'absent';
  const missing = missingFrom(question, ranking).filter(
    ({ asked }) => !isPrinted(question.shelf, question.range, asked),
  );
  return {
    question: question.text,
    outcome,
    reason:
      outcome === 'unclear' && another
        ? { kind: 'of-another', thing: another.thing, owner: another.owner }
        : reasonFor(
            outcome,
            far,
            far.some((word) => (nearby[concepts.indexOf(word)] ?? 0) > 0),
          ),
    passages: outcome === 'absent' ? [] : passages,
    ...(outcome === 'absent' && closest ? { closest } : {}),
    found: words
      .filter((word) => word.found || isInTitles(word, question, ranking))
      .map(({ asked }) => asked),
    missing: missing.map(({ asked }) => asked),
    readings: question.readings,
    confidence,
  };
}

function reasonFor(outcome: Outcome, far: readonly Concept[], isNear: boolean): Reason {
  if (outcome === 'found') return { kind: 'covered' };
  if (outcome === 'absent') return { kind: 'nothing-near' };
  const words = far.map(({ asked }) => asked);
  return words.length > 0 ? { kind: isNear ? 'lacking' : 'missing', words } : { kind: 'thin' };
}
