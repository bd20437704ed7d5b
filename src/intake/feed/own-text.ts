// Reads a feed's own text a second time, to check the first.
import { decodeHTML } from 'entities';
import { ownTextOf } from '../html/text.ts';
import type { Entry, EntryText } from './entries.ts';
import { unescaped } from './entry-text.ts';

/** What is never closed reaches to the end, so that no text is searched twice. */
const PART = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g;
const ENTRY_TAG =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s/>])[^>]*>/gi;

/**
 * The own text of entries, read from the characters of the feed and not from the parsed feed. It is undefined where the element
 * is not found so, as in JSON.
 */
export function createOwnTexts(
  markup: string,
  count: number,
): (at: number, entry: Entry, text: EntryText) => string | undefined {
  const entries = markup.trimStart().startsWith('{') ? [] : entriesIn(markup);
  return (at, { about }, text) => {
    const found =
      about === undefined
        ? entries.length === count
          ? entries[at]
          : undefined
        : entries.find((one) => aboutOf(one) === about);
    const raw = found === undefined || text.element === '' ? undefined : elementIn(found, text.element);
    return raw === undefined ? undefined : ownTextOfElement(raw, text);
  };
}

/** What stands between the tags of each entry, its opening tag included. */
function entriesIn(markup: string): readonly string[] {
  const entries: string[] = [];
  let start: number | undefined;
  for (const { 0: tag, 1: slash, index } of markup.matchAll(ENTRY_TAG)) {
    if (slash === '') start ??= index;
    else if (slash === '/' && start !== undefined) {
      entries.push(markup.slice(start, index + tag.length));
      start = undefined;
    }
  }
  return entries;
}

function aboutOf(entry: string): string | undefined {
  const [, , about] = /^<[^>]*\babout\s*=\s*(["'])(.*?)\1/i.exec(entry) ?? [];
  return about === undefined ? undefined : decodeHTML(about);
}

/** What stands between the tags of the first element of a name, without a prefix if there is one. */
function elementIn(entry: string, name: string): string | undefined {
  return elementNamed(entry, name) ?? elementNamed(entry, `[\\w.-]+:${name}`);
}

function elementNamed(entry: string, pattern: string): string | undefined {
  const tag = new RegExp(
    `<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<!--[\\s\\S]*?(?:-->|$)|<(/?)(${pattern})(?=[\\s/>])[^>]*?(/?)>`,
    'gi',
  );
  let opening: { readonly name: string; readonly end: number } | undefined;
  for (const { 0: found, 1: slash, 2: written = '', 3: closesItself, index } of entry.matchAll(tag)) {
    if (slash === undefined || /^media:/i.test(written)) continue;
    if (slash === '' && closesItself === '') opening ??= { name: written, end: index + found.length };
    else if (slash === '/' && opening?.name === written) return entry.slice(opening.end, index);
  }
  return undefined;
}

function ownTextOfElement(raw: string, { markup, ...rest }: EntryText): string {
  if (markup === 'xhtml') {
    const html = raw.replace(PART, (_part, literal: string | undefined) =>
      (literal ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
    return ownTextOf(html);
  }
  const read = unescaped({ ...rest, markup, value: decodedXml(raw) });
  return read.markup === 'html' ? ownTextOf(read.value) : read.value;
}

/** The characters that XML stands for; feeds use entities of HTML as well. */
function decodedXml(raw: string): string {
  let text = '';
  let from = 0;
  for (const { 0: part, 1: literal = '', index } of raw.matchAll(PART)) {
    text += decodeHTML(raw.slice(from, index)) + literal;
    from = index + part.length;
  }
  return text + decodeHTML(raw.slice(from));
}
