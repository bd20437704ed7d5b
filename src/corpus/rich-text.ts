// Finds lines that hold links, HTML, or other markup.
import { blocksOf } from './blocks.ts';

/** A line that holds what an article file does not read, and would be quoted as it stands; from 1. */
export interface RichLine {
  readonly line: number;
  readonly kind: RichKind;
}

/** What it is called in a remark; an image may be a badge. */
const KINDS = {
  link: 'links',
  image: 'images',
  definition: 'link definitions',
  html: 'HTML',
} as const;

export type RichKind = keyof typeof KINDS;

/** Behind the words of a link; `[4](see below)` is none. */
const ADDRESS = String.raw`(?:<|https?:|mailto:|#|\.{0,2}/|[\w./-]+\.\w{2,5}(?=[)#?\s]))`;
const LINK = new RegExp(String.raw`\[[^\]\n]+\]\(\s*${ADDRESS}[^)\n]*\)`);
const IMAGE = /!\[[^\]\n]*\](?:\([^)\n]+\)|\[[^\]\n]*\])/;
/** Not `[^2]: …`, the text of a note, nor `[2]: Ibid.`. */
const DEFINITION = /^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?(?:https?:\/\/|mailto:|#|\.{0,2}\/)\S*/;
const REFERENCE = /\[[^\]\n]+\]\[([^\]\n]*)\]/;

const ATTRIBUTES = String.raw`(?:\s+open|\s+[^<>\n]*=[^<>\n]*)?\s*\/?>`;
/** Elements that stand in Markdown, of small letters; those that open behind a letter may be types (`Array<u>`), but for a few. */
const HTML = new RegExp(
  '<!--|(?<![\\p{L}\\p{N}_.])<(?:a|abbr|article|b|blockquote|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|' +
    'h[1-6]|header|hr|i|iframe|ins|kbd|li|main|mark|nav|ol|p|picture|pre|s|script|section|small|source|strike|strong|style|summary|svg|' +
    `table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video)${ATTRIBUTES}|<(?:br|img|span|sub|sup)${ATTRIBUTES}`,
  'u',
);

const CODE_SPAN = /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g;

/** Lines of an article's text, outside of code, that hold links, images, link definitions or HTML. */
export function richLinesOf(text: string, lang: string): readonly RichLine[] {
  if (!/[[<]/.test(text)) return [];
  const lines = text.split(/\r\n?|\n/);
  const labels = new Set(lines.flatMap((line) => DEFINITION.exec(line)?.[1]?.toLowerCase() ?? []));
  const fences = blocksOf(text, lang).filter(({ kind }) => kind === 'fence');
  const found: RichLine[] = [];
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const kind = fences.some((fence) => fence.start < start + line.length && start < fence.end)
      ? undefined
      : kindOf(line, labels);
    if (kind) found.push({ line: at + 1, kind });
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1);
  }
  return found;
}

function kindOf(line: string, labels: ReadonlySet<string>): RichKind | undefined {
  if (!/[[<]/.test(line) || /^\s*(?:`{3}|~{3})/.test(line)) return undefined;
  const bare = line.replace(CODE_SPAN, (code) => ' '.repeat(code.length));
  if (IMAGE.test(bare)) return 'image';
  if (LINK.test(bare)) return 'link';
  if (DEFINITION.test(bare)) return 'definition';
  if (HTML.test(bare)) return 'html';
  const label = REFERENCE.exec(bare)?.[1]?.toLowerCase();
  return label !== undefined && labels.has(label) ? 'link' : undefined;
}

/** Lines that are named; of more, their number is told. */
const MOST_NAMED = 4;

/**
 * What is told of an article with such lines, and how to mend it; the first line is where it is told.
 * @param first The line of its file at which the text begins.
 */
export function richTextRemark(
  id: string,
  found: readonly RichLine[],
  first: number,
): { readonly line: number; readonly message: string } | undefined {
  const [at, ...others] = found.map(({ line }) => line + first - 1);
  if (at === undefined) return undefined;
  const named = others.slice(0, MOST_NAMED - 1);
  const rest = others.length - named.length;
  const all = [
    'This line',
    ...named.map((line, index) =>
      index === 0 ? `${named.length > 1 || rest > 0 ? 'lines' : 'line'} ${line}` : `${line}`,
    ),
  ];
  const lines = listed(rest > 0 ? [...all, `${rest} more`] : all);
  const kinds = listed([...new Set(found.map(({ kind }) => KINDS[kind]))]);
  const verb = found.length > 1 ? 'hold' : 'holds';
  return {
    line: at,
    message: `${lines} ${verb} ${kinds}, which would be quoted as they stand. Mend the file with: npm run -s corpus -- --fix ${id}`,
  };
}

function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '');
}
