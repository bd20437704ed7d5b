// Takes out what only some renderers understand.
import type { Nodes, Root } from 'mdast';
import type { Span } from '../../corpus/passage.ts';
import type { LeftOut, LeftOutKind } from '../document.ts';
import { placeOf } from './tree.ts';

/** A Markdown text without what only some renderers read, and nobody prints. */
export interface PlainMarkdown {
  readonly text: string;
  /** Offsets into `text` at which something was taken out. */
  readonly cuts: ReadonlySet<number>;
  readonly leftOut: readonly LeftOut[];
  /** What stood within `<pre>` and its like, each in its place as the tag `PRE_ELEMENT` with its number. */
  readonly preformatted: readonly Preformatted[];
}

export interface Preformatted {
  readonly content: string;
  /** Whether tags and entities stand in it. */
  readonly isHtml: boolean;
}

/** What stands between two marks, each looked for by itself: of an opening that nothing closes nothing is taken out. */
interface Framed {
  readonly opening: RegExp;
  readonly closing: (found: RegExpMatchArray) => string;
}

/** Where code stands that Markdown does not mark: in HTML, in Jekyll and Hugo. */
const PREFORMATTED: readonly (Framed & { readonly isHtml: boolean })[] = [
  { opening: /<pre\b[^<>]*>/gi, closing: () => '</pre\\s*>', isHtml: true },
  {
    opening: /\{%-?\s*highlight\b[^%\n]*%\}/g,
    closing: () => '\\{%-?\\s*endhighlight\\s*-?%\\}',
    isHtml: false,
  },
  {
    opening: /\{\{[<%]\s*highlight\b[^>%\n]*[>%]\}\}/g,
    closing: () => '\\{\\{[<%]\\s*/\\s*highlight\\s*[>%]\\}\\}',
    isHtml: false,
  },
];

