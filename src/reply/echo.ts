// Repeats a reader's own words safely.
import { shorten } from './shorten.ts';

/** How much of a reader's own words is repeated, in UTF-16 units: the longest question that is answered. */
const MOST_REPEATED = 300;

/**
 * A reader's own words as a reply repeats them: on one line, without the control characters and direction marks that
 * could disturb what stands around them.
 */
export function echo(typed: string, most = MOST_REPEATED): string {
  const visible = typed
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
  return shorten(visible.replace(/\s+/g, ' ').trim(), most);
}
