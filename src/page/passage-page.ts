// The page of a passage: what was quoted, a little of what stands around it, where it is from, and how it is cited.
import type { Article } from '../corpus/article.ts';
import {
  allowanceOf,
  type Passage,
  sectionOf,
  sizeOf,
  spanOf,
  textOf as textOfPassage,
} from '../corpus/passage.ts';
import { shortRevision } from '../reply/attribution.ts';
import type { Locale } from '../reply/locale.ts';
import { permalink } from '../reply/text-fragment.ts';
import { WORDS } from '../reply/words.ts';
import { isOfRevision, type PageAddresses, type PassageDestination } from './address.ts';
import { anchorOf } from './article-page.ts';
import { citationOf } from './citation.ts';
import { documentOf, type Page } from './document.ts';
import { headingOf } from './heading.ts';
import { directionOf, type Html, html, isolated } from './html.ts';
import { placeNow } from './nearest.ts';
import { type Range, textOf } from './text.ts';
import { PAGE_WORDS } from './words.ts';

/** How many sentences stand on either side. */
const AROUND = 2;

/** @returns undefined where the article does not have those sentences. */
export function passagePage(
  article: Article,
  destination: PassageDestination,
  addresses: PageAddresses,
  locale: Locale,
): Page | undefined {
  const isSameRevision = isOfRevision(destination, article);
  const place = isSameRevision
    ? { kind: 'same' as const, ...rangeOf(destination) }
    : placeNow(destination, article);
  const passage: Passage = { article, first: place.first, last: place.last };
  if (!article.sentences[place.last]) return undefined;
  const words = WORDS[locale];
  const page = PAGE_WORDS[locale];
  const isQuoted = place.kind === 'same';
  const around = aroundOf(passage);
  const numbers = words.place.sentences(place.first + 1, place.last + 1);
  const { heading } = sectionOf(passage);
  const sentence = (_: number, shown: Html) => html`<mark>${shown}</mark>`;
  const quiet = (_: number, shown: Html) => shown;
  const side = (label: string, range: Range | undefined) =>
    range && html`<section class="quiet" aria-label="${label}">${textOf(article, range, quiet)}</section>`;
  const notice = isSameRevision
    ? undefined
    : html`<p class="notice" role="note">${isQuoted ? page.moved : page.changed}</p>`;
  const shown = textOf(article, place, isQuoted ? sentence : quiet);
  const main = html`${headingOf(article, [...(heading ? [isolated(heading)] : []), numbers, words.place.revision(shortRevision(article))], words)}
${notice}
<div lang="${article.lang}" dir="${directionOf(textOfPassage(passage))}">
${side(page.before, around.before)}
<section class="passage" aria-label="${isQuoted ? page.quotation : numbers}">${shown}</section>
${side(page.behind, around.behind)}
</div>
${linksOf(passage, destination, addresses, locale)}
${isQuoted ? citing(passage, destination, addresses, locale) : undefined}`;
  return documentOf({ locale, title: page.title(article.title, numbers), main }, 200, article.revision);
}

const rangeOf = ({ first, last }: Range): Range => ({ first, last });

/**
 * What stands around a passage: two sentences on either side, fewer where the publisher lets no more be quoted, and never so many that all
 * of an article stands there which may not be published again.
 */
function aroundOf({ article, first, last }: Passage): {
  before: Range | undefined;
  behind: Range | undefined;
} {
  const { sentences, republish } = article;
  const allowed = allowanceOf(article) ?? Number.POSITIVE_INFINITY;
  const most = sentences.length - (republish ? 0 : 1);
  let [from, to] = [first, last];
  const fits = (next: Range) =>
    next.last - next.first + 1 <= most && sizeOf(sentences.slice(next.first, next.last + 1)) <= allowed;
  for (let step = 1; step <= AROUND; step += 1) {
    if (to + 1 < sentences.length && fits({ first: from, last: to + 1 })) to += 1;
    if (from > 0 && fits({ first: from - 1, last: to })) from -= 1;
  }
  return {
    before: from < first ? { first: from, last: first - 1 } : undefined,
    behind: to > last ? { first: last + 1, last: to } : undefined,
  };
}

function linksOf(
  passage: Passage,
  { scope }: PassageDestination,
  addresses: PageAddresses,
  locale: Locale,
): Html {
  const { article } = passage;
  const words = PAGE_WORDS[locale];
  const publishers = permalink(article, spanOf(passage)) ?? article.url;
  const whole = addresses.ofArticle(scope, article);
  const link = (address: string, label: string, sign: string) =>
    html`<li><a href="${address}" rel="noreferrer">${label} ${sign}</a></li>`;
  if (!publishers && !whole) return html``;
  return html`<ul class="links">
${publishers ? link(publishers, words.openAtPublisher, '↗') : undefined}
${whole ? link(`${whole}#${anchorOf(passage)}`, words.readWhole, '→') : undefined}
</ul>`;
}

function citing(
  passage: Passage,
  { scope }: PassageDestination,
  addresses: PageAddresses,
  locale: Locale,
): Html {
  const words = PAGE_WORDS[locale];
  const address = passage.article.url ?? addresses.ofPassage(scope, passage) ?? '';
  const citation = citationOf(passage, address, WORDS[locale]);
  const form = (label: string, text: string) =>
    html`<h2>${label}</h2><pre dir="auto" tabindex="0" aria-label="${label}">${text}</pre>`;
  return html`<details>
<summary>${words.citing}</summary>
${form(words.forms.text, citation.text)}
${form(words.forms.markdown, citation.markdown)}
${form(words.forms.bibtex, citation.bibtex)}
</details>`;
}
