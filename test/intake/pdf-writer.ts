/** The standard fonts that every reader has, by short names (ISO 32000-1, 9.6.2.2). */
const FONTS = {
  regular: 'Times-Roman',
  bold: 'Times-Bold',
  italic: 'Times-Italic',
  mono: 'Courier',
} as const;

/** A Chinese font that is not in the file, with one of Adobe's predefined character maps (ISO 32000-1, 9.7.5.2). */
const CHINESE =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >> >>] >>';

/** A line of text at a place, in points from the lower left corner of an A4 page. */
export interface Printed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: keyof typeof FONTS | 'chinese';
  /** Operators before it is drawn, such as `3 Tr` or `1 g`. */
  readonly before?: string;
}

export interface Written {
  readonly pages: readonly (readonly Printed[])[];
  /** Entries of the information dictionary, such as `Title`. */
  readonly info?: Readonly<Record<string, string>>;
  readonly lang?: string;
}

/** The bytes of a PDF that prints lines where they are told to stand. */
export function pdfOf({ pages, info = {}, lang }: Written): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const names = Object.keys(FONTS) as (keyof typeof FONTS)[];
  const fontsFrom = 4;
  const chinese = fontsFrom + names.length;
  const pagesFrom = chinese + 1;
  add(`<< /Type /Catalog /Pages 2 0 R ${lang === undefined ? '' : `/Lang (${lang})`} >>`);
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${pagesFrom + at * 2} 0 R`).join(' ')}] >>`,
  );
  add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join(' ')} >>`,
  );
  for (const name of names)
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${FONTS[name]} /Encoding /WinAnsiEncoding >>`);
  add(CHINESE);
  const resources = [
    ...names.map((name, at) => `/${name} ${fontsFrom + at} 0 R`),
    `/chinese ${chinese} 0 R`,
  ].join(' ');
  for (const [at, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ x, y, text, size = 11, font = 'regular', before = '' }) =>
          `q ${before} BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${font === 'chinese' ? hex(text) : `(${escaped(text)})`} Tj ET Q`,
      )
      .join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pagesFrom + at * 2 + 1} 0 R /Resources << /Font << ${resources} >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** A string of UTF-16 units, as that character map takes them. */
function hex(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

/** Lines below each other from a height on, one line's height apart. */
export function lines(
  x: number,
  top: number,
  texts: readonly string[],
  more: Partial<Printed> = {},
): Printed[] {
  const leading = (more.size ?? 11) * 1.2;
  return texts.map((text, at) => ({ ...more, x, y: top - at * leading, text }));
}
