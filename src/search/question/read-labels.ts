// Reads labels such as plan A.
import { UNKNOWN_RARITY } from '../text/frequency.ts';
import { labelsIn } from '../text/labels.ts';
import type { Token } from '../text/language.ts';
import { labelKey } from '../text/span-terms.ts';
import type { Draft } from './concepts.ts';

/**
 * Adds the labels of a question that the articles lack, although they hold what is labeled: `plan A` where they tell of
 * `Plan B` alone. Those that they hold are read with their letters.
 */
export function readLabels(draft: Draft, text: string, tokens: readonly Token[]): void {
  const { index } = draft.shelf;
  const { language, termId } = index;
  for (const { noun, letter, start } of labelsIn(text, tokens)) {
    const key = language.stem(noun);
    if (draft.holds(termId.get(labelKey(key, letter)) ?? 0)) continue;
    if (!draft.holds(termId.get(key) ?? 0) || !isLabeled(draft, key)) continue;
    draft.concepts.push({
      asked: letter,
      at: start,
      alternatives: [],
      found: false,
      rarity: UNKNOWN_RARITY,
      isName: true,
      isNumber: false,
      part: false,
      stems: [],
    });
  }
}

/** Whether the articles label such a thing, with whichever letter. */
function isLabeled({ shelf, holds }: Draft, key: string): boolean {
  const { termId } = shelf.index;
  return LABELS.some((letter) => holds(termId.get(labelKey(key, letter)) ?? 0));
}

const LABELS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XI', 'XII'];
