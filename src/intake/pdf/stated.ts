// What a PDF says about itself.
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Stated } from '../document.ts';

/** Titles that programs write on their own: names of files and of programs, and what stands where nobody wrote one. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document\d*|title|slide \d+|powerpoint presentation|presentation\d*|template|print|none|null|no title|new document|.*\.(?:docx?|rtf|pdf|tex|dvi|pptx?|xlsx?|indd|qxd|qxp|odt|fm|ps|eps|txt|html?|md|pages|ai|cdr|p65|pmd|wpd))$/iu;

/** What a PDF's properties state; what its program wrote into them on its own is not stated. */
export async function statedOf(pdf: PDFDocumentProxy): Promise<Stated> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {} as object, metadata: null }));
  const properties = info as { readonly Title?: unknown; readonly Language?: unknown };
  const field = (name: string): string | undefined => {
    const value: unknown = metadata?.get(name);
    const text = Array.isArray(value) ? value.join(', ') : value;
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
  };
  const title = realTitle(field('dc:title')) ?? realTitle(properties.Title);
  const publisher = field('prism:publicationname') ?? field('dc:publisher');
  // Programs write the day on which a file was made there too, which is none of publication.
  const date = field('dc:date');
  const isMade = date !== undefined && field('xmp:createdate')?.startsWith(date.slice(0, 10)) === true;
  const published = dateOf(
    field('prism:publicationdate') ?? field('prism:coverdate') ?? (isMade ? undefined : date),
  );
  const url = [field('prism:url'), field('dc:identifier'), field('prism:doi')].find(
    (text) => text !== undefined && /^https?:\/\/\S+$/i.test(text),
  );
  const language =
    typeof properties.Language === 'string' ? properties.Language.trim().replace('_', '-') : '';
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && { lang: language }),
  };
}

function realTitle(title: unknown): string | undefined {
  if (typeof title !== 'string') return undefined;
  const text = title.replace(/\s+/g, ' ').trim();
  if (text.length < 3 || NO_TITLE.test(text) || !/\p{L}{2}/u.test(text)) return undefined;
  // Codes of manuscripts, paths, and bytes that were decoded wrongly are no titles.
  if (/[\\/]\S+[\\/]|[\ufffd\p{Co}\p{Cc}]/u.test(text) || /^[\w.-]*[\d_]{3,}[\w.-]*$/.test(text))
    return undefined;
  return text;
}

function dateOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?)?/.exec(text)?.[0];
}

/** Titles of a PDF's bookmarks as letters and numbers alone, and how deep each stands. */
export async function outlineOf(
  pdf: PDFDocumentProxy,
  normalized: (text: string) => string,
): Promise<ReadonlyMap<string, number>> {
  const depths = new Map<string, number>();
  const add = (nodes: Awaited<ReturnType<PDFDocumentProxy['getOutline']>> | undefined, depth: number) => {
    for (const node of nodes ?? []) {
      const title = normalized(node.title);
      if (title.length > 2 && !depths.has(title)) depths.set(title, depth);
      if (depth < 6) add(node.items, depth + 1);
    }
  };
  add(await pdf.getOutline().catch(() => []), 1);
  return depths;
}
