import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Result } from '../result.ts';

/**
 * The text that bytes hold. UTF-8 is tried first, since nothing else is by chance; then the encoding that the source
 * states, if it does.
 */
export function decoded(bytes: Uint8Array, stated?: string): Result<string> {
  if (isUtf8(bytes)) return { value: new TextDecoder('utf-8').decode(bytes) };
  const encoding = stated !== undefined && iconv.encodingExists(stated) ? stated : 'windows-1252';
  return { value: iconv.decode(Buffer.from(bytes), encoding) };
}
