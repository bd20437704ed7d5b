// Which page a path leads to, as a value: whoever serves it or writes it to a file needs nothing else.
import { LOCALES, type Locale, localeOf } from '../reply/locale.ts';
import type { ScopeKey } from '../scope/scope.ts';
import type { Library } from '../search/search.ts';
import type { PageAddresses } from './address.ts';
import { articlePage } from './article-page.ts';
import { documentOf, type Page } from './document.ts';
import { html } from './html.ts';
import { passagePage } from './passage-page.ts';
import { PAGE_WORDS } from './words.ts';

export interface PagesOptions {
  readonly addresses: PageAddresses;
  /** What may be seen in a scope, as it is now; the house alone where there is none. Undefined where that cannot be told now. */
  readonly libraryOf: (scope: ScopeKey | undefined) => Promise<Library | undefined>;
}

/** The page of a path in a language. A path that was changed, an article that is gone and one that never was have the same page. */
export type Pages = (path: string, locale: Locale) => Promise<Page>;

export function makePages({ addresses, libraryOf }: PagesOptions): Pages {
  return async (path, locale) => {
    const destination = addresses.read(path);
    if (!destination) return notThere(locale);
    const library = await libraryOf(destination.scope);
    if (!library) return unavailable(locale);
    const article = library.article(destination.id);
    if (!article) return notThere(locale);
    if (destination.kind === 'passage')
      return passagePage(article, destination, addresses, locale) ?? notThere(locale);
    return article.republish ? articlePage(article, locale) : notThere(locale);
  };
}

function notThere(locale: Locale): Page {
  const { heading, text } = PAGE_WORDS[locale].notThere;
  return documentOf({ locale, title: heading, main: html`<h1>${heading}</h1><p>${text}</p>` }, 404);
}

function unavailable(locale: Locale): Page {
  const { heading, text } = PAGE_WORDS[locale].unavailable;
  const page = documentOf({ locale, title: heading, main: html`<h1>${heading}</h1><p>${text}</p>` }, 503);
  return { ...page, headers: { ...page.headers, 'retry-after': '60' } };
}

/** The interface's language for an `Accept-Language` header (RFC 9110, 12.5.4): the one wanted most that there is, else English. */
export function localeWanted(header = ''): Locale {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  const known = wanted.find(({ tag }) => LOCALES.some((locale) => sameLanguage(locale, tag)));
  return known ? localeOf(known.tag) : 'en-US';
}

const sameLanguage = (one: string, other: string) =>
  one.toLowerCase().split('-')[0] === other.toLowerCase().split('-')[0];
