// HTML as a value: what comes from an article or a reader is escaped, what is written here is not.

/** Markup that is safe to be put into a page. */
export interface Html {
  readonly markup: string;
}

/** Characters that mean something in HTML, in text and in attributes between quotes (HTML, 13.3). */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Letters of scripts that run from right to left, and of all others: the first that a text has decides (UAX 9, P2 and P3). */
const STRONG =
  /([\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])|\p{L}/u;

/** The direction in which a text runs. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return STRONG.exec(text)?.[1] === undefined ? 'ltr' : 'rtl';
}

/** A name within a line of another direction, so that neither sorts the other's words (UAX 9, 2.4). */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

type Part = Html | string | number | undefined | readonly (Html | undefined)[];

/** A template of markup; texts within are escaped, `undefined` is nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: markup.map((piece, at) => (at === 0 ? '' : markupOf(parts[at - 1])) + piece).join('') };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  if ('markup' in part) return part.markup;
  return part.map(markupOf).join('');
}

export function joined(parts: readonly Html[]): Html {
  return { markup: parts.map(({ markup }) => markup).join('') };
}

/** Markup that was made elsewhere, such as a style sheet. */
export function raw(markup: string): Html {
  return { markup };
}
