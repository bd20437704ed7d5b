// The page of a whole article, for those that may be published again: an anchor marks any passage of it, without a script.
import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import { shortRevision } from '../reply/attribution.ts';
import type { Locale } from '../reply/locale.ts';
import { WORDS } from '../reply/words.ts';
import { documentOf, type Page } from './document.ts';
import { headingOf } from './heading.ts';
import { directionOf, type Html, html } from './html.ts';
import { stretchesOf } from './text.ts';
import { PAGE_WORDS } from './words.ts';

/** Up to how many sentences a passage has an anchor of its own. */
const LONGEST = 8;
/** How many anchors a page has at the most, about: 60 bytes each, a megabyte and a half. */
const MOST_ANCHORS = 24_000;

/** About how many sentences a stretch of the text has in which a browser looks for what is marked. */
const STRETCH = 40;

/** Up to how many sentences passages of this article have an anchor: eight, fewer where it is very long. */
export function longestAnchored({ sentences }: Article): number {
  return Math.max(1, Math.min(LONGEST, Math.floor(MOST_ANCHORS / Math.max(1, sentences.length))));
}

/** Whether a passage is short enough to have an anchor of its own, and a file. */
export function isAnchored({ article, first, last }: Passage): boolean {
  return last - first + 1 <= longestAnchored(article);
}

/** The anchor that marks a passage: `s9-10`; where it is too long to have one, that of its first sentence, which marks nothing: `at9`. */
export function anchorOf({ article, first, last }: Passage): string {
  if (!isAnchored({ article, first, last })) return `at${first + 1}`;
  return last > first ? `s${first + 1}-${last + 1}` : `s${first + 1}`;
}

export function articlePage(article: Article, locale: Locale): Page {
  const words = WORDS[locale];
  const page = PAGE_WORDS[locale];
  const { sentences, lang } = article;
  const longest = longestAnchored(article);
  /*
   * Before a sentence stand empty anchors, one for each passage that begins with it, each with the classes of the sentences that the passage
   * has. A sentence is marked while an anchor of its class is the target, in its own stretch of the text or, for the first few, in the one
   * before: a browser that had to look through all of the text for each sentence would take eight seconds for 10,000.
   */
  const sentence = (index: number, shown: Html): Html => {
    const anchors = Array.from({ length: longest }, (_, more) => index + more)
      .filter((last) => sentences[last]?.section === sentences[index]?.section)
      .map((last) => {
        const covered = Array.from({ length: last - index + 1 }, (_, at) => `c${index + at + 1}`).join(' ');
        return html`<a id="${anchorOf({ article, first: index, last })}" class="${covered}"></a>`;
      });
    return html`<span class="at" id="at${index + 1}">${anchors}</span><span id="t${index + 1}">${shown}</span>`;
  };
  const stretches = stretchesOf(article, sentence, STRETCH);
  const rules = stretches.flatMap(({ first, last }, at) =>
    Array.from({ length: last - first + 1 }, (_, step) => {
      const number = first + step + 1;
      const own = `#x${at}:has(.c${number}:target) #t${number}`;
      return step < longest - 1 && at > 0
        ? `${own},#x${at - 1}:has(.c${number}:target)+#x${at} #t${number}`
        : own;
    }),
  );
  const main = html`${headingOf(article, [words.place.revision(shortRevision(article))], words)}
<article lang="${lang}" dir="${directionOf(article.text)}" aria-label="${page.whole}">${stretches.map(({ shown }, at) => html`<div id="x${at}">${shown}</div>`)}</article>
${article.url ? html`<ul class="links"><li><a href="${article.url}" rel="noreferrer">${page.openAtPublisher} ↗</a></li></ul>` : undefined}`;
  const style = `${rules.join()}{background:var(--mark);box-shadow:0 .12em 0 var(--edge);-webkit-box-decoration-break:clone;box-decoration-break:clone}`;
  return documentOf({ locale, title: article.title, style, main }, 200, article.revision);
}
