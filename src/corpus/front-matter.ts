import Fuse from 'fuse.js';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
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

/** Reads front matter without its `---` lines. Returns what it says, or everything that is wrong with it. */
export function readFrontMatter(
  yaml: string,
): { matter: FrontMatter; lineOf: LineOf } | { flaws: readonly Flaw[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const broken = document.errors.map(({ pos, code, message }) => ({
    line: at(pos[0]),
    message: yamlMessage(code, message),
  }));
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
  const properties = yamlProperties(document, at);
  if (properties.length > 0) return { flaws: properties };
  const read = fields.safeParse(document.toJS() ?? {});
  if (read.success) {
    const { aliases = new Map(), ...rest } = read.data;
    return { matter: { ...withoutUndefined(rest), aliases }, lineOf };
  }
  return { flaws: read.error.issues.flatMap((issue) => flawsOf(issue, lineOf)) };
}

/** Values that YAML would change without a word: `*T` stands for another value, `&T` and `!T` are left out of theirs. */
function yamlProperties(document: Document, at: (offset: number) => number): Flaw[] {
  const flaws: Flaw[] = [];
  visit(document, {
    Node: (_, node) => {
      const sign = isAlias(node) ? '*' : node.anchor ? '&' : node.tag ? '!' : undefined;
      if (sign) flaws.push({ line: at(node.range?.[0] ?? 0), message: cannotBeginWith(sign) });
    },
  });
  return flaws;
}

function cannotBeginWith(sign: string): string {
  return `A value cannot begin with "${sign}". Put it in quotation marks.`;
}

function flawsOf(issue: z.core.$ZodIssue, lineOf: LineOf): Flaw[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ line: lineOf(key), message: unknownKey(key) }));
  }
  const [key, of] = path;
  const about = key === 'aliases' && of !== undefined ? `"aliases" of ${quoted(of)}: ` : '';
  return [{ line: lineOf(...path.slice(0, 2)), message: about + issue.message }];
}

function unknownKey(key: string): string {
  const [nearest] = spelling.search(key);
  const mend = nearest ? `Did you mean "${nearest.item}"?` : `Delete it; known are ${KEYS.join(', ')}.`;
  return `${quoted(key)} is not a key of an article. ${mend}`;
}

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === key);
}

/** What is told of an error in YAML by its code; the package's own words are for programmers. */
function yamlMessage(code: string, message: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here for the second time. Delete one of the two lines.';
    case 'TAB_AS_INDENT':
      return 'This line begins with a tab. Begin it with its key, or with spaces.';
    case 'BAD_SCALAR_START':
      return cannotBeginWith(message.slice(-1));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A second ": " stands here. Put a value that holds one in quotation marks, and begin each key at the start of its line.';
    case 'MULTILINE_IMPLICIT_KEY':
      return `This line gives no key its value. Write both with ": " between, such as "${EXAMPLES.title}".`;
    case 'MULTIPLE_DOCS':
      return 'A line "..." ends the front matter too early. Delete it.';
  }
  const [first = ''] = message.split('\n');
  return `This is not valid YAML: ${first.replace(/\.?$/, '.')} A value with ": ", " #" or quotation marks in it needs quotation marks around it.`;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
