// Which pages replies link to, and the pages themselves: the libraries of scopes, as pages see them.
import type { Article } from '../corpus/article.ts';
import type { PageAddresses } from '../page/address.ts';
import { makePages, type Pages } from '../page/pages.ts';
import type { PageOf } from '../reply/page-of.ts';
import { placeOf, type ScopeKey, type Scopes } from '../scope/scope.ts';

/** For each scope, where its passages can be read. The house's have one address, whoever was shown them. */
export function pageLinks(
  addresses: PageAddresses,
  isServed: (passage: Parameters<PageOf>[0]) => boolean = () => true,
): (scope: ScopeKey | undefined) => PageOf {
  return (scope) => (passage) =>
    isServed(passage) ? addresses.ofPassage(isOwn(passage.article) ? scope : undefined, passage) : undefined;
}

/** An article that a scope added, and the house does not have. */
const isOwn = ({ shownId }: Article) => shownId !== undefined;

/** Pages of the articles of all scopes. A page of the house's is the same whoever opens it, so that it shows none that a scope added. */
export function pagesOf(addresses: PageAddresses, scopes: Scopes): Pages {
  return makePages({
    addresses,
    async libraryOf(scope) {
      const seen = await scopes.libraryFor(scope ? placeOf(scope) : { kind: 'app', id: undefined });
      return 'problem' in seen ? undefined : seen.value;
    },
  });
}
