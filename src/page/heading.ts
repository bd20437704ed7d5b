// What stands at the top of a page: the article's title, who published it, and what else is told of it.
import type { Article } from '../corpus/article.ts';
import { publicationOf } from '../reply/attribution.ts';
import type { Words } from '../reply/words.ts';
import { directionOf, type Html, html, isolated } from './html.ts';

/** @param told Parts of the line under the attribution; names of the article's among them are isolated already. */
export function headingOf(article: Article, told: readonly string[], words: Words): Html {
  const { publisher, via, ...days } = publicationOf(article);
  const publication = words.place.publication({
    ...days,
    publisher: isolated(publisher),
    via: via && isolated(via),
  });
  return html`<header>
<h1 dir="${directionOf(article.title)}">${article.title}</h1>
<p class="small">${publication}</p>
<p class="small">${told.join(' · ')}</p>
</header>`;
}
