// Follows redirects.
import type { Result } from '../../result.ts';
import { hostOf, webAddress } from './web-address.ts';

/** Where an answer's `location` leads, as Node.js reads the header field; whether it may be reached is asked when it is. */
export function redirectedTo(from: URL, location: string): Result<URL> {
  // Node.js reads header fields as Latin-1; what is not ASCII there is UTF-8, as browsers read it.
  const next = webAddress(Buffer.from(location, 'latin1').toString('utf8'), from);
  const host = hostOf(from);
  if ('problem' in next) return { problem: `${host} leads to what is not fetched. ${next.problem}` };
  if (from.protocol === 'https:' && next.value.protocol === 'http:') {
    return {
      problem: `${host} leads from https to http, where anybody between could alter the text. If you trust it, give the address itself: ${next.value.href}`,
    };
  }
  return next;
}
