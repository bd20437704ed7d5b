/** Why a request came to nothing, as a value that the error of a stream can carry. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
}

const SAVE = 'Save the page in a browser and add the file.';

/** What is said of an answer that is no text, by its status; the host is named before. */
const STATUSES: Readonly<Record<number, string>> = {
  204: 'answers with nothing (204). Check the address.',
  401: `asks for a login (401). ${SAVE}`,
  402: `asks for payment (402). ${SAVE}`,
  403: `refuses the page to programs, or to everybody (403). ${SAVE}`,
  404: 'has no such page (404). Check the address.',
  407: 'stands behind a proxy that asks for a login (407), and proxies are not used. Add a saved file.',
  408: 'waited too long for the request (408). Try again later.',
  410: 'says that the page is gone for good (410).',
  418: `refuses the page to programs (418). ${SAVE}`,
  451: 'may not show the page for legal reasons (451).',
};

/** A sentence on an answer other than 200: what it says, and what can be done. `retryAfter` is that header. */
export function problemOfStatus(host: string, status: number, headers: ReadonlyMap<string, string>): string {
  if (headers.get('cf-mitigated') === 'challenge') {
    return `${host} first checks for a person at a browser ("Just a moment…", ${status}). ${SAVE}`;
  }
  if (status === 429) {
    const seconds = /^\d{1,6}$/.exec(headers.get('retry-after') ?? '')?.[0];
    const pause = seconds === undefined ? 'later' : `in ${seconds} seconds`;
    return `${host} was asked too often (429). Try again ${pause}.`;
  }
  const known = STATUSES[status];
  if (known !== undefined) return `${host} ${known}`;
  if (status >= 500) return `${host} is in trouble (${status}). Try again later.`;
  return `${host} does not give the page (${status}). Check the address in a browser.`;
}

/** What is said of errors of sockets, names and certificates by their codes; the host is named before. */
const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is no name that can be found. Check the address and your connection.',
  ENODATA: 'is a name without an address. Check the address.',
  EAI_AGAIN: 'cannot be looked up, since no name server answers. Check your connection.',
  ECONNREFUSED: 'refuses the connection. Check the address, or try again later.',
  ECONNRESET: 'broke off the connection. Try again later.',
  EPIPE: 'broke off the connection. Try again later.',
  ETIMEDOUT: 'does not answer. Try again later.',
  ENETUNREACH: 'cannot be reached from here. Check your connection.',
  EHOSTUNREACH: 'cannot be reached from here. Check your connection.',
  EADDRNOTAVAIL: 'cannot be reached from here. Check the address.',
  CERT_HAS_EXPIRED: `has a certificate that has expired, so nobody can tell whose page it is. ${SAVE}`,
  ERR_TLS_CERT_ALTNAME_INVALID: `shows the certificate of another name. Check the address, or save the page in a browser and add the file.`,
  EPROTO: 'does not speak TLS as it should. Check whether the address begins with http:// instead.',
  HPE_HEADER_OVERFLOW:
    'sends headers that are too long to be meant. Save the page in a browser and add the file.',
};

/** Codes of OpenSSL on a certificate that nobody known vouches for. */
const UNTRUSTED = /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_)/;

/** A sentence on a request that failed: what happened, and what can be done. */
export function problemOfError(host: string, error: unknown): string {
  if (error instanceof FetchFailure) return error.message;
  const code = codeOf(error);
  const known = CODES[code];
  if (known !== undefined) return `${host} ${known}`;
  if (UNTRUSTED.test(code)) {
    return `${host} has a certificate that nobody known vouches for (${code}), so nobody can tell whose page it is. ${SAVE}`;
  }
  if (code.startsWith('ERR_SSL_')) return `${host} ${CODES.EPROTO}`;
  if (code.startsWith('HPE_'))
    return `${host} does not answer as a web server does (${code}). Check the address.`;
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR_')) {
    return `What ${host} sends is compressed wrongly or broken off (${code}). ${SAVE}`;
  }
  return `${host} cannot be read (${code || String(error)}). Try again later, or add a saved file.`;
}

/** Where several addresses were tried, the first error tells. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
