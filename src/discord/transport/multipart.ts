// Writes bodies with files.
import { randomBytes } from 'node:crypto';

/** Nothing in a file is like it: 128 bits that are new at each start. */
const BOUNDARY = `verbatim-${randomBytes(16).toString('hex')}`;

/** The content type of what `multipartOf` makes. */
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/**
 * A body with files as Discord takes it (https://docs.discord.com/developers/reference#uploading-files): its JSON, and each file under its place.
 * Names are of letters, digits, hyphens and dots.
 */
export function multipartOf(
  body: unknown,
  files: readonly { readonly name: string; readonly data: unknown }[],
): Buffer {
  const part = (head: string, bytes: Uint8Array) => [
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ];
  const json = 'name="payload_json"\r\ncontent-type: application/json';
  return Buffer.concat([
    ...part(json, Buffer.from(JSON.stringify(body))),
    ...files.flatMap(({ name, data }, at) =>
      part(
        `name="files[${at}]"; filename="${name}"\r\ncontent-type: application/octet-stream`,
        data as Uint8Array,
      ),
    ),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
}
