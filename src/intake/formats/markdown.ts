// Markdown files.
import type { Result } from '../../result.ts';
import type { SourceBlock, SourceDocument, Stated } from '../document.ts';
import { piecesOf } from '../document.ts';
import { decoded, decodedAs, guessed } from '../encoding.ts';
import type { Format } from '../format.ts';
import { endingOf, type Source } from '../source.ts';

const ENDINGS = ['md', 'markdown', 'mdx', 'mkd', 'mkdn', 'mdown', 'mdwn', 'qmd', 'rmd'];

/** How much of a source without a name is looked at: no README's first heading stands below, in bytes. */
const LOOKED_AT = 16_384;

/** Markdown, of GitHub and of those who generate pages from it. */
export const markdown: Format = {
  name: 'Markdown',
  recognizes(source) {
    const mediaType = source.response?.mediaType;
    if (mediaType !== undefined && mediaType !== '' && mediaType !== 'text/plain')
      return /^text\/(?:x-)?markdown$/.test(mediaType);
    if (ENDINGS.includes(endingOf(source))) return true;
    // Neither standard input nor an address need say what they hold.
    return (
      (source.name === '-' || (source.response !== undefined && endingOf(source) === '')) &&
      looksLikeMarkdown(source)
    );
  },
  async read(source) {
    const text = decodedAs(source.bytes, source.response?.charset);
    if ('problem' in text) return text;
    const document = await markdownDocument(text.value.text, endingOf(source));
    return { value: [{ ...document, ...guessed(text.value) }] } satisfies Result<readonly SourceDocument[]>;
  },
};

/** Standard input has no name: a heading, a fence, a link or emphasis shows what it is. */
function looksLikeMarkdown({ bytes }: Source): boolean {
  const text = decoded(bytes.subarray(0, LOOKED_AT));
  if ('problem' in text || /^\s*(?:<!doctype|<html|<\?xml)/i.test(text.value)) return false;
  return /^#{1,6} \S|^(?:`{3}|~{3})|\[[^\]\n]+\]\((?:https?:|#|\.{0,2}\/)[^)\s]*\)|^---\n[\s\S]*?^title: /m.test(
    text.value.replace(/\r\n?/g, '\n'),
  );
}

/** A Markdown text as a document. @param ending Of its file, without the dot. */
export async function markdownDocument(contents: string, ending = 'md'): Promise<SourceDocument> {
  const [
    { codeIn, isMdx, plainMarkdown, setBack },
    { withoutEntities },
    { gathered },
    { withoutContents },
    { isMarkdownMark },
    { treeOf },
  ] = await Promise.all([
    import('../markdown/dialects.ts'),
    import('../markdown/entities.ts'),
    import('../markdown/walk.ts'),
    import('../markdown/contents.ts'),
    import('../markdown/marks.ts'),
    import('../markdown/tree.ts'),
  ]);
  // The parser puts a replacement character for a zero, which nobody sees.
  const text = setBack(contents.replace(/\r\n?/g, '\n').replaceAll('\0', ''));
  const mdx = isMdx(text, ending);
  const tree = treeOf(text, { indented: !mdx });
  const code = codeIn(tree);
  const plain = plainMarkdown(text, code, mdx);
  // Parsing takes most of the time.
  const gathering = gathered(plain, plain.text === text ? tree : treeOf(plain.text, { indented: !mdx }));
  const { kept, leftOut } = withoutContents(gathering.blocks);
  const { stated, blocks } = withTitle(
    gathering.matter,
    kept.map(({ block }) => block),
  );
  return {
    stated,
    blocks,
    own: withoutEntities(text, code),
    isMark: isMarkdownMark,
    leftOut: [...plain.leftOut, ...gathering.leftOut, ...leftOut],
    changes: gathering.changes(),
  };
}

/** Where front matter gives no title, the first heading does if it opens the text, or is the only one of the first level. */
function withTitle(
  matter: Stated,
  blocks: readonly SourceBlock[],
): { readonly stated: Stated; readonly blocks: readonly SourceBlock[] } {
  if (matter.title !== undefined) return { stated: matter, blocks };
  const firsts = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  const [title] = firsts;
  if (!title || (firsts.length > 1 && blocks.find(({ kind }) => kind === 'heading') !== title))
    return { stated: matter, blocks };
  if (isVersion(title)) return { stated: matter, blocks };
  // Where the others are versions, what the first lists are changes of one of them, whatever it is called.
  const below = blocks.slice(blocks.indexOf(title) + 1);
  const next = below.findIndex((block) => block.kind === 'heading' && block.level === 1);
  const lists = below.slice(0, next < 0 ? undefined : next).some(({ kind }) => kind === 'item');
  if (lists && firsts.filter(isVersion).length * 2 > firsts.length) return { stated: matter, blocks };
  const words = piecesOf(title).join('').replace(/\s+/g, ' ').trim();
  return { stated: { title: words, ...matter }, blocks: blocks.filter((block) => block !== title) };
}

/** `6.2.0`, `[v1.0]`, `2024-03-01`: a section of a log of changes. */
function isVersion(heading: SourceBlock): boolean {
  return /^\s*(?:\[|v(?:ersion )?)?\d+[.-]\d/i.test(piecesOf(heading).join(''));
}
