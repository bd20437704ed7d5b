// Recognizes what stands beside an article.
import { type DomElement, nameOf } from './dom.ts';
import { inherited } from './lines.ts';

/** Parts that are about a page or beside its article: of what their names and classes speak. */
const BESIDE =
  /(?:^|[-_\s])(?:ads?|advert\w*|banner|breadcrumbs?|byline|comments?|cookies?|disqus|footer|foot|legal|login|masthead|menu|meta|modal|most-?(?:read|popular)|nav\w*|newsletter|outbrain|pagination|pager|paywall|popular|popup|promo\w*|recirc\w*|recommend\w*|related\w*|replies|respond|share\w*|sharing|sidebar|sign-?up|social|sponsor\w*|subscri\w*|taboola|tags?|teaser|toolbar|trending|widget\w*|author-?(?:bio|info|box)|bio|copyright|disclaimer|more|read-?(?:more|next))(?:$|[-_\s])/i;
const BESIDE_NAMES = new Set(['aside', 'nav', 'footer', 'form', 'menu', 'address']);
const BESIDE_ROLES = new Set([
  'complementary',
  'contentinfo',
  'navigation',
  'banner',
  'search',
  'dialog',
  'note',
]);
/**
 * Whether an element stands beside the article that is in `scope`, or beside what it is about: in a bar, in a teaser of
 * another article, among comments.
 */
export function besideOf(scope: DomElement | undefined): (element: DomElement) => boolean {
  return inherited(false, (element, above) => {
    const name = nameOf(element);
    if (element === scope || name === 'body') return false;
    return above || (name === 'article' && scope !== undefined) || isMarked(element, name);
  });
}

function isMarked(element: DomElement, name: string): boolean {
  if (BESIDE_NAMES.has(name) || BESIDE_ROLES.has(element.getAttribute('role') ?? '')) return true;
  return BESIDE.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
}
