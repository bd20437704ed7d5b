// The list of formats.
import type { Format } from './format.ts';
import { docx } from './formats/docx.ts';
import { epub } from './formats/epub.ts';
import { feed } from './formats/feed.ts';
import { html } from './formats/html.ts';
import { markdown } from './formats/markdown.ts';
import { pdfFile } from './formats/pdf.ts';
import { plainText } from './formats/text.ts';

/** Every format, in the order in which they are asked: what anything could be comes last. */
export const FORMATS: readonly Format[] = [pdfFile, docx, epub, feed, html, markdown, plainText];
