import Fuse from 'fuse.js';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type * as z from 'zod';
import { quoted } from './characters.ts';
import { EXAMPLES, type FrontMatter, fields } from './fields.ts';

/** Something wrong at a line of the front matter, counted from 1 at its first line. */
export interface Flaw {
  readonly line: number;
  readonly message: string;
}

/** Where an alias's name stands in the front matter. */
export type LineOf = (...path: readonly string[]) => number;

const KEYS = Object.keys(fields.shape);
const spelling = new Fuse(KEYS, { threshold: 0.4 });

/**
 * Reads front matter without its `---` lines. Returns what it says, or everything that is wrong with it.
 *
 * It has the form of YAML, but each value is the characters that stand there: `1.10` is a version and `007` an agent, never
 * the numbers 1.1 and 7. What YAML would leave out of a value without a word is refused with its line.
 */
export function readFrontMatter(
  yaml: string,
): { matter: FrontMatter; lineOf: LineOf } | { flaws: readonly Flaw[] } {
  const lines = new LineCounter();
  // Of YAML's schemas the one in which every scalar is a string (YAML 1.2.2, 10.1).
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
  const at = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const written = yaml.split(/\r?\n/);
  const comments = commentsBehindValues(yaml).map((line) => ({
    line,
    message: commentMessage(written[line - 1] ?? ''),
  }));
  const broken = [
    ...comments,
    ...document.errors.map(({ pos, code, message }) => ({
      line: at(pos[0]),
      message: yamlMessage(code, message, written[at(pos[0]) - 1] ?? ''),
    })),
  ].sort((a, b) => a.line - b.line);
  // One mistake often breaks a line in more than one way.
  const first = broken.filter(
    ({ line }, index) => broken.findIndex((other) => other.line === line) === index,
  );
  if (first.length > 0) return { flaws: first };

  const root = document.contents;
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null)) {
    return {
      flaws: [
        {
          line: 1,
          message: `The front matter is not a list of keys. Write lines such as "${EXAMPLES.title}".`,
        },
      ],
    };
  }
  const lineOf: LineOf = (...path) => {
    let node: unknown = root;
    let offset = 0;
    for (const key of path) {
      const pair = isMap(node) ? pairOf(node, key) : undefined;
      if (!pair) break;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    }
    return at(offset);
  };
  const properties = yamlProperties(document, at, written);
  if (properties.length > 0) return { flaws: properties };
  const entries: unknown = document.toJS({ mapAsMap: true });
  const read = fields.safeParse(entries instanceof Map ? Object.fromEntries(entries) : {});
  if (read.success) {
    const { aliases = new Map(), ...rest } = read.data;
    return { matter: { ...withoutUndefined(rest), aliases }, lineOf };
  }
  const keys = entries instanceof Map ? [...entries.keys()].map(String) : [];
  return { flaws: read.error.issues.flatMap((issue) => flawsOf(issue, lineOf, keys)) };
}

/** What the lexer puts before a document, a scalar and the unfinished end of a list; none stands in the source. */
const LEXER_SIGNS = ['\u0002', '\u001f', '\u0018'];

/** The lines, from 1, of comments that do not stand on a line of their own. */
function commentsBehindValues(yaml: string): number[] {
  const found: number[] = [];
  let line = 1;
  let isBegun = false;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(yaml)) {
    if (lexeme.startsWith('#') && !isScalar && isBegun) found.push(line);
    const isControl = LEXER_SIGNS.includes(lexeme);
    isScalar = lexeme === '\u001f';
    if (isControl) continue;
    line += lexeme.split('\n').length - 1;
    const [rest = ''] = lexeme.split('\n').slice(-1);
    isBegun = (isBegun && !lexeme.includes('\n')) || rest.trim() !== '';
  }
  return found;
}

function commentMessage(line: string): string {
  const told = 'A "#" after a space begins a comment, so that it and what follows would be left out.';
  const whole = withQuotationMarks(line);
  const keep = whole ? `Write ${whole}` : 'Put the value in quotation marks';
  return `${told} ${keep} if they belong to the value, or put the comment on a line of its own.`;
}

