import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import { pageAddresses } from '../../src/page/address.ts';
import { makePages } from '../../src/page/pages.ts';
import type { ScopeKey } from '../../src/scope/scope.ts';
import { createLibrary } from '../../src/search/search.ts';

export const ORIGIN = { url: 'https://quotes.example/read', secret: 'the lamp burns whale oil, then gas' };
export const addresses = pageAddresses(ORIGIN);

/** All that a page must show: block quotes, lists, code, a table, markup, headings that close upon one another. */
export const LAMP_TEXT = `## The keepers

The keepers of the lamp wrote down every storm [1]. Anna Berg, a twenty-year-old from Skagen, “read the sky” for 30 years – so the
town’s paper says – and was wrong twice. It rained.

The council met on Friday. The council met on Friday in the lighthouse itself, since the town hall was flooded. 100 % of R&D is paid by the state, they said (in 1871).

> We never let the lamp go out, and we never
> shall. It rained.

## What burned in it

- Whale oil until 1902.
- Then gas, which a ship brought every second Wednesday of the month. It smelled.

1. First the wick was cut.
2. Then the glass was cleaned.

\`\`\`
lamp --fuel gas <b>loud</b>
\`\`\`

| year | fuel of the lamp |
| --- | --- |
| 1871 | whale oil |

The end came with <script>alert(1)</script> & "electricity". Nobody has kept the lamp since.
`;

export function lampOf(more: Partial<Article> = {}, text = LAMP_TEXT): Article {
  const { id = 'lamp', ...rest } = more;
  return articleFrom({
    title: 'The keepers of the lamp',
    publisher: 'The Harbor Post',
    published: '2025-11-16',
    retrieved: '2026-12-01',
    url: 'https://harbor.example/lamp',
    lang: 'en',
    ...rest,
    id,
    text,
  });
}

/** The pages of these articles, which are the house's, and of those of scopes. */
export function pagesOn(
  house: readonly Article[],
  scopes: Readonly<Record<ScopeKey, readonly Article[]>> = {},
) {
  return makePages({
    addresses,
    libraryOf: async (scope) => createLibrary([...house, ...(scope ? (scopes[scope] ?? []) : [])]),
  });
}

/** The path of an address, as a server is asked for it. */
export const pathOf = (address = '') => address.slice(ORIGIN.url.length);

/** What of a page's HTML a browser displays, with one space for all white space. */
export function displayedIn(markup: string): string {
  return markup
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
