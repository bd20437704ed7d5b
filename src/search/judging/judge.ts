// Judges whether the best passages answer.
import { type AskedWord, type Finding, type Outcome, type Reason, unseen } from '../finding.ts';
import type { Question } from '../question/question.ts';
import { FEATURES } from '../ranking/features.ts';
import { passagesOf } from '../ranking/gather-passages.ts';
import type { Ranking } from '../ranking/ranking.ts';
import { isYear } from '../text/quantities/dates.ts';
import { confidenceOf, FOUND } from './confidence.ts';
import { coverageOf } from './coverage.ts';
import { lookAt } from './look-at.ts';
import { isInTitles, missingFrom } from './missing.ts';
import { type Cover, coverOf, isNear, nearnessOf } from './nearness.ts';
import { isPrinted } from './printed.ts';
import { RULES } from './rules.ts';
import { readOf, type Sight, sightOf } from './sight.ts';
import { signsOf } from './signs.ts';
import { evidentOf } from './telling.ts';

/** Judges whether the best passages answer a question, and holds at most `limit` of them. Pure. */
export function judge(question: Question, ranking: Ranking, limit: number): Finding {
  const finding: Finding = {
    ...unseen(question.text),
    lang: question.shelf.index.language.tag,
    kind: question.kind,
    readings: question.readings,
    words: askedIn(question),
    ...lookedUp(question, ranking),
  };
  const gathered = passagesOf(question, ranking, limit);
  const [first] = gathered;
  if (!first) return finding;
  const sight = sightOf(question, ranking, first);
  const [against] = RULES.flatMap((rule) => rule.see(sight) ?? []);
  const likely = confidenceOf(signsOf(sight));
  // What a rule saw against it leaves less than an answer needs.
  const confidence = against
    ? Math.min(likely, (FOUND * (1 + likely)) / 2)
    : isTopicAlone(sight)
      ? Math.max(likely, FOUND)
      : likely;
  const { hasMeanings } = question.shelf.index.language;
  const nearness = nearnessOf(coverIn(question, ranking), hasMeanings);
  const isFound = confidence >= FOUND && sharesTelling(sight);
  const outcome: Outcome = !isNear(nearness, hasMeanings) ? 'absent' : isFound ? 'found' : 'unclear';
  const passages = lookAt(question, gathered, (passage) => readOf(question, ranking, passage));
  const [closest] = passages;
  return {
    ...finding,
    outcome,
    reason: reasonFor(outcome, isMeaningAlone(sight, against) ? { kind: 'meaning' } : against),
    nearness,
    confidence,
    ...(outcome !== 'absent' ? { passages } : closest && sharesAny(sight) ? { closest } : {}),
  };
}

/** Whether the first passage has any word of the question. */
function sharesAny({ words }: Sight): boolean {
  return words.some(({ held }) => held);
}

/** Words of a question that names a topic and asks nothing of it, at the most: `Qwen`, `the White House`. */
const MOST_OF_A_TOPIC = 2;

/** Whether a question only names something, and the first passage has it: that the article speaks of it is what was asked. */
function isTopicAlone({ question, words }: Sight): boolean {
  const isHeld =
    words.every(({ held }) => held?.state === 'held') && words.some(({ isTelling }) => isTelling);
  return question.isTopic && words.length <= MOST_OF_A_TOPIC && isHeld;
}

/** Whether nothing but likeness in meaning led to the first passage: no word of the question, neither in it nor in a title over it. */
function isMeaningAlone(sight: Sight, against: Reason | undefined): boolean {
  const { question, ranking, words } = sight;
  if (!question.shelf.index.language.hasMeanings || sharesAny(sight)) return false;
  if (against && ['contrary', 'denied', 'other-way-round', 'of-another'].includes(against.kind)) return false;
  return !words.some(({ concept }) => isInTitles(concept, question, ranking));
}

/** Whether the first passage has a word that tells: what is near in meaning alone is no answer that was seen. */
function sharesTelling({ words }: Sight): boolean {
  const telling = words.filter(({ isTelling }) => isTelling);
  return (telling.length > 0 ? telling : words).some(({ held }) => held);
}

/** The words that evidence is told of, as the reader typed them. */
function askedIn({ text, concepts }: Question): readonly AskedWord[] {
  let end = -1;
  return evidentOf(concepts).map(({ asked, at, isName, isNumber }) => {
    const gap = at === end + 1 ? text.charAt(end) : undefined;
    end = at + asked.length;
    return { word: asked, gap, isName, isNumber, isYear: isNumber && isYear(asked) };
  });
}

/** The words of the question that the articles have anywhere, and those that they have nowhere, as typed. */
function lookedUp(question: Question, ranking: Ranking): Pick<Finding, 'found' | 'missing'> {
  const { concepts, shelf, range } = question;
  const found = concepts.filter((word) => !word.part && (word.found || isInTitles(word, question, ranking)));
  const missing = missingFrom(question, ranking).filter(({ asked }) => !isPrinted(shelf, range, asked));
  return { found: found.map(({ asked }) => asked), missing: missing.map(({ asked }) => asked) };
}

/** How much of a question its best passage and the articles cover. */
export function coverIn(question: Question, ranking: Ranking): Cover {
  const { passage, nearby } = coverageOf(question, ranking);
  const [best] = ranking.candidates;
  return coverOf(question.concepts, passage, nearby, (word) => isInTitles(word, question, ranking), {
    likeness: best?.features[LIKENESS] ?? 0,
    cosine: best?.features[COSINE] ?? 0,
  });
}

const [LIKENESS = 0, COSINE = 0] = ['likeness', 'cosine'].map((name) =>
  FEATURES.findIndex((feature) => feature.name === name),
);

function reasonFor(outcome: Outcome, against: Reason | undefined): Reason {
  if (outcome === 'found') return { kind: 'covered' };
  if (outcome === 'absent') return { kind: 'nothing-near' };
  return against ?? { kind: 'thin' };
}
