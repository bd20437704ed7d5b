// Recognizes EPUB files.
import { isZip, openedZip } from '../zip.ts';

const MEDIA_TYPE = 'application/epub+zip';
/** The name `mimetype` and what it holds stand at the start (EPUB 3.3, 4.2.3.3), behind 30 bytes of sizes, and at most a hundred on. */
const OPENING = [30, 130] as const;

/** Whether bytes are an archive that holds a book; by its names, where it was packed carelessly. */
export function isEpub(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  if (
    Buffer.from(bytes.subarray(...OPENING))
      .toString('latin1')
      .includes(MEDIA_TYPE)
  )
    return true;
  const zip = openedZip(bytes);
  return (
    'value' in zip &&
    zip.value.names.some((name) => name === 'META-INF/container.xml' || name.endsWith('.opf'))
  );
}
