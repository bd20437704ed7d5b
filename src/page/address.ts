// The addresses of pages: which passage of which article of whose library, in a form that nobody else can make.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import { sha256 } from '../corpus/sha256.ts';
import { LIMITS } from '../limits.ts';
import type { ScopeKey } from '../scope/scope.ts';

/** Where pages are served, and what their addresses are signed with. */
export interface PublicAddress {
  /** `https://quotes.example.org`, without a slash at its end; a path may follow. */
  readonly url: string;
  /** Known to whoever serves pages and whoever links to them, and to nobody else. */
  readonly secret: string;
}

/** What an address leads to, once it is known to have been made here. */
export type Destination = PassageDestination | ArticleDestination;

export interface PassageDestination {
  readonly kind: 'passage';
  /** Whose library has the article; undefined where it is the house's. */
  readonly scope: ScopeKey | undefined;
  /** Of the article. */
  readonly id: string;
  /** Sentences from 0, inclusive. */
  readonly first: number;
  readonly last: number;
  /** The first 16 hex digits of the revision that was quoted. */
  readonly revision: string;
  /** Of the first sentences that were quoted, as `fingerprintOf` makes them. */
  readonly fingerprints: readonly string[];
}

export interface ArticleDestination {
  readonly kind: 'article';
  readonly scope: ScopeKey | undefined;
  readonly id: string;
}

export interface PageAddresses {
  /** The address of a passage's page; undefined where a link button has no room for it, or a scope's id is none of Discord's. */
  ofPassage(scope: ScopeKey | undefined, passage: Passage): string | undefined;
  /** The address of a whole article; undefined where it may not be published again. */
  ofArticle(scope: ScopeKey | undefined, article: Article): string | undefined;
  /** What a path leads to; undefined where it was not made here, or was changed. */
  read(path: string): Destination | undefined;
}

/** A page by its path. The path of `Origin.url` may stand before it, as a proxy hands it on. */
export const PAGE_PATH = /\/(?:p\/[\w-]+\/[^/]+\/s\d+(?:-\d+)?|a\/[\w-]+\/[^/]+)\/?$/;

