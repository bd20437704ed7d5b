// Reads multipart bodies.
import type { FileSent } from './wire.ts';

/**
 * The JSON of a request and the files that came along: all of it, or of a multipart body the part `payload_json`
 * (https://docs.discord.com/developers/reference#uploading-files).
 */
export function partsOf(
  body: Buffer,
  contentType = '',
): { readonly text: string; readonly files: readonly FileSent[] } {
  const boundary = /^multipart\/form-data;\s*boundary=("?)([^"]+)\1$/.exec(contentType)?.[2];
  if (boundary === undefined) return { text: body.toString('utf8'), files: [] };
  let text = '';
  const files: FileSent[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = at + mark.length + 2;
    const next = body.indexOf(mark, start);
    if (next < 0) break;
    const part = body.subarray(start, next - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, headEnd).toString('utf8');
    const content = part.subarray(headEnd + 4);
    const filename = /filename="([^"]*)"/.exec(head)?.[1];
    if (filename !== undefined) files.push({ filename, content });
    else if (/name="payload_json"/.test(head)) text = content.toString('utf8');
    at = next;
  }
  return { text, files };
}
