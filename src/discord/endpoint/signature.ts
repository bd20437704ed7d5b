// Whether a request was signed by Discord.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** The Ed25519 key of an application, from its 64 hex digits as the developer portal shows them. Throws for anything else. */
export function publicKeyOf(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** What came in the headers `X-Signature-Ed25519` and `X-Signature-Timestamp`. */
interface Signed {
  readonly signature: string;
  /** In seconds since 1970. */
  readonly timestamp: string;
}

/**
 * The two headers, where each is there once and well formed
 * (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers).
 */
export function signedIn(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Signed | undefined {
  const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) return undefined;
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return undefined;
  return { signature, timestamp };
}

/** Whether the key's owner signed the timestamp and, behind it, the very bytes of the body. */
export function isSignedBy(key: KeyObject, { signature, timestamp }: Signed, body: Uint8Array): boolean {
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
