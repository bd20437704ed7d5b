/** An object of JSON-LD; nothing is known of what it holds. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** Types of schema.org that are texts by themselves: what ends so, `NewsArticle` and `BlogPosting` among them. */
const ARTICLE = /(?:Article|Posting|Report|Review|Blog|Recipe|HowTo|Book|Chapter)$/;

const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The nodes that the scripts of a page hold, those of a `@graph` too; what is no JSON is none. */
export function linkedNodes(scripts: readonly string[]): readonly LinkedNode[] {
  return scripts.flatMap((script) => {
    try {
      return nodesOf(
        JSON.parse(
          script.replace(/^\s*(?:<!--|(?:\/\/)?\s*<!\[CDATA\[)|(?:-->|(?:\/\/)?\s*\]\]>)\s*;?\s*$/g, ''),
        ),
      );
    } catch {
      return [];
    }
  });
}

function nodesOf(value: unknown): LinkedNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...nodesOf(value['@graph']), ...nodesOf(value.mainEntity)];
}

/** The node that is the article; of several, the one whose address is the page's. */
export function articleNode(
  nodes: readonly LinkedNode[],
  addresses: readonly string[],
): LinkedNode | undefined {
  const articles = nodes.filter((node) =>
    listOf(node['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type)),
  );
  const isHere = (node: LinkedNode) =>
    [node.url, node.mainEntityOfPage, node['@id']].flatMap(listOf).some((place) => {
      const address = isNode(place) ? place['@id'] : place;
      return typeof address === 'string' && addresses.includes(address.replace(/#.*$/, ''));
    });
  return articles.find(isHere) ?? articles[0];
}

/** A value that is text, or the name of what it is; a reference is looked up among all nodes. */
export function namedIn(value: unknown, nodes: readonly LinkedNode[]): string | undefined {
  for (const one of listOf(value)) {
    if (typeof one === 'string') return one;
    if (!isNode(one)) continue;
    const [name] = listOf(one.name);
    if (typeof name === 'string') return name;
    const referred =
      typeof one['@id'] === 'string'
        ? nodes.find((node) => node['@id'] === one['@id'] && node.name !== undefined)
        : undefined;
    const found = referred && namedIn(referred.name, nodes);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first text of a value. */
export function textIn(value: unknown): string | undefined {
  return listOf(value).find((one): one is string => typeof one === 'string');
}
