// Hashes bytes and texts.
import { createHash } from 'node:crypto';

/** sha256 of bytes, or of a text in UTF-8: 64 hex digits. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