/** Comments, elements whose content nobody reads, and shortcodes: of Hugo, of Jekyll and Liquid, of mdBook. */
const FRAMED: readonly (Framed & { readonly what: LeftOutKind; readonly isMdx?: true })[] = [
  { what: 'comment', opening: /<!--/g, closing: () => '-->' },
  {
    what: 'html',
    opening:
      /<(script|style|svg|template|iframe|object|video|audio|canvas|noscript|math|select|datalist)\b[^<>]*(?<!\/)>/gi,
    closing: ([, name = '']) => `</${name}\\s*>`,
  },
  { what: 'html', opening: /\{\{[<%]/g, closing: () => '[%>]\\}\\}' },
  { what: 'html', opening: /\{%/g, closing: () => '%\\}' },
  { what: 'html', opening: /\{\{#\w/g, closing: () => '\\}\\}' },
  { what: 'comment', opening: /\{\/\*/g, closing: () => '\\*/\\}', isMdx: true },
];

interface Frame extends Span {
  readonly content: string;
}

function framesIn(text: string, { opening, closing }: Framed): readonly Frame[] {
  const found: Frame[] = [];
  const missing = new Set<string>();
  let from = 0;
  for (const match of text.matchAll(opening)) {
    const { index } = match;
    const inner = index + match[0].length;
    const end = closing(match).toLowerCase();
    if (index < from || missing.has(end)) continue;
    const close = new RegExp(end, 'gi');
    close.lastIndex = inner;
    const closed = close.exec(text);
    if (!closed) {
      missing.add(end);
      continue;
    }
    from = closed.index + closed[0].length;
    found.push({ start: index, end: from, content: text.slice(inner, closed.index) });
  }
  return found;
}

/** Stands where a `<pre>` stood; no element of HTML. */
export const PRE_ELEMENT = 'kept-preformatted';

interface Cut extends Span {
  readonly what: LeftOutKind;
  /** Stands there instead: white space, or the mark of what is kept elsewhere. */
  readonly instead?: string;
}

/**
 * What is taken out where no code is, each with what it is told as; its `title` stays. Marks of renderers stand on lines of their own, so
 * what they frame becomes paragraphs.
 */
const TAKEN_OUT: readonly { readonly what: LeftOutKind; readonly pattern: RegExp; readonly isMdx?: true }[] =
  [
    // Anchors and classes: kramdown, Pandoc, Docusaurus, MkDocs.
    {
      what: 'html',
      pattern:
        /[ \t]*\{:?[ \t]*(?:[#.][\w:.-]+|[\w-]+=(?:"[^"\n]*"|[^\s"{}]+))(?:[ \t]+[^{}\n]*)?\}(?=[ \t]*#*[ \t]*$)/gm,
    },
    { what: 'html', pattern: /^[ \t]*\{:[^}\n]*\}[ \t]*$/gm },
    // Frames of Docusaurus, VitePress, Pandoc, MyST and of MkDocs' blocks; a title after their name is printed.
    {
      what: 'html',
      pattern:
        /^[ \t]*:{3,}[ \t]*(?:\{?[\w-]+\}?)?(?:[ \t]*\{[^}\n]*\})?[ \t]*\[?["“]?(?<title>[^\]\n"”]*).*$/gm,
    },
    { what: 'html', pattern: /^[ \t]*\/{3,}(?:[ \t]+[\w-]+)?(?:[ \t]*\|[ \t]*(?<title>.*))?$/gm },
    // Alerts of GitHub, callouts of Obsidian.
    { what: 'html', pattern: /(?<=^[ \t>]*>[ \t]*)\[!\w+\][+-]?(?<title>.*)$/gm },
    // Files that are put in: VitePress, MkDocs.
    { what: 'html', pattern: /^[ \t]*(?:<<<[ \t]*@\/.*|-{1,3}8<-{1,3}.*|!\[\[[^\]\n]*\]\][ \t]*)$/gm },
    { what: 'contents', pattern: /^[ \t]*(?:\[\[?_?toc_?\]?\]|\$\{toc\}|@\[toc\](?:\(.*\))?)[ \t]*$/gim },
    { what: 'html', pattern: /\{(?:' '|" "|`\s*`)\}/g, isMdx: true },
    {
      what: 'html',
      pattern: /^(?:import\s+(?:[\w*{][^'"\n;]*(?:\n[^'"\n;]*)*?\sfrom\s+)?['"][^'"\n]+['"];?[ \t]*$)/gm,
      isMdx: true,
    },
  ];

/** `[[Page|words]]`, `[[Page]]` of wikis; `[[1]]` and what is a link already are none. */
const WIKI_LINK = /\[\[(?:[^[\]|\n]+\|)?(?=[^\s[\]|\n-])(?![\d, –-]+\]\])([^[\]|\n]+)\]\](?![([:])/g;

/** Opens what MkDocs indents by four: `!!! note "Title"`, `??? tip`, `=== "Tab"`. */
const INDENTING =
  /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|===[!+]?)(?:[ \t]*"([^"\n]*)")?[ \t]*$/;

/** The text with what MkDocs indents set back, and its title as a paragraph: otherwise the words within would be code. */
export function setBack(text: string): string {
  if (!/^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+["\w]/m.test(text)) return text;
  const lines = text.split('\n');
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && fence === undefined) fence = mark;
    else if (mark && fence && mark.startsWith(fence)) fence = undefined;
    const [, indent, title = ''] = (fence === undefined ? INDENTING.exec(line) : null) ?? [];
    if (indent === undefined) continue;
    const inner = `${indent}    `;
    let end = at + 1;
    while (end < lines.length && (lines[end]?.trim() === '' || lines[end]?.startsWith(inner))) end += 1;
    if (lines.slice(at + 1, end).every((below) => below.trim() === '')) continue;
    for (let below = at + 1; below < end; below += 1)
      lines[below] = indent + (lines[below] ?? '').slice(inner.length);
    lines[at] = title === '' ? '' : `${indent}${title}\n`;
  }
  return lines.join('\n');
}

/** Whether a text is read as MDX: it says so by its name, or imports and uses components. */
export function isMdx(text: string, ending: string): boolean {
  return ending === 'mdx' || (/^import\s[^\n]*\sfrom\s+['"]/m.test(text) && /^\s*<[A-Z]/m.test(text));
}

/** Where code stands, in order. */
export function codeIn(tree: Root): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'code' || node.type === 'inlineCode') found.push(placeOf(node));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

/** Takes out of a text what `TAKEN_OUT` names, `<pre>` and tags whose attributes are expressions, but nothing within code. */
export function plainMarkdown(text: string, code: readonly Span[], mdx: boolean): PlainMarkdown {
  const cuts: Cut[] = [];
  const preformatted: Preformatted[] = [];
  for (const { what, pattern, isMdx } of TAKEN_OUT) {
    if (isMdx && !mdx) continue;
    for (const found of text.matchAll(pattern)) {
      const title = found.groups?.title?.trim();
      const whole = { start: found.index, end: found.index + found[0].length, what };
      if (!title) cuts.push(whole);
      else {
        // The title is a paragraph before what is framed.
        const titleStart = found.index + found[0].lastIndexOf(title);
        const prefix = /^[ \t]*>/.test(text.slice(text.lastIndexOf('\n', found.index) + 1, found.index))
          ? '\n>'
          : '\n';
        cuts.push(
          { ...whole, end: titleStart },
          { start: titleStart + title.length, end: whole.end, what: 'html', instead: prefix },
        );
      }
    }
  }
  for (const found of text.matchAll(WIKI_LINK)) {
    const start = found.index + found[0].lastIndexOf(found[1] ?? '');
    cuts.push(
      { start: found.index, end: start, what: 'html' },
      { start: start + (found[1]?.length ?? 0), end: found.index + found[0].length, what: 'html' },
    );
  }
  for (const { what, isMdx, ...framed } of FRAMED) {
    if (isMdx && !mdx) continue;
    for (const { start, end } of framesIn(text, framed)) cuts.push({ start, end, what });
  }
  for (const { isHtml, ...framed } of PREFORMATTED) {
    for (const { start, end, content } of framesIn(text, framed)) {
      preformatted.push({ content, isHtml });
      const instead = `\n\n<${PRE_ELEMENT} n="${preformatted.length - 1}">\n\n`;
      cuts.push({ start, end, what: 'html', instead });
    }
  }
  for (const span of [...tagsWithExpressions(text), ...(mdx ? exportsOf(text) : [])])
    cuts.push({ ...span, what: 'html' });
  return { ...without(text, cuts, code), preformatted };
}

function without(
  text: string,
  cuts: readonly Cut[],
  code: readonly Span[],
): Omit<PlainMarkdown, 'preformatted'> {
  const isCode = (at: number) => code.some(({ start, end }) => start <= at && at < end);
  let made = '';
  let from = 0;
  const places = new Set<number>();
  const leftOut: LeftOut[] = [];
  for (const { start, end, what, instead = '' } of cuts.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < from || isCode(start)) continue;
    made += text.slice(from, start);
    places.add(made.length);
    made += instead;
    places.add(made.length);
    const taken = text.slice(start, end);
    if (taken.trim() !== '' && !instead.includes(PRE_ELEMENT)) leftOut.push({ what, text: taken });
    from = end;
  }
  return { text: made + text.slice(from), cuts: places, leftOut };
}

/** Tags that CommonMark takes for text: JSX with attributes such as `style={{ color }}` or a dot in its name, Vue's `@click="…"`. */
function tagsWithExpressions(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(
    /<[A-Za-z][\w.]*(?=\s)[^<>]*?(?:=\{|\s[@:#][\w.:-]+=)|<\/?[A-Z]\w*\.[\w.]+(?=[\s/>])/g,
  )) {
    const end = endOfTag(text, index);
    if (end !== undefined) found.push({ start: index, end });
  }
  return found;
}

/** The offset behind the `>` that closes a tag; quotation marks and braces may hold others. */
function endOfTag(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = start; at < Math.min(text.length, start + LONGEST_TAG); at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '>' && depth === 0) return at + 1;
  }
  return undefined;
}

/** In UTF-16 units: a component with a table of options among its attributes; where none ends, nothing is taken out. */
const LONGEST_TAG = 20_000;

/** `export const meta = {…}` of MDX, to the line on which its brackets are closed. */
function exportsOf(text: string): readonly Span[] {
  return [...text.matchAll(/^export\s+(?:const|let|var|function|default|async|class)\b/gm)].map(
    ({ index }) => {
      let depth = 0;
      let at = index;
      for (; at < text.length; at += 1) {
        const sign = text.charAt(at);
        if ('{[('.includes(sign)) depth += 1;
        else if ('}])'.includes(sign)) depth -= 1;
        else if (sign === '\n' && depth <= 0) break;
      }
      return { start: index, end: at };
    },
  );
}
