// Reads the lists of mutants in mutants/, and says where one no longer fits the sources.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the lists are, from the root of the checkout. */
export const LISTS = 'mutants';

/** One line of a source, changed as a real slip would change it. */
export interface Mutant {
  /** What goes wrong for a reader, as a sentence without its period. */
  readonly name: string;
  /** The list it stands in, without `.txt`. */
  readonly room: string;
  readonly file: string;
  /** The line as it is, without the space around it; no other line of the file is the same. */
  readonly line: string;
  /** What stands in its place. */
  readonly becomes: string;
  /** The test file that should fail. */
  readonly test: string;
  /** Where it is listed, such as `mutants/corpus.txt:12`. */
  readonly at: string;
}

export interface MutantList {
  readonly mutants: readonly Mutant[];
  /** What in the list cannot be read, each with its place. */
  readonly flaws: readonly string[];
}

const FILE = /^(\S+\.ts) → (\S+\.test\.ts)$/;

/**
 * A list says `FILE → TEST` and, below it, mutants of three lines each: the name, the line after `- `, and what it
 * becomes after `+ `. Blank lines and lines that open with `#` say nothing.
 */
export function parseMutants(text: string, room: string): MutantList {
  const mutants: Mutant[] = [];
  const flaws: string[] = [];
  let where: { readonly file: string; readonly test: string } | undefined;
  let name: { readonly text: string; readonly at: string } | undefined;
  let line: string | undefined;
  const lines = text.split('\n');
  const dangling = () => {
    if (name)
      flaws.push(`${name.at}: “${name.text}” lacks its line after “- ” or what it becomes after “+ ”.`);
    name = undefined;
    line = undefined;
  };
  lines.forEach((raw, index) => {
    const at = `${LISTS}/${room}.txt:${index + 1}`;
    const here = raw.trim();
    if (here === '' || here.startsWith('#')) return;
    const [, file, test] = FILE.exec(here) ?? [];
    if (file !== undefined && test !== undefined) {
      dangling();
      where = { file, test };
    } else if (here.startsWith('- ')) {
      if (!name || line !== undefined) flaws.push(`${at}: A line after “- ” follows the name of a mutant.`);
      else line = here.slice(2).trim();
    } else if (here.startsWith('+ ') || here === '+') {
      if (!where) flaws.push(`${at}: Say first which file is meant: FILE → TEST.`);
      else if (!name || line === undefined) flaws.push(`${at}: A line after “+ ” follows one after “- ”.`);
      else {
        mutants.push({ name: name.text, room, ...where, line, becomes: here.slice(2).trim(), at: name.at });
        name = undefined;
        line = undefined;
      }
    } else {
      dangling();
      name = { text: here, at };
    }
  });
  dangling();
  return { mutants, flaws };
}

/** All lists of a checkout, by name. */
export function readMutants(root: string): MutantList {
  const lists = readdirSync(join(root, LISTS))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) =>
      parseMutants(readFileSync(join(root, LISTS, name), 'utf8'), name.slice(0, -'.txt'.length)),
    );
  return {
    mutants: lists.flatMap(({ mutants }) => mutants),
    flaws: lists.flatMap(({ flaws }) => flaws),
  };
}

/** A source with the mutant in it, or why that is not possible. */
export function mutated(
  source: string,
  { line, becomes }: Pick<Mutant, 'line' | 'becomes'>,
): string | 'missing' | 'several' | 'same' {
  if (line === becomes) return 'same';
  const lines = source.split('\n');
  const places = lines.flatMap((each, index) => (each.trim() === line ? [index] : []));
  const [place, another] = places;
  if (place === undefined) return 'missing';
  if (another !== undefined) return 'several';
  return lines.map((each, index) => (index === place ? each.replace(line, () => becomes) : each)).join('\n');
}

const WHY = {
  missing: 'has no such line any more',
  several: 'has that line more than once',
  same: 'stays as it is',
} as const;

/** Why a mutant cannot be tried in this checkout, as a sentence with its place; undefined where it can. */
export function staleness(mutant: Mutant, root: string): string | undefined {
  const { at, name, file, line, test } = mutant;
  for (const path of [file, test]) {
    if (!existsSync(join(root, path)))
      return `${at}: There is no ${path}. Say where “${name}” belongs now, or remove it.`;
  }
  const result = mutated(readFileSync(join(root, file), 'utf8'), mutant);
  if (result === 'missing' || result === 'several' || result === 'same') {
    return `${at}: “${name}”: ${file} ${WHY[result]}: ${line}`;
  }
  return undefined;
}
