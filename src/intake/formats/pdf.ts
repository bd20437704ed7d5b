// PDF files.
import type { Result } from '../../result.ts';
import type { LeftOut, SourceDocument } from '../document.ts';
import type { Format } from '../format.ts';
import type { Column } from '../pdf/column.ts';
import { regionsOf } from '../pdf/columns.ts';
import { fragmentsOf, isRightToLeft } from '../pdf/fragments.ts';
import { marksOf } from '../pdf/glyphs.ts';
import type { PageFragments } from '../pdf/line-numbers.ts';
import { linesOf } from '../pdf/lines.ts';
import type { Box } from '../pdf/matrix.ts';
import { type OpenPdf, openPdf } from '../pdf/open.ts';
import { isGarbled } from '../pdf/readable.ts';
import { withoutRepeated } from '../pdf/repeated.ts';
import { outlineOf, statedOf } from '../pdf/stated.ts';
import { structureOf } from '../pdf/structure.ts';
import { normalizedText } from '../pdf/titles.ts';
import { endingOf } from '../source.ts';

/** ISO 32000-1, annex H (implementation note 13): a header may stand anywhere within the first 1,024 bytes. */
const HEADER_WITHIN = 1024;

export const pdfFile: Format = {
  name: 'a PDF',

  recognizes(source) {
    const start = Buffer.from(source.bytes.subarray(0, HEADER_WITHIN)).toString('latin1');
    if (start.includes('%PDF-')) return true;
    // A server that has no such file often answers with a page that says so.
    const isMarkup = /^\s*</.test(start);
    return !isMarkup && (source.response?.mediaType === 'application/pdf' || endingOf(source) === 'pdf');
  },

  async read(source, { onProgress }) {
    const opened = await openPdf(source.bytes);
    if ('problem' in opened) return opened;
    try {
      return await documentOf(opened.value, onProgress);
    } catch {
      return {
        problem:
          'This PDF is broken and cannot be read to its end: download it again, or save it anew from a program that opens it.',
      };
    } finally {
      await opened.value.pdf.destroy().catch(() => {});
    }
  },
};

interface Page extends PageFragments {
  readonly rules: readonly Box[];
  readonly bars: readonly Box[];
}

async function documentOf(
  { pdf, operators, lacksCharacterMap }: OpenPdf,
  onProgress?: (share: number) => void,
): Promise<Result<readonly SourceDocument[]>> {
  const layers = await pdf.getOptionalContentConfig();
  const leftOut: LeftOut[] = [];
  const pages: Page[] = [];
  let own = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    // The text by another way: pdf.js's own reading, which knows nothing of lines and columns.
    const { items } = await page.getTextContent({ disableNormalization: true });
    for (const item of items) if ('str' in item) own += item.hasEOL ? `${item.str}\n` : item.str;
    const marks = await marksOf(page, operators, layers);
    if (marks.hidden !== '') leftOut.push({ what: 'hidden', text: marks.hidden });
    if (marks.turned !== '') leftOut.push({ what: 'runningHead', text: marks.turned });
    if (marks.artifacts !== '') leftOut.push({ what: 'runningHead', text: marks.artifacts });
    const fragments = fragmentsOf(marks.glyphs);
    // pdf.js turns the two letters of a right-to-left ligature about, and doubles letters that are drawn twice to look
    // bold: those words are as their fonts say, once.
    own += fragments
      .flatMap(({ text, isInterrupted }) =>
        (isInterrupted || isRightToLeft(text)) && !own.includes(text) ? [`\n${text}`] : [],
      )
      .join('');
    pages.push({
      width: marks.width,
      height: marks.height,
      rules: marks.rules,
      bars: marks.bars,
      fragments,
    });
    page.cleanup();
    onProgress?.(number / pdf.numPages);
  }
  const problem = lacksCharacterMap()
    ? 'This PDF needs character maps that are not installed: run npm install --include=optional, then add it again.'
    : whyUnread(pages);
  if (problem !== undefined) return { problem };

  const size = textSizeOf(pages.map(({ fragments }) => fragments));
  const kept = withoutRepeated(pages, size);
  leftOut.push(...kept.leftOut);
  const isFromRight = kept.pages.some(
    (fragments) => fragments.filter(({ text }) => isRightToLeft(text)).length > fragments.length / 2,
  );
  const columns: Column[] = [];
  for (const [at, fragments] of kept.pages.entries()) {
    const { rules, bars, height } = pages[at] as Page;
    for (const region of regionsOf(fragments, rules, size, isFromRight)) {
      const lines = linesOf(region.fragments, at);
      columns.push({ page: at, lines, x0: region.x0, x1: region.x1, pageHeight: height, rules, bars });
    }
  }
  const stated = await statedOf(pdf);
  const structure = structureOf(columns, stated.title, await outlineOf(pdf, normalizedText));
  return {
    value: [
      {
        stated: { ...stated, ...(structure.title !== undefined && { title: structure.title }) },
        blocks: structure.blocks,
        own,
        // Whatever a file draws between two runs of one line: the other column, a note, a head.
        isScattered: true,
        leftOut: [...leftOut, ...structure.leftOut],
        changes: structure.changes,
      },
    ],
  };
}

/** Letters a page that scanning programs add by themselves: a stamp, a number. */
const STAMP = 12;

function whyUnread(pages: readonly Page[]): string | undefined {
  const texts = pages.map(({ fragments }) => fragments.map(({ text }) => text).join(' '));
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  if (letters < Math.max(20, pages.length * STAMP))
    return 'This PDF has no text in it, only pictures of pages: run text recognition (OCR) over it, then add the result.';
  if (isGarbled(texts.join(' ')))
    return 'This PDF does not say which letters its fonts draw, so that its text comes out garbled: print it anew from its source, or run text recognition (OCR) over it.';
  return undefined;
}

/** The size of most letters, in points. */
function textSizeOf(pages: readonly PageFragments['fragments'][]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 10;
}
