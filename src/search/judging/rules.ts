import type { Rule } from './rule.ts';
import { lackingWord } from './rules/lacking-word.ts';
import { missingNumber } from './rules/missing-number.ts';
import { missingPredicate } from './rules/missing-predicate.ts';
import { missingThing } from './rules/missing-thing.ts';
import { missingWord } from './rules/missing-word.ts';
import { ownedByAnother } from './rules/owned-by-another.ts';
import { unknownName } from './rules/unknown-name.ts';

/** All rules that keep a passage from being called an answer. Each has a file in `rules/` and a test of that name. */
export const RULES: readonly Rule[] = [
  unknownName,
  missingWord,
  lackingWord,
  missingNumber,
  missingThing,
  missingPredicate,
  ownedByAnother,
];
