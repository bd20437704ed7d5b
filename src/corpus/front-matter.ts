// Reads front matter, with the line of each fault.
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
import type { Result } from '../result.ts';
import { quoted, visible } from './characters.ts';
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
): Result<{ readonly matter: FrontMatter; readonly lineOf: LineOf }, readonly Flaw[]> {
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
    ...document.errors.map(({ pos, code, message }) => {
      const line = unclosedLine(code, written) ?? at(pos[0]);
      return { line, message: yamlMessage(code, message, written[line - 1] ?? '') };
    }),
  ].sort((a, b) => a.line - b.line);
  // One mistake often breaks a line in more than one way.
  const first = broken.filter(
    ({ line }, index) => broken.findIndex((other) => other.line === line) === index,
  );
  if (first.length > 0) return { problem: first };

  const root = document.contents;
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null)) {
    return {
      problem: [
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
  if (properties.length > 0) return { problem: properties };
  const entries: unknown = document.toJS({ mapAsMap: true });
  const read = fields.safeParse(entries instanceof Map ? Object.fromEntries(entries) : {});
  if (read.success) {
    const {
      aliases = new Map(),
      questions = new Map(),
      quote_at_most: quoteAtMost,
      source_sha256: sourceSha256,
      source_etag: sourceEtag,
      source_modified: sourceModified,
      ...rest
    } = read.data;
    const renamed = { quoteAtMost, sourceSha256, sourceEtag, sourceModified };
    return {
      value: { matter: { ...withoutUndefined({ ...rest, ...renamed }), aliases, questions }, lineOf },
    };
  }
  const keys = entries instanceof Map ? [...entries.keys()].map(String) : [];
  return { problem: read.error.issues.flatMap((issue) => flawsOf(issue, lineOf, keys)) };
}

/** The line, from 1, on which a value opens with a quotation mark that nothing closes there; the parser finds out at the end. */
function unclosedLine(code: string, written: readonly string[]): number | undefined {
  if (code !== 'MISSING_CHAR') return undefined;
  const at = written.findIndex((line) => /:\s+(?:"(?:[^"\\]|\\.)*|'[^']*)$/.test(line));
  return at < 0 ? undefined : at + 1;
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
  const whole = proposalFor(line);
  return whole
    ? `${told} Write ${whole} if they belong to the value, or put the comment on a line of its own.`
    : `${told} Put the comment on a line of its own.`;
}

/** Keys whose value is any text. Of others a value in quotation marks may still be none that they take. */
const TEXTS = ['title', 'publisher', 'via', 'source', 'source_etag', 'source_modified'];

/** What makes a plain value something else in YAML (YAML 1.2.2, 7.3.3). */
const NEEDS_MARKS = /^["'[\]{},&*!|>%@`?#-]|["']|: |:$| #/;

/** The longest line that is proposed, in UTF-16 units: one that can be read in a message. */
const LONGEST_PROPOSAL = 200;

/**
 * The line with its value in quotation marks, so that all characters of it are taken as they stand; undefined where
 * that would mend nothing. Each proposal was read again and gives that value.
 */
function proposalFor(line: string): string | undefined {
  const [, key = '', written = ''] = /^([a-z_]+):[ \t]+(\S.*?)\s*$/.exec(line) ?? [];
  const isBlock = /^[|>][-+\d]*(?:\s|$)/.test(written);
  if (!TEXTS.includes(key) || isBlock || !NEEDS_MARKS.test(written)) return undefined;
  // Marks that open and do not close, or the other way round, were meant as marks.
  const inner = /^(["'])(.*?)\1?$/.exec(written);
  const isWrapped = inner !== null && !inner[2]?.includes(inner[1] ?? '');
  const value = isWrapped ? (inner[2] ?? '') : written;
  const single = `${key}: '${value.replaceAll("'", "''")}'`;
  const proposed = /["\\]/.test(value) ? single : `${key}: "${value}"`;
  const read = parseDocument(proposed, { schema: 'failsafe' });
  const isRight =
    read.errors.length === 0 && (read.toJS() as Record<string, unknown> | null)?.[key] === value;
  return isRight && proposed !== line.trimEnd() && proposed.length <= LONGEST_PROPOSAL
    ? visible(proposed)
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
      const line = lineOfSign(sign, at(node.range?.[0] ?? 0), written);
      flaws.push({ line, message: cannotBeginWith(sign, written[line - 1] ?? '') });
    },
  });
  return flaws;
}

/** An anchor or a tag may stand on a line before what it belongs to. */
function lineOfSign(sign: string, from: number, written: readonly string[]): number {
  for (let line = from; line > 0; line -= 1) if (written[line - 1]?.includes(sign)) return line;
  return from;
}

function cannotBeginWith(sign: string, line: string): string {
  const whole = proposalFor(line);
  // Of a list or of names, quotation marks would make text.
  const [, name] = /[:,[]\s+([&!*]\S*)\s*(?:[[{]|$)/.exec(line) ?? [];
  const mend =
    name && !whole
      ? `Delete ${quoted(name)}.`
      : `Put it in quotation marks${whole ? `, as in ${whole}` : ''}.`;
  return `A value cannot begin with "${sign}". ${mend}`;
}

function flawsOf(issue: z.core.$ZodIssue, lineOf: LineOf, keys: readonly string[]): Flaw[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ line: lineOf(key), message: unknownKey(key, keys) }));
  }
  const [key, of] = path;
  const isOf = key === 'aliases' || key === 'questions';
  const about = isOf && of !== undefined ? `"${key}" of ${quoted(of)}: ` : '';
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
  const whole = proposalFor(line);
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here for the second time. Delete one of the two lines.';
    case 'TAB_AS_INDENT':
      return 'This line begins with a tab. Begin it with its key, or with spaces.';
    case 'BAD_SCALAR_START':
      return cannotBeginWith(message.slice(-1), line);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `A second ": " stands here. Put a value that holds one in quotation marks${whole ? `, as in ${whole}` : ''}, and begin each key at the start of its line.`;
    case 'MULTILINE_IMPLICIT_KEY':
      return `This line gives no key its value. Write both with ": " between, such as "${EXAMPLES.title}".`;
    case 'MULTIPLE_DOCS':
      return 'A line "..." ends the front matter too early. Delete it.';
  }
  const [first = ''] = message.split('\n');
  const mend = whole
    ? `Write ${whole}.`
    : 'Begin each key at the start of its line. Put a value with ": ", " #" or quotation marks in it between single quotation marks, and write each of those within it twice.';
  return `This is not valid YAML: ${first.replace(/\.?$/, '.')} ${mend}`;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