/** The longest line that is proposed, in UTF-16 units: one that can be read in a message. */
const LONGEST_PROPOSAL = 200;

/**
 * The line with its value in quotation marks, so that all characters of it are taken as they stand; undefined where that
 * is not one key and one plain value.
 */
function withQuotationMarks(line: string): string | undefined {
  const [, key = '', value = ''] = /^\s*([^\s:"'#[{][^:"'#[{]*):[ \t]+(\S.*?)\s*$/.exec(line) ?? [];
  if (value === '' || /^["'[{]/.test(value)) return undefined;
  const proposed = `${key}: ${JSON.stringify(value)}`;
  const read = parseDocument(proposed, { schema: 'failsafe' });
  const isRight =
    read.errors.length === 0 && String((read.toJS() as Record<string, unknown> | null)?.[key]) === value;
  return isRight && proposed.length <= LONGEST_PROPOSAL
    ? quoted(proposed, LONGEST_PROPOSAL).slice(1, -1)
    : undefined;
}

/** Values that YAML would change without a word: `*T` stands for another value, `&T` and `!T` are left out of theirs. */
function yamlProperties(
  document: Document,
  at: (offset: number) => number,
  written: readonly string[],
): Flaw[] {
  const flaws: Flaw[] = [];
  visit(document, {
    Node: (_, node) => {
      const sign = isAlias(node) ? '*' : node.anchor ? '&' : node.tag ? '!' : undefined;
      if (!sign) return;
      const line = at(node.range?.[0] ?? 0);
      flaws.push({ line, message: cannotBeginWith(sign, written[line - 1] ?? '') });
    },
  });
  return flaws;
}

function cannotBeginWith(sign: string, line: string): string {
  const whole = withQuotationMarks(line);
  return `A value cannot begin with "${sign}". Put it in quotation marks${whole ? `, as in ${whole}` : ''}.`;
}

function flawsOf(issue: z.core.$ZodIssue, lineOf: LineOf, keys: readonly string[]): Flaw[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ line: lineOf(key), message: unknownKey(key, keys) }));
  }
  const [key, of] = path;
  const about = key === 'aliases' && of !== undefined ? `"aliases" of ${quoted(of)}: ` : '';
  return [{ line: lineOf(...path.slice(0, 2)), message: about + issue.message }];
}

function unknownKey(key: string, keys: readonly string[]): string {
  const [nearest] = spelling.search(key);
  const mend =
    nearest && !keys.includes(nearest.item)
      ? `Did you mean "${nearest.item}"?`
      : `Delete it; known are ${KEYS.join(', ')}.`;
  return `${quoted(key)} is not a key of an article. ${mend}`;
}

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === key);
}

/** What is told of an error in YAML by its code; the package's own words are for programmers. */
function yamlMessage(code: string, message: string, line: string): string {
  const whole = withQuotationMarks(line);
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here for the second time. Delete one of the two lines.';
    case 'TAB_AS_INDENT':
      return 'This line begins with a tab. Begin it with its key, or with spaces.';
    case 'BAD_SCALAR_START':
      return cannotBeginWith(message.slice(-1), line);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return whole
        ? `A second ": " stands here. Put a value that holds one in quotation marks, as in ${whole}, and begin each key at the start of its line.`
        : 'A second ": " stands here. Put a value that holds one in quotation marks, and begin each key at the start of its line.';
    case 'MULTILINE_IMPLICIT_KEY':
      return `This line gives no key its value. Write both with ": " between, such as "${EXAMPLES.title}".`;
    case 'MULTIPLE_DOCS':
      return 'A line "..." ends the front matter too early. Delete it.';
  }
  const [first = ''] = message.split('\n');
  const mend = whole
    ? `Write ${whole}.`
    : 'A value with ": ", " #" or quotation marks in it needs quotation marks around it, and a backslash before each one within.';
  return `This is not valid YAML: ${first.replace(/\.?$/, '.')} ${mend}`;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
