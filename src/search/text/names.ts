// Other names of what articles print.
import type { Article } from '../../corpus/article.ts';
import { EAST_ASIAN_ALONE } from '../../corpus/unspaced.ts';
import type { Language, Token } from './language.ts';

/** Names that mean the same in any English article, whichever of them it prints. */
const ENGLISH_EQUIVALENTS = [
  ['U.S.', 'US', 'USA', 'U.S.A.', 'United States', 'United States of America'],
  ['U.K.', 'UK', 'United Kingdom'],
  ['U.N.', 'UN', 'United Nations'],
  ['E.U.', 'EU', 'European Union'],
];

/** A name that a question holds, and how the articles print it. */
export interface NameFound {
  /** How many tokens, or UTF-16 units of a Han run, the name takes. */
  readonly length: number;
  readonly printed: readonly string[];
}

/** The other names of what articles print: the aliases of their front matter, and common abbreviations. */
export interface Names {
  /** The longest name that begins at token `at`. */
  amongTokens(tokens: readonly Token[], at: number): NameFound | undefined;
  /** The longest name that begins at offset `at` of a run of Han. */
  inRun(run: string, at: number): NameFound | undefined;
  /** What articles print for the names that begin with folded words, one space between them; the shortest first. */
  beginning(words: string): readonly string[];
}

/** Tokens and characters of the longest name looked for. */
const MOST_TOKENS = 6;
const MOST_CHARACTERS = 16;

/** What articles print for other names: by those, folded, with one space between their words. */
export type Aliases = ReadonlyMap<string, ReadonlySet<string>>;

/** The aliases of articles. */
export function aliasesOf(articles: readonly Article[], language: Language): Aliases {
  return tableOf(
    articles.flatMap(({ aliases }) =>
      [...aliases].flatMap(([printed, others]) => others.map((other) => [other, printed] as const)),
    ),
    language,
  );
}

/** What every English article has beside its aliases. */
let equivalents: Aliases | undefined;

function equivalentsIn(language: Language): readonly Aliases[] {
  if (language.tag !== 'en') return [];
  equivalents ??= tableOf(
    ENGLISH_EQUIVALENTS.flatMap((names) =>
      names.flatMap((name) => names.flatMap((other) => (other === name ? [] : [[name, other] as const]))),
    ),
    language,
  );
  return [equivalents];
}

function tableOf(pairs: readonly (readonly [string, string])[], language: Language): Aliases {
  const printedFor = new Map<string, Set<string>>();
  for (const [other, printed] of pairs) {
    const key = keyOf(wordsOf(other, language), language);
    printedFor.set(key, (printedFor.get(key) ?? new Set()).add(printed));
  }
  return printedFor;
}

function keyOf(words: readonly string[], language: Language): string {
  return words.map((word) => language.fold(word)).join(' ');
}

export function namesOf(articles: readonly Article[], language: Language): Names {
  return namesIn([aliasesOf(articles, language)], language);
}

/** The names of several tables, as if they were one. */
export function namesIn(aliases: readonly Aliases[], language: Language): Names {
  const tables = [...aliases, ...equivalentsIn(language)];
  const lookUp = (words: readonly string[], length: number): NameFound | undefined => {
    const key = keyOf(words, language);
    let printed: ReadonlySet<string> | undefined;
    for (const table of tables) {
      const found = table.get(key);
      if (found) printed = printed ? new Set([...printed, ...found]) : found;
    }
    return printed && { length, printed: [...printed] };
  };
  return {
    amongTokens(tokens, at) {
      for (let count = Math.min(MOST_TOKENS, tokens.length - at); count > 0; count -= 1) {
        const found = lookUp(
          tokens.slice(at, at + count).map(({ text }) => text),
          count,
        );
        if (found) return found;
      }
      return undefined;
    },
    inRun(run, at) {
      for (let length = Math.min(MOST_CHARACTERS, run.length - at); length > 0; length -= 1) {
        const found = lookUp([run.slice(at, at + length)], length);
        if (found) return found;
      }
      return undefined;
    },
    beginning(words) {
      const found = new Map<string, string[]>();
      for (const table of tables) {
        for (const [other, printed] of table)
          if (other.startsWith(words)) found.set(other, [...(found.get(other) ?? []), ...printed]);
      }
      const shortest = [...found].sort(([a], [b]) => a.length - b.length);
      return [...new Set(shortest.flatMap(([, printed]) => printed))];
    },
  };
}

/** A name in Han characters is kept in one piece, as a question's run of Han is searched for it. */
function wordsOf(name: string, language: Language): string[] {
  return EAST_ASIAN_ALONE.test(name) ? [name] : language.tokenize(name).map(({ text }) => text);
}
