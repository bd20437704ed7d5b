/** How many bytes of a page may state its encoding (HTML Living Standard, 13.2.3.2). */
const PRESCANNED = 1024;
const META = /<meta\b[^>]*>/gi;
const CHARSET = /\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i;

/** The encoding that a page states itself, in a `meta` or in the declaration of XML; undefined where it states none there. */
export function statedCharset(bytes: Uint8Array): string | undefined {
  const opening = Buffer.from(bytes.subarray(0, PRESCANNED)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(opening)?.[1];
  if (declared !== undefined) return declared;
  for (const [meta] of opening.replace(/<!--[\s\S]*?(?:-->|$)/g, '').matchAll(META)) {
    const charset = CHARSET.exec(meta)?.[1];
    // What was read as bytes of ASCII is in no encoding of two bytes (the same, "get an encoding").
    if (charset !== undefined) return /^utf-?16/i.test(charset) ? 'utf-8' : charset;
  }
  return undefined;
}
