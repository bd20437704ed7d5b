// Which elements are not read, and as what they are reported.
import type { LeftOutKind } from '../document.ts';
import {
  type DomElement,
  type DomNode,
  elementsOf,
  holds,
  isElement,
  nameOf,
  openingText,
  textOf,
  walk,
} from './dom.ts';

/** Why an element is not read: as what it is told, or `untold` where it holds nothing that a reader of the page sees. */
export type Leaving = LeftOutKind | 'untold';

const BY_NAME: Readonly<Record<string, Leaving>> = {
  ...named(
    'untold',
    'script style template head title meta link base iframe object embed video audio canvas map area param source track frameset noframes applet dialog datalist noscript',
  ),
  ...named('image', 'img picture svg image'),
  ...named('form', 'button input select textarea progress meter output optgroup option'),
  ...named('surroundings', 'nav menu'),
  ...named('struck', 's strike del'),
  // Readings beside their base text: the base is what is printed on the line.
  ...named('duplicate', 'rt rp rtc'),
  // A formula of MathML once more, as it was typed.
  ...named('duplicate', 'annotation annotation-xml'),
};

const BY_ROLE: Readonly<Record<string, Leaving>> = {
  ...named(
    'surroundings',
    'navigation menu menubar toolbar search tablist banner contentinfo alert dialog alertdialog tooltip directory',
  ),
  ...named('form', 'button checkbox radio switch slider combobox listbox searchbox textbox spinbutton'),
  ...named('contents', 'doc-toc'),
  ...named('pageNumber', 'doc-pagebreak'),
};

const BY_EPUB_TYPE: Readonly<Record<string, Leaving>> = {
  ...named('pageNumber', 'pagebreak'),
  ...named('contents', 'toc landmarks page-list'),
};

/** For screen readers only: names of Bootstrap, WordPress, Drupal, HTML5 Boilerplate, GOV.UK, Tailwind. */
const SCREEN_READER =
  /^(?:sr-only|sr-only-focusable|visually-?hidden|screen-reader(?:-text|-only)?|screenreader(?:-text|-only)?|element-invisible|element-hidden|a11y-hidden|assistive-text|offscreen|u-(?:visually-?hidden|hiddenVisually)|govuk-visually-hidden|hide-text|is-visually-hidden|visualhide)$/i;
/** Marks to edit a section (MediaWiki), and places to link to it (Sphinx, GitHub, Docusaurus, VitePress, MkDocs). */
const SECTION_LINK =
  /^(?:mw-editsection|editsection|edit-section|headerlink|header-anchor|heading-anchor|anchor-link|anchorjs-link|hash-link|permalink|heading-link|header-link|anchor-heading|zola-anchor|docs-heading-anchor|docs-heading-anchor-permalink)$/i;
const CONTENTS =
  /^(?:toc|table-?of-?contents|toc[-_]?container|toctree(?:-wrapper)?|js-toc|on-this-page|page-toc|post-toc|article-toc|md-nav|vector-toc|ez-toc-container|lwptoc|table_of_contents)$/i;
/** Numbers of lines beside code (Pygments, Rouge, Hugo's Chroma, Prism, highlight.js, GitHub, WordPress). */
const LINE_NUMBERS =
  /^(?:gutter|linenos?|linenodiv|line-numbers?(?:-rows|-sizer)?|rouge-gutter|lnt|ln|hljs-ln-numbers|hljs-ln-n|blob-num|react-syntax-highlighter-line-number|crayon-nums|line_numbers)$/i;
const SURROUNDINGS =
  /^(?:navbox|vertical-navbox|sistersitebox|catlinks|printfooter|jump-to-nav|mw-jump-link|mw-indicators|noprint|skip-link|skip-to-content|skiplink|skip-nav|breadcrumbs?|share-buttons?|social-share|sharedaddy|addtoany_share_save_container|related-posts|jp-relatedposts|cookie-banner|cookie-consent|newsletter-signup|ambox|metadata|hatnote-nav)$/i;

const HIDING_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!important\s*)?(?:;|$)/i;

function named(leaving: Leaving, names: string): Record<string, Leaving> {
  return Object.fromEntries(names.split(' ').map((name) => [name, leaving]));
}

const LETTER = /[\p{L}\p{N}]/u;
const wordsOf = (text: string) => text.trim().split(/\s+/);

