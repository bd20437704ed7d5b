// The list of rules.
import type { Rule } from './rule.ts';
import { contrary } from './rules/contrary.ts';
import { lackingKind } from './rules/lacking-kind.ts';
import { lackingName } from './rules/lacking-name.ts';
import { lackingPredicate } from './rules/lacking-predicate.ts';
import { missingThing } from './rules/missing-thing.ts';
import { missingWord } from './rules/missing-word.ts';
import { nobodyNamed } from './rules/nobody-named.ts';
import { otherWayRound } from './rules/other-way-round.ts';
import { scatteredSyllables } from './rules/scattered-syllables.ts';
import { toldNegated } from './rules/told-negated.ts';
import { toldOfAnother } from './rules/told-of-another.ts';
import { unexplained } from './rules/unexplained.ts';

/** All rules that keep a passage from being called an answer, the plainest reason first. Each has a file in `rules/` and a test of that name. */
export const RULES: readonly Rule[] = [
  lackingName,
  lackingKind,
  toldOfAnother,
  otherWayRound,
  contrary,
  toldNegated,
  missingThing,
  missingWord,
  lackingPredicate,
  unexplained,
  nobodyNamed,
  scatteredSyllables,
];
