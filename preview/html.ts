/** HTML that is safe to put on a page. Made by `html` and `joined` alone, so that no text slips in unescaped. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = Html | string | number | undefined | readonly Html[];

/** Escapes whatever is put in, unless it is HTML already; `undefined` adds nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.reduce((made, next, index) => made + markupOf(parts[index - 1]) + next) };
}

export function joined(parts: readonly Html[]): Html {
  return { markup: parts.map(({ markup }) => markup).join('') };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  return 'markup' in part ? part.markup : joined(part).markup;
}
