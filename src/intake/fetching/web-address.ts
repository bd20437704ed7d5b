// Reads web addresses.
import type { Result } from '../../result.ts';

/** Schemes that are fetched. */
const SCHEMES: readonly string[] = ['http:', 'https:'];

/**
 * A web address as it is asked for, without its fragment: relative ones against `base`. All spellings of a host are one
 * afterwards, since `URL` reads them as browsers do: `0x7f.1`, `2130706433` and `１２７.１` are 127.0.0.1.
 */
export function webAddress(address: string, base?: URL): Result<URL> {
  const trimmed = address.trim();
  const problem = `${JSON.stringify(shortened(trimmed))} is no web address. Write one that begins with https:// or http://.`;
  if (!URL.canParse(trimmed, base?.href)) return { problem };
  const url = new URL(trimmed, base);
  if (!SCHEMES.includes(url.protocol)) return { problem };
  if (url.username !== '' || url.password !== '') {
    return {
      problem: `The address of ${url.host} holds a user name or a password, which would stand in the article file. Leave them out.`,
    };
  }
  url.hash = '';
  return { value: url };
}

/** The host of an address as names and addresses are compared: without brackets, without a dot at its end. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Long enough to be recognized in a sentence, in UTF-16 units. */
const LONGEST_SHOWN = 200;

function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