/** What was found of each element, since a page is walked several times. */
const known = new WeakMap<DomElement, Leaving | 'none'>();

/** Whether, and as what, an element is left out of what is read. */
export function leavingOf(element: DomElement): Leaving | undefined {
  const before = known.get(element);
  if (before !== undefined) return before === 'none' ? undefined : before;
  const name = nameOf(element);
  const byName = BY_NAME[name];
  const leaving =
    byName === undefined
      ? leavingByMarks(element, name)
      : byName === 'image' && isBadge(element)
        ? 'badge'
        : byName;
  known.set(element, leaving ?? 'none');
  return leaving;
}

function leavingByMarks(element: DomElement, name: string): Leaving | undefined {
  const role = element.getAttribute('role');
  if (role !== null && BY_ROLE[role] !== undefined) return BY_ROLE[role];
  const epubType = element.getAttribute('epub:type');
  if (epubType !== null && BY_EPUB_TYPE[epubType] !== undefined) return BY_EPUB_TYPE[epubType];
  if (isHidden(element, name)) {
    const math = mathOf(element);
    // MediaWiki shows an image of a formula, and hides its MathML for those who do not see it.
    return math ? (isSimple(math) ? undefined : 'formula') : 'hidden';
  }
  if (name === 'math' || name === 'mjx-container') return isSimple(element) ? undefined : 'formula';
  if (name === 'a' && isSectionLink(element)) return 'surroundings';
  if (name === 'span' && isLineNumber(element)) return 'surroundings';
  if (name === 'form' && !holdsProse(element)) return 'form';
  if (name === 'ul' || name === 'ol') return isListOfContents(element) ? 'contents' : undefined;
  const tokens = tokensOf(element);
  for (const token of tokens) {
    // Lines of code that mdBook compiles and does not show.
    if (SCREEN_READER.test(token) || (token === 'boring' && name === 'span')) return 'hidden';
    if (SECTION_LINK.test(token) && openingText(element, LONGEST_LINK).trim().length < LONGEST_LINK)
      return 'surroundings';
    if (CONTENTS.test(token)) return isMostlyLinks(element) ? 'contents' : undefined;
    if (SURROUNDINGS.test(token)) return 'surroundings';
    if (LINE_NUMBERS.test(token) && !/\p{L}/u.test(textOf(element))) return 'surroundings';
    if (FORMULA.test(token) && isFormula(element)) return 'formula';
    if (token === 'katex-html')
      return isSimple(element) && !hasMath(element.parentNode) ? undefined : 'duplicate';
    if (token === 'MathJax_Preview' || token === 'MJX_Assistive_MathML') return 'duplicate';
  }
  return undefined;
}

/** In characters: more than any link beside a heading says. */
const LONGEST_LINK = 60;

function tokensOf(element: DomElement): readonly string[] {
  const [classes, id] = [element.getAttribute('class'), element.getAttribute('id')];
  return `${classes ?? ''} ${id ?? ''}`.split(/\s+/).filter((token) => token !== '');
}

/**
 * Hidden by an attribute or its own style; style sheets are not read. What scripts show when a page has come is none: the whole
 * page, and what React streams (`<div hidden id="S:1">`).
 */
function isHidden(element: DomElement, name: string): boolean {
  if (name === 'body' || name === 'html' || /^S:[\da-f]+$/.test(element.getAttribute('id') ?? ''))
    return false;
  const hidden = element.getAttribute('hidden');
  if (hidden !== null && hidden !== 'until-found') return true;
  const style = element.getAttribute('style');
  if (style !== null && HIDING_STYLE.test(style)) return true;
  return element.getAttribute('aria-hidden') === 'true' && !isSeen(element);
}

/**
 * What is hidden from screen readers only is seen by everyone else: it is kept where it is prose, or where words for screen
 * readers stand beside it in its place; signs and single words are ornaments.
 */
function isSeen(element: DomElement): boolean {
  const text = openingText(element, 400);
  // Ornaments and labels have no more words.
  if (wordsOf(text).length > 12) return true;
  if (!LETTER.test(text)) return false;
  for (let node: DomNode | null = element.parentNode?.firstChild ?? null; node; node = node.nextSibling)
    if (isElement(node) && tokensOf(node).some((token) => SCREEN_READER.test(token))) return true;
  return false;
}

