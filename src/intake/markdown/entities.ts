// Decodes entities.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Span } from '../../corpus/passage.ts';

/** `&nbsp;`, `&#8217;`, `&#x2019;`: as CommonMark has them, with their semicolon (0.31, 2.5). */
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const KNOWN = new Map<string, string | undefined>();

/** The entity that stands at an offset, and what it means; undefined where none does. */
export function entityAt(
  text: string,
  at: number,
): { readonly length: number; readonly meaning: string } | undefined {
  ENTITY.lastIndex = at;
  const [entity] = ENTITY.exec(text) ?? [];
  if (entity === undefined) return undefined;
  if (!KNOWN.has(entity)) {
    const meaning = wordsOf(fromMarkdown(`.${entity}.`)).slice(1, -1);
    KNOWN.set(entity, meaning === entity ? undefined : meaning);
  }
  const meaning = KNOWN.get(entity);
  return meaning === undefined ? undefined : { length: entity.length, meaning };
}

function wordsOf({ children: [paragraph] }: Root): string {
  const words = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return words?.type === 'text' ? words.value : '';
}

/** The text with every entity decoded outside of `code`, where none is one. */
export function withoutEntities(text: string, code: readonly Span[]): string {
  let made = '';
  let from = 0;
  let within = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    while (within < code.length && (code[within]?.end ?? 0) <= at) within += 1;
    if ((code[within]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    const entity = entityAt(text, at);
    if (!entity) continue;
    made += text.slice(from, at) + entity.meaning;
    from = at + entity.length;
  }
  return made + text.slice(from);
}