const PASSAGE = /^\/p\/([\w-]+)\/([^/]+)\/s([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?\/?$/;
const ARTICLE = /^\/a\/([\w-]+)\/([^/]+)\/?$/;

/** Bytes of an HMAC-SHA256 that are kept: as many as may not be fewer (RFC 2104, 5). */
const MAC_BYTES = 16;
/** Bytes of an article's revision, which tell it from all others that the article had. */
const REVISION_BYTES = 8;
/** One block of AES (FIPS 197). */
const BLOCK_BYTES = 16;
/** Bytes of a sentence's sha256: of 10,000 sentences one is like a given one by chance once in 1,700 articles. */
const FINGERPRINT_BYTES = 3;
/** Of how many sentences there is one: the first eight find the place, and leave an address short. */
const MOST_FINGERPRINTS = 8;

/** What a sentence is found by where it stands in another revision. `text` is its slice. */
export function fingerprintOf(text: string): string {
  return sha256(text).slice(0, 2 * FINGERPRINT_BYTES);
}

/**
 * Makes and reads addresses. `/p/<token>/<article>/s9-10` is a passage's, `/a/<token>/<article>` an article's. A token opens with the
 * HMAC of all that the page depends on, and goes on with what whoever serves it cannot find out otherwise: the revision, the scope and the
 * fingerprints. The scope is one block of AES under a key of its own, which gives every scope one name that says nothing: a person's
 * id at Discord could otherwise be read off a link.
 */
export function pageAddresses({ url, secret }: PublicAddress): PageAddresses {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `verbatim page ${purpose}`, 32));
  /** The path before those of pages: a proxy may hand it on or take it away. */
  const above = new URL(url).pathname.replace(/\/$/, '');
  const macKey = keyFor('mac');
  const scopeKey = keyFor('scope');

  const macOf = (parts: readonly (string | number)[]) =>
    // No part holds a zero byte, so that no two lists are the same text.
    createHmac('sha256', macKey).update(parts.join('\0')).digest().subarray(0, MAC_BYTES);

  function veiled(scope: ScopeKey): Buffer | undefined {
    const [kind, id = ''] = scope.split(':');
    const number = BigInt(id);
    if (number >= 2n ** 64n) return undefined;
    const block = Buffer.alloc(BLOCK_BYTES);
    block[0] = kind === 'server' ? 1 : 2;
    block.writeBigUInt64BE(number, 1);
    const cipher = createCipheriv('aes-256-ecb', scopeKey, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(block), cipher.final()]);
  }

  /** Undefined where it is no scope, as when it was changed. */
  function unveiled(block: Buffer): ScopeKey | undefined {
    const decipher = createDecipheriv('aes-256-ecb', scopeKey, null).setAutoPadding(false);
    const open = Buffer.concat([decipher.update(block), decipher.final()]);
    const id = open.readBigUInt64BE(1);
    return open[0] === 1 ? `server:${id}` : open[0] === 2 ? `user:${id}` : undefined;
  }

  const macOfPassage = (
    scope: ScopeKey | undefined,
    { id, revision, first, last, fingerprints }: Omit<PassageDestination, 'kind' | 'scope'>,
  ) => macOf(['passage', scope ?? '', id, revision, first, last, fingerprints.join('')]);
  const macOfArticle = (scope: ScopeKey | undefined, id: string) => macOf(['article', scope ?? '', id]);

  return {
    ofPassage(scope, { article, first, last }) {
      const { id, text, sentences } = article;
      const revision = article.revision.slice(0, 2 * REVISION_BYTES);
      const fingerprints = sentences
        .slice(first, last + 1)
        .slice(0, MOST_FINGERPRINTS)
        .map(({ start, end }) => fingerprintOf(text.slice(start, end)));
      const block = scope === undefined ? NOTHING : veiled(scope);
      if (!block) return undefined;
      const mac = macOfPassage(scope, { id, revision, first, last, fingerprints });
      const rest = Buffer.from(revision + fingerprints.join(''), 'hex');
      const token = Buffer.concat([mac, block, rest]).toString('base64url');
      const range = last > first ? `s${first + 1}-${last + 1}` : `s${first + 1}`;
      const address = `${url}/p/${token}/${encodeURIComponent(id)}/${range}`;
      return address.length <= LIMITS.url ? address : undefined;
    },
    ofArticle(scope, { id, republish }) {
      const block = scope === undefined ? NOTHING : veiled(scope);
      if (!republish || !block) return undefined;
      const token = Buffer.concat([macOfArticle(scope, id), block]).toString('base64url');
      return `${url}/a/${token}/${encodeURIComponent(id)}`;
    },
    read(asked) {
      const path = asked.startsWith(`${above}/`) ? asked.slice(above.length) : asked;
      const [, token = '', name = '', from = '', to = from] = PASSAGE.exec(path) ?? ARTICLE.exec(path) ?? [];
      const id = decoded(name);
      const bytes = Buffer.from(token, 'base64url');
      // One token has one spelling.
      if (id === undefined || bytes.toString('base64url') !== token || token === '') return undefined;
      const mac = bytes.subarray(0, MAC_BYTES);
      if (from === '') {
        const block = bytes.subarray(MAC_BYTES);
        if (block.length !== 0 && block.length !== BLOCK_BYTES) return undefined;
        const scope = block.length > 0 ? unveiled(block) : undefined;
        if (block.length > 0 && scope === undefined) return undefined;
        return isSame(mac, macOfArticle(scope, id)) ? { kind: 'article', scope, id } : undefined;
      }
      const [first, last] = [Number(from) - 1, Number(to) - 1];
      const count = Math.min(last - first + 1, MOST_FINGERPRINTS);
      const tail = REVISION_BYTES + count * FINGERPRINT_BYTES;
      const blockLength = bytes.length - MAC_BYTES - tail;
      if (last < first || (blockLength !== 0 && blockLength !== BLOCK_BYTES)) return undefined;
      const scope =
        blockLength > 0 ? unveiled(bytes.subarray(MAC_BYTES, MAC_BYTES + BLOCK_BYTES)) : undefined;
      if (blockLength > 0 && scope === undefined) return undefined;
      const hex = bytes.subarray(bytes.length - tail).toString('hex');
      const revision = hex.slice(0, 2 * REVISION_BYTES);
      const fingerprints = Array.from({ length: count }, (_, at) =>
        hex.slice(
          2 * (REVISION_BYTES + at * FINGERPRINT_BYTES),
          2 * (REVISION_BYTES + (at + 1) * FINGERPRINT_BYTES),
        ),
      );
      const read = { id, revision, first, last, fingerprints };
      return isSame(mac, macOfPassage(scope, read)) ? { kind: 'passage', scope, ...read } : undefined;
    },
  };
}

const NOTHING = Buffer.alloc(0);

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function decoded(name: string): string | undefined {
  try {
    const id = decodeURIComponent(name);
    return id.includes('\0') ? undefined : id;
  } catch {
    return undefined;
  }
}

/** Whether an article is the revision that a destination is of. */
export function isOfRevision({ revision }: PassageDestination, article: Pick<Article, 'revision'>): boolean {
  return article.revision.startsWith(revision);
}
