// Parses Markdown.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';

const MATTER = ['yaml', 'toml'] as const;

/**
 * The tree of a Markdown text (GitHub Flavored Markdown with front matter), each node with its place. HTML is inline everywhere: as a
 * block it would swallow the Markdown within, which readers of MDX and of many a README see as such.
 * @param indented Whether lines that are indented by four are code; in MDX they are not.
 */
export function treeOf(text: string, { indented }: { readonly indented: boolean }): Root {
  return fromMarkdown(text, {
    extensions: [
      // A single tilde stands for "about" in many languages.
      gfm({ singleTilde: false }),
      frontmatter([...MATTER]),
      { disable: { null: indented ? ['htmlFlow'] : ['htmlFlow', 'codeIndented'] } },
    ],
    mdastExtensions: [
      // What they do after parsing makes nodes without a place, out of addresses that are words of the text.
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
      frontmatterFromMarkdown([...MATTER]),
    ],
  });
}

/** Where a node stands: offsets into the text. */
export function placeOf(node: {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
