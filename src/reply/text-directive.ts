// Writes text directives, which browsers highlight.
import type { Span } from '../corpus/passage.ts';
import { fold } from './page-text.ts';

/** What a text directive says (https://wicg.github.io/scroll-to-text-fragment/#syntax), not encoded. An empty part is none. */
export interface Directive {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/**
 * Whether a directive leads to a span of a page's text, which `fold` made, by the rules of a browser
 * (https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive). Those also ask for whole words: here parts of
 * words are found, too, so that a place is rather not led to than a wrong one.
 */
export function leadsTo(page: string, directive: Directive, { start, end }: Span): boolean {
  const found = firstMatch(page, directive);
  return found?.start === start && found.end === end;
}

function firstMatch(
  page: string,
  { prefix = '', start, end = '', suffix = '' }: Directive,
): Span | undefined {
  const wanted = { prefix: fold(prefix), start: fold(start), end: fold(end), suffix: fold(suffix) };
  if (wanted.start === '') return undefined;
  const isSuffixAt = (at: number) => page.startsWith(wanted.suffix, behindSpace(page, at));
  for (let from = 0; ; ) {
    const found = page.indexOf(wanted.prefix || wanted.start, from);
    if (found < 0) return undefined;
    from = found + 1;
    const begun = wanted.prefix === '' ? found : behindSpace(page, found + wanted.prefix.length);
    if (!page.startsWith(wanted.start, begun)) continue;
    let ended = begun + wanted.start.length;
    if (wanted.end === '') {
      if (isSuffixAt(ended)) return { start: begun, end: ended };
      continue;
    }
    do {
      const next = page.indexOf(wanted.end, ended);
      if (next < 0) return undefined;
      ended = next + wanted.end.length;
    } while (!isSuffixAt(ended));
    return { start: begun, end: ended };
  }
}

/** What is around may stand in another block: white space between does not count. */
function behindSpace(page: string, at: number): number {
  let behind = at;
  while (page[behind] === ' ' || page[behind] === '\n') behind += 1;
  return behind;
}