function isBadge(image: DomElement): boolean {
  const address = image.getAttribute('src') ?? '';
  return /(?:shields\.io|badge|\/actions\/workflows\/)/i.test(address);
}

/** A link to a place of the page that is a sign, or stands in a heading and says so. */
function isSectionLink(link: DomElement): boolean {
  const address = link.getAttribute('href') ?? '';
  if (!address.includes('#')) return false;
  const text = textOf(link)
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, ' ')
    .trim();
  if (text === '' || /^(?:[#¶§]|🔗|⚓︎?|∞)$/u.test(text)) return text !== '';
  if (/^(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|search|main)/i.test(text))
    return true;
  const parent = link.parentNode;
  const isInHeading = parent !== null && isElement(parent) && /^h[1-6]$/.test(nameOf(parent));
  return (
    isInHeading &&
    /^(?:permalink|anchor|link|(?:direct )?link to (?:this|the) (?:heading|section)|edit)$/i.test(text)
  );
}

/** A form that wraps what one reads, as some servers' pages do. */
function holdsProse(form: DomElement): boolean {
  return (
    elementsOf(form, (element) => nameOf(element) === 'p' && textOf(element).trim().length > 80).length > 1
  );
}

/** In elements: the table of contents of a long book has fewer. */
const MOST_OF_CONTENTS = 5000;

/** A list of at least three links to places of the same page, and nothing else. */
function isListOfContents(list: DomElement): boolean {
  let [links, within, linked, length, elements] = [0, 0, 0, 0, 0];
  walk(list, {
    enter(element) {
      elements += 1;
      if (nameOf(element) === 'a' && /^#./.test(element.getAttribute('href') ?? '')) {
        links += 1;
        within += 1;
      }
      return elements > MOST_OF_CONTENTS ? 'stop' : true;
    },
    leave(element) {
      if (within > 0 && nameOf(element) === 'a') within -= 1;
    },
    text({ data }) {
      const own = data.trim().length;
      length += own;
      if (within > 0) linked += own;
    },
  });
  return links >= 3 && elements <= MOST_OF_CONTENTS && linked >= 0.9 * length;
}

function isMostlyLinks(element: DomElement): boolean {
  const links = elementsOf(element, (one) => nameOf(one) === 'a');
  const linked = links.reduce((sum, link) => sum + textOf(link).trim().length, 0);
  return linked > 0.5 * textOf(element).replace(/\s+/g, ' ').trim().length;
}

/** What KaTeX and MathJax put around a formula. */
const FORMULA = /^(?:katex|MathJax(?:_CHTML|_SVG)?)$/;
/** Places above, below and over one another, which text on a line loses; what is raised or lowered is kept there as elsewhere. */
const STACKED = /^(?:mjx-)?(?:mfrac|msqrt|mroot|mover|munder|munderover|mtable|mmultiscripts|svg|table)$/;

const hasMath = (node: DomNode | null) => node !== null && holds(node, (one) => nameOf(one) === 'math');

/** The formula that an element holds and nothing else. */
function mathOf(element: DomElement): DomElement | undefined {
  const [math] = elementsOf(element, (one) => nameOf(one) === 'math');
  return math && textOf(math).trim() === textOf(element).trim() ? math : undefined;
}

/** Whether a formula says on one line what it says: `x = 3` does, a fraction does not. */
function isSimple(formula: DomElement): boolean {
  if (!LETTER.test(textOf(formula))) return false;
  return (
    elementsOf(
      formula,
      (one) =>
        STACKED.test(nameOf(one)) || /\b(?:vlist|mfrac|msupsub|sqrt)\b/.test(one.getAttribute('class') ?? ''),
    ).length === 0
  );
}

/** A container is read by the MathML in it where it holds some. */
function isFormula(container: DomElement): boolean {
  const [math] = elementsOf(container, (one) => nameOf(one) === 'math');
  return !isSimple(math ?? container);
}

/** The number of a line of code, which is not selected with it. */
function isLineNumber(element: DomElement): boolean {
  return (
    /user-select\s*:\s*none/i.test(element.getAttribute('style') ?? '') && /^\s*\d+\s*$/.test(textOf(element))
  );
}
