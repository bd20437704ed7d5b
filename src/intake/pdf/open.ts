// Opens a PDF.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Result } from '../../result.ts';

/** An open PDF, and whether a character map was asked for that is not installed. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  /** pdf.js's names of operators, by their numbers in an operator list. */
  readonly operators: Readonly<Record<string, number>>;
  lacksCharacterMap(): boolean;
}

/** Opens a PDF, and tells in a sentence why it cannot be. One that only its owner's password protects opens for anybody. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf>> {
  addTransfer();
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  let lacksMap = false;
  const maps = characterMaps();
  class InstalledFiles {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      // Shapes of letters are asked for as well; where they are missing, nothing of the text is.
      if (kind !== 'cMapUrl') throw new Error(`${filename} is not needed to read`);
      try {
        if (maps === undefined) throw new Error('no character maps are installed');
        return new Uint8Array(await readFile(join(maps, filename)));
      } catch (error) {
        lacksMap = true;
        throw error;
      }
    }
  }
  try {
    // pdf.js takes the bytes over, of which the caller still needs its own, and refuses a `Buffer`.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      BinaryDataFactory: InstalledFiles,
      cMapPacked: true,
      useWorkerFetch: false,
      useSystemFonts: false,
      useWasm: false,
      // Images are not looked at: each larger than this many pixels is passed over without being decoded.
      maxImageSize: 0,
      verbosity: 0,
    });
    return { value: { pdf, operators: OPS, lacksCharacterMap: () => lacksMap } };
  } catch (error) {
    return { problem: whyClosed(error, bytes) };
  }
}

function whyClosed(error: unknown, bytes: Uint8Array): string {
  if (error instanceof Error && error.name === 'PasswordException')
    return 'This PDF is protected by a password: save it without one, then add that file.';
  if (Buffer.from(bytes).includes('/Encrypt'))
    return 'This PDF is encrypted for certain readers only: save it without encryption, then add that file.';
  return 'This PDF is broken and cannot be opened: download it again, or save it anew from a program that opens it.';
}

/** Where Adobe's predefined character maps are: Chinese, Japanese and Korean of fonts that name one read only with them. */
function characterMaps(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('pdf.js-extract')), 'cmaps');
  } catch {
    return undefined;
  }
}

/** pdf.js hands its fonts over by a method that Node has from version 21 on (ECMAScript 2024, 25.1.6.9). */
function addTransfer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const moved = new ArrayBuffer(length);
    new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return moved;
  };
}
