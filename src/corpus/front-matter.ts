import Fuse from 'fuse.js';
import { isMap, isScalar, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
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
  if (broken.length > 0) return { flaws: broken };

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
  const references: Flaw[] = [];
  visit(document, {
    Alias: (_, { range }) => {
      const message = 'A value cannot begin with "*". Put it in quotation marks.';
      references.push({ line: at(range?.[0] ?? 0), message });
    },
  });
  if (references.length > 0) return { flaws: references };
  const read = fields.safeParse(document.toJS() ?? {});
  if (read.success) {
    const { aliases = new Map(), ...rest } = read.data;
    return { matter: { ...withoutUndefined(rest), aliases }, lineOf };
  }
  return { flaws: read.error.issues.flatMap((issue) => flawsOf(issue, lineOf)) };
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

function yamlMessage(code: string, message: string): string {
  const [first = ''] = message.split('\n');
  if (code === 'DUPLICATE_KEY')
    return 'This key stands here for the second time. Delete one of the two lines.';
  return `This is not valid YAML: ${first.replace(/\.?$/, '.')} A value with ": ", " #" or quotation marks in it needs quotation marks around it.`;
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as Defined<T>;
}
