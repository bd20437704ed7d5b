/** What stands on a page, and in the article that was taken from it. */
export type Part =
  | { readonly kind: 'h2' | 'p' | 'li' | 'blockquote'; readonly text: string }
  | { readonly kind: 'pre'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words of a page as a page has them: note marks raised and linked, spaces that do not break, soft hyphens, links, emphasis. */
function inline(text: string): string {
  return escaped(text)
    .replace(/\[(\d+)\]/g, '<sup><a href="#note-$1"><span>[</span>$1<span>]</span></a></sup>')
    .replace(/(\d) (?=\p{L})/gu, '$1&nbsp;')
    .replace(/(\p{sc=Latn}{5})(?=\p{sc=Latn}{4})/gu, '$1&shy;')
    .replace(/ (\p{Lu}\p{L}+)/gu, ' <a href="/other">$1</a>')
    .replace(/ (\p{Ll}{6,}) /gu, '\n  <em>$1</em> ');
}

function htmlOf(part: Part): string {
  switch (part.kind) {
    case 'pre':
      return `<pre><code>${part.lines.map(escaped).join('\n')}</code></pre>`;
    case 'table': {
      const rows = part.rows.map((cells) => cells.map((cell) => `<td>${inline(cell)}</td>`).join('\n'));
      return `<table>${rows.map((row) => `<tr>\n${row}\n</tr>`).join('\n')}</table>`;
    }
    case 'li':
      return `<ul><li>${inline(part.text)}</li></ul>`;
    case 'blockquote':
      return `<blockquote><p>${inline(part.text)}</p></blockquote>`;
    default:
      return `<${part.kind}>${inline(part.text)}</${part.kind}>`;
  }
}

/** A web page as an article's publisher has it: a menu, a table of contents, the text, and a foot. */
export function pageOf(title: string, lang: string, parts: readonly Part[], style: string): string {
  const headings = parts.flatMap((part) => (part.kind === 'h2' ? [`<li>${inline(part.text)}</li>`] : []));
  return `<!doctype html><html lang="${lang}" dir="${/^(?:ar|he|fa)/.test(lang) ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav><h1>${inline(title)}</h1>
<ol>${headings.join('')}</ol><main>${parts.map(htmlOf).join('\n')}</main><footer>2026</footer></body></html>`;
}

/** Wraps a text at white space after about `width` units, with `indent` before further lines. */
function wrapped(text: string, width: number, indent: string): string {
  if (!Number.isFinite(width)) return text;
  return text.replace(new RegExp(`(?!^)(\\S.{0,${width}}) `, 'g'), `$1\n${indent}`);
}

function markdownOf(part: Part, width: number): string {
  switch (part.kind) {
    case 'h2':
      return `## ${part.text}`;
    case 'li':
      return `- ${wrapped(part.text, width, '  ')}`;
    case 'blockquote':
      return `> ${wrapped(part.text, width, '> ')}`;
    case 'p':
      return wrapped(part.text, width, '');
    case 'pre':
      return `\`\`\`\n${part.lines.join('\n')}\n\`\`\``;
    case 'table': {
      const rows = part.rows.map((cells) => `| ${cells.join(' | ')} |`);
      const [head = '', ...more] = rows;
      return [head, `|${' --- |'.repeat(part.rows[0]?.length ?? 0)}`, ...more].join('\n');
    }
  }
}

/** The article of the page, with its lines wrapped after about so many UTF-16 units. */
export function textOfPage(parts: readonly Part[], width = Number.POSITIVE_INFINITY): string {
  return `${parts.map((part) => markdownOf(part, width)).join('\n\n')}\n`;
}
