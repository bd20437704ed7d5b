// What a paragraph is by its style.
import type { Style } from './styles.ts';

/** What a paragraph is by its style. */
export type Role =
  | { readonly kind: 'heading'; readonly level: number; readonly isTitle: boolean }
  | { readonly kind: 'contents' | 'quote' | 'code' | 'prose' };

/** The outline level of body text (ISO/IEC 29500-1, 17.3.1.20). */
const BODY = 9;
/** Names of Word's own styles for entries of what is made of a document, and for what stands above it. */
const CONTENTS_NAME =
  /^(?:toc [1-9]|toc heading|toa heading|table of figures|table of authorities|contents(?: heading| [1-9])|index [1-9]|index heading)$/;
const TITLE_NAMES = new Set(['title', 'titel', 'titre', 'título', 'titolo', '标题', '標題', '表題', '제목']);
const SUBTITLE_NAME = 'subtitle';
const QUOTE_NAMES = new Set(['quote', 'intense quote', 'block text', 'quotations', 'block quote']);

/** Of Word's style for HTML, of LibreOffice's, and of pandoc's. */
const CODE_NAMES = new Set(['html preformatted', 'preformatted text', 'source code']);

/** The role of a paragraph by its style and by the outline level that it states itself. */
export function roleOf(style: Style | undefined, ownOutline: number | undefined): Role {
  const name = style?.name ?? '';
  if (CONTENTS_NAME.test(name)) return { kind: 'contents' };
  if (TITLE_NAMES.has(name)) return { kind: 'heading', level: 1, isTitle: true };
  if (name === SUBTITLE_NAME) return { kind: 'heading', level: 2, isTitle: false };
  const outline = ownOutline ?? style?.outline;
  if (outline !== undefined && outline < BODY) return { kind: 'heading', level: outline + 1, isTitle: false };
  const level = outline === BODY ? undefined : style?.headingLevel;
  if (level !== undefined) return { kind: 'heading', level, isTitle: false };
  if (CODE_NAMES.has(name)) return { kind: 'code' };
  return { kind: QUOTE_NAMES.has(name) ? 'quote' : 'prose' };
}
