// Word files.
import { piecesOf } from '../document.ts';
import { isBlank } from '../docx/body.ts';
import { documentOf } from '../docx/document.ts';
import { wordPackageOf } from '../docx/word-package.ts';
import { isEpub } from '../epub/recognition.ts';
import type { Format } from '../format.ts';
import { endingOf, type Source } from '../source.ts';
import { isZip, openedZip } from '../zip.ts';

/** The first bytes of a compound file: what Word wrote before 2007, and what encloses a file with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const RTF = '{\\rtf';
/** The stream that a file with a password is in ([MS-OFFCRYPTO] 2.3.4.4), as its directory writes it. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Word, and what other office programs write in its place, which is refused with what to do. */
export const docx: Format = {
  name: 'a Word file',
  recognizes: (source) =>
    isCompound(source) || startsWith(source, RTF) || (isZip(source.bytes) && !isEpub(source.bytes)),
  async read(source) {
    if (isCompound(source)) return { problem: refusalOfCompound(source) };
    if (startsWith(source, RTF)) return { problem: refusalOf('an RTF file') };
    const zip = openedZip(source.bytes);
    if ('problem' in zip) return { problem: `This file cannot be read: ${zip.problem}.` };
    const other = otherKindOf(zip.value.names, source);
    if (other !== undefined) return { problem: other };
    const word = wordPackageOf(zip.value);
    if ('problem' in word) {
      return { problem: `This Word file cannot be read: ${word.problem}.` };
    }
    const document = documentOf(word.value);
    if (document.blocks.every((block) => isBlank(piecesOf(block)))) {
      const isEmbedded = document.leftOut.some(({ what }) => what === 'unreadable');
      if (isEmbedded) return { problem: EMBEDDED };
      return {
        problem:
          'This Word file holds no text, or only images and embedded files; add the file that its text stands in.',
      };
    }
    return { value: [document] };
  },
};

const EMBEDDED =
  'This Word file holds its text as another file within it; open it in Word, save a copy, which takes it in, and add that.';

function isCompound({ bytes }: Source): boolean {
  return COMPOUND.every((byte, index) => bytes[index] === byte);
}

function startsWith({ bytes }: Source, start: string): boolean {
  return Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;
}

function refusalOfCompound({ bytes }: Source): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED)
    ? 'This Word file is protected by a password; save a copy without one (File, Info, Protect Document) and add that.'
    : refusalOf('a file of Word as it was before 2007 (.doc) or of another old Office program');
}

function refusalOf(kind: string): string {
  return `This is ${kind}, which is not read; open it in Word or LibreOffice, save it as .docx and add that.`;
}

/** Why an archive is no Word file, by the names in it. */
function otherKindOf(names: readonly string[], source: Source): string | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^Index\/|^index\.(?:xml|apxl)(?:\.gz)?$|\.iwa$/) && !has(/^\[Content_Types\]\.xml$/)) {
    return 'This is a file of Pages, which is not read; export it as .docx (File, Export To, Word) and add that.';
  }
  if (has(/^content\.xml$/) && has(/^META-INF\/manifest\.xml$/))
    return refusalOf('an OpenDocument file (.odt)');
  if (has(/^xl\/workbook\./)) return 'This is an Excel file; its text is read only as .docx, .html or .md.';
  if (has(/^ppt\/presentation\./))
    return 'This is a PowerPoint file; its text is read only as .docx, .html or .md.';
  if (has(/^\[Content_Types\]\.xml$/) || has(/(?:^|\/)document\d*\.xml$/)) return undefined;
  return /^do[ct][xm]$/.test(endingOf(source))
    ? 'This Word file cannot be read: the part that holds its text is missing; open it in Word and save a copy.'
    : 'This is a zip archive that is neither a Word file nor an EPUB; unpack it and add the files in it.';
}
