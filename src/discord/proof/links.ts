// Proves where a message's links lead.
import { type APIButtonComponentWithURL, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { LIMITS } from '../../limits.ts';
import type { Library } from '../../search/search.ts';
import type { Composed } from '../message/compose.ts';
import type { Quoted } from '../message/pieces.ts';

/** What stands before the words that a link leads to, within its address. */
const DIRECTIVE = ':~:text=';

/** How much of an article before and behind a quotation is looked at: more than any address can hold. */
const AROUND = 4 * LIMITS.url;

/** A link that does not lead to the quotation with the letter on it, by its address. */
interface FalseLink {
  readonly what: string;
  /** Without a word of the text. */
  readonly why: string;
}

/**
 * Links to quotations that lead elsewhere. One to the publisher must be the address of the quoted article, and its words those at the
 * ends of what is displayed, and right before and behind it. One to a page must name the quoted article and the sentences of which
 * something is displayed. Shares no code with what writes addresses.
 */
export function falseLinks({ components, quoted, pages }: Composed, library: Library): FalseLink[] {
  const letters = lettersDisplayed(components);
  return linksIn(components).flatMap(({ url, label = '' }) => {
    const isPage = pages.has(url);
    if (!isPage && !url.includes(DIRECTIVE)) return [];
    const letter = /(?<![A-Z])[A-Z]{1,2}(?![A-Za-z])/.exec(label)?.[0] ?? '';
    const isOnly = isPage && letter === '' && quoted.length === 1;
    const quotation = quoted[isOnly ? 0 : letters.indexOf(letter)];
    const lost = isPage ? strayed : misled;
    const why = quotation ? lost(url, quotation, library) : 'no such quotation';
    return why === undefined ? [] : [{ what: url, why: `link at ${letter}: ${why}` }];
  });
}

/** The path of a page: a token, an article, its sentences from 1. */
const PAGE = /\/p\/[\w-]+\/([^/?#]+)\/s(\d+)(?:-(\d+))?$/;

function strayed(url: string, { passage, span }: Quoted, library: Library): string | undefined {
  const [, name = '', first = '', last = first] = PAGE.exec(url) ?? [];
  if (url.length > LIMITS.url) return 'too long';
  if (name !== encodeURIComponent(passage.article.id)) return 'another article';
  const sentences = library.article(passage.article.id)?.sentences ?? [];
  const displayed = sentences.flatMap(({ start, end }, at) =>
    start < span.end && end > span.start ? [at + 1] : [],
  );
  return Number(first) === displayed[0] && Number(last) === displayed.at(-1) ? undefined : 'other sentences';
}

type Components = Composed['components'];

function linksIn(components: Components): APIButtonComponentWithURL[] {
  return components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []))
    .filter((one) => one.type === ComponentType.Button && one.style === ButtonStyle.Link);
}

/** The letters of quotations in their order: the small print under each opens with its own. */
function lettersDisplayed(components: Components): string[] {
  const contents = components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []));
  return contents.flatMap((content, at) =>
    /(?:^|\n)(?:> |```)/.test(contents[at - 1] ?? '')
      ? (/^-# \u2068?([A-Z]+)\b/.exec(content)?.[1] ?? '')
      : [],
  );
}

function misled(url: string, { passage, span }: Quoted, library: Library): string | undefined {
  const article = library.article(passage.article.id);
  if (!article?.url) return 'an article without an address';
  const [page = ''] = article.url.split(':~:');
  const [before = '', directive = ''] = url.split(DIRECTIVE);
  if (before !== page + (page.includes('#') ? '' : '#')) return 'another page';
  if (url.length > LIMITS.url) return 'too long';
  const parts = directive.split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [start = '', end = start, ...more] = parts;
  // A comma, an ampersand or a hyphen that is not encoded would end what is told.
  if (more.length > 0 || /[&-]/.test([prefix, start, end, suffix].join(''))) return 'not to be read';
  const { text } = article;
  const slice = wordsOf(text.slice(span.start, span.end));
  const isWhole = parts.length < 2;
  const [opening, closing] = [decoded(start), decoded(end)];
  if (opening === '' || closing === '') return 'no words';
  if (isWhole ? slice !== opening : !slice.startsWith(opening)) return 'other words begin it';
  if (!slice.endsWith(closing) || (!isWhole && slice.length < opening.length + closing.length))
    return 'other words end it';
  if (!wordsOf(text.slice(Math.max(0, span.start - AROUND), span.start)).endsWith(decoded(prefix)))
    return 'other words before it';
  if (!wordsOf(text.slice(span.end, span.end + AROUND)).startsWith(decoded(suffix)))
    return 'other words behind it';
  return undefined;
}

/** Characters of a text that a page prints, too: without white space and what marks quotes, cells, rows, items and headings. */
function wordsOf(text: string): string {
  const rows = text.replace(/^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)+$/gm, '');
  return rows.replace(/^[ \t>]*(?:\d{1,3}[.)]|[-*+•]|#{1,6}|`{3,}.*|~{3,}.*)(?=\s|$)|[\s>|]/gm, '');
}

function decoded(encoded = ''): string {
  try {
    return wordsOf(decodeURIComponent(encoded));
  } catch {
    // Of no article, as none holds it.
    return '\0';
  }
}
