// Synonyms and narrower words.
import { readFileSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';
import { lookUpIn } from './sorted-lines.ts';

/** What a word is to one that is asked for. */
export type Sense = 'synonym' | 'narrower' | 'broader';

/** A word beside another, and how likely both are meant so. */
export interface ThesaurusEntry {
  /** In lower case, a base form. */
  readonly word: string;
  readonly sense: Sense;
  /**
   * From 0.3 to 0.9: the geometric mean of how often each is meant so in texts that were tagged, less for each step up or down and for
   * adjectives that only lie near (`data/senses/make.mjs`).
   */
  readonly share: number;
}

let shared: ((word: string) => readonly ThesaurusEntry[]) | undefined;

/**
 * Synonyms, narrower words (`arrow` of `weapon`) and broader ones of an English word in its base form, from WordNet (Fellbaum 1998).
 * Read at the first question that needs it: 1 MB, 5 ms.
 */
export function thesaurusEntries(word: string): readonly ThesaurusEntry[] {
  shared ??= readThesaurus();
  return shared(word);
}

function readThesaurus(): (word: string) => readonly ThesaurusEntry[] {
  const file = requireFrom(import.meta.url).resolve('#data/senses/thesaurus.json');
  const { synonyms, narrower, broader }: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  const tables: readonly (readonly [Sense, (word: string) => string | undefined])[] = [
    ['synonym', lookUpIn(synonyms ?? '')],
    ['narrower', lookUpIn(narrower ?? '')],
    ['broader', lookUpIn(broader ?? '')],
  ];
  return (word) =>
    tables.flatMap(([sense, lookUp]) =>
      (lookUp(word)?.split(' ') ?? []).map((entry) => ({
        word: entry.slice(0, -1),
        sense,
        share: Number(entry.at(-1)) / 10,
      })),
    );
}
