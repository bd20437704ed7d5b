import type { Finding, Outcome, Reason } from '../finding.ts';
import { openingSentence } from '../index/cohesion.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { passagesOf } from '../ranking/gather-passages.ts';
import type { Ranking } from '../ranking/ranking.ts';
import { confidenceOf, evidenceOf, outcomeOf, withSighting } from './confidence.ts';
import { isInTitles, missingFrom } from './missing.ts';
import { RULES } from './rules.ts';

/** Rarity from which a word that is not near the passage is named as what the answer lacks. */
const CARRYING = 9;
/** How many sentences on each side of the best passage count as near it. */
const NEAR = 2;

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
  const missing = missingFrom(question, ranking);
  return {
    question: question.text,
    outcome,
    reason:
      outcome === 'unclear' && another
        ? { kind: 'of-another', thing: another.thing, owner: another.owner }
        : reasonFor(outcome, far),
    passages: outcome === 'absent' ? [] : passages,
    ...(outcome === 'absent' && closest ? { closest } : {}),
    found: words.filter((word) => !missing.includes(word)).map(({ asked }) => asked),
    missing: missing.map(({ asked }) => asked),
    readings: question.readings,
    confidence,
  };
}

function reasonFor(outcome: Outcome, far: readonly Concept[]): Reason {
  if (outcome === 'found') return { kind: 'covered' };
  if (outcome === 'absent') return { kind: 'nothing-near' };
  return far.length > 0 ? { kind: 'missing', words: far.map(({ asked }) => asked) } : { kind: 'thin' };
}

/** How much of each concept the best passage holds, and it together with the sentences near it. */
function coverageOf({ shelf, concepts }: Question, { candidates, matchesOf }: Ranking) {
  const passage = new Float32Array(concepts.length);
  const nearby = new Float32Array(concepts.length);
  const [top] = candidates;
  if (!top) return { passage, nearby };
  const first = openingSentence(shelf.cohesion, top.sentence);
  for (let sentence = first - NEAR; sentence <= top.sentence + NEAR; sentence += 1) {
    const within = sentence >= first && sentence <= top.sentence;
    matchesOf(sentence).forEach((match, concept) => {
      nearby[concept] = Math.max(nearby[concept] ?? 0, match);
      if (within) passage[concept] = Math.max(passage[concept] ?? 0, match);
    });
  }
  return { passage, nearby };
}
