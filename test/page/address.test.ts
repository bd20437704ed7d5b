import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_PATH, pageAddresses } from '../../src/page/address.ts';
import type { ScopeKey } from '../../src/scope/scope.ts';
import { addresses, lampOf, ORIGIN, pathOf } from './articles.ts';

const article = lampOf();
const SCOPES: readonly (ScopeKey | undefined)[] = [undefined, 'server:81384788765712384', 'user:7'];
const passage = { article, first: 8, last: 9 };

describe('The address of a passage', () => {
  it('leads back to the scope, the article, its revision and the sentences', () => {
    for (const scope of SCOPES) {
      const address = addresses.ofPassage(scope, passage) ?? '';
      expect(address).toMatch(/^https:\/\/quotes\.example\/read\/p\/[\w-]+\/lamp\/s9-10$/);
      expect(pathOf(address)).toMatch(PAGE_PATH);
      expect(addresses.read(pathOf(address))).toMatchObject({
        kind: 'passage',
        scope,
        id: 'lamp',
        first: 8,
        last: 9,
        revision: article.revision.slice(0, 16),
      });
    }
  });

  it('is another for each scope, article, revision and range', () => {
    const others = [
      addresses.ofPassage(undefined, passage),
      addresses.ofPassage('server:81384788765712384', passage),
      addresses.ofPassage('user:81384788765712384', passage),
      addresses.ofPassage(undefined, { ...passage, last: 8 }),
      addresses.ofPassage(undefined, { ...passage, article: lampOf({ id: 'lantern' }) }),
      addresses.ofPassage(undefined, { ...passage, article: lampOf({}, `${article.text}It rained.\n`) }),
    ].map((address = '') => address.split('/')[5]);
    expect(new Set(others).size).toBe(others.length);
  });

  it('does not tell whose library it is', () => {
    const address = addresses.ofPassage('user:81384788765712384', passage) ?? '';
    const bytes = Buffer.from(address.split('/')[5] ?? '', 'base64url').toString('hex');
    expect(bytes).not.toContain(81384788765712384n.toString(16));
    expect(address).not.toContain('81384788765712384');
  });

  it('has room in a button however many sentences there are, and whatever the id', () => {
    const long = lampOf({ id: `+${'é'.repeat(30)}` }, 'It rained on the lamp. '.repeat(400));
    const address = addresses.ofPassage('server:18446744073709551615', {
      article: long,
      first: 0,
      last: 399,
    });
    expect(address?.length).toBeLessThan(512);
    expect(addresses.read(pathOf(address))).toMatchObject({ id: long.id, first: 0, last: 399 });
  });

  it('is none where the id of a scope is none of Discord’s', () => {
    expect(addresses.ofPassage('server:18446744073709551616', passage)).toBeUndefined();
  });

  it('leads nowhere once any character of it was changed', () => {
    const path = pathOf(addresses.ofPassage('server:81384788765712384', passage));
    fc.assert(
      fc.property(
        fc.nat(path.length - 1),
        fc.constantFrom(...'abcXYZ019-_/+%.'),
        fc.constantFrom('replace', 'insert', 'delete'),
        (at, character, how) => {
          const changed =
            path.slice(0, at) +
            (how === 'delete' ? '' : character) +
            path.slice(how === 'insert' ? at : at + 1);
          // A slash at the end is the same page.
          fc.pre(changed !== path && changed !== `${path}/`);
          expect(addresses.read(changed)).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('leads nowhere for whoever has another secret', () => {
    const others = pageAddresses({ ...ORIGIN, secret: 'a secret of thirty-two characters' });
    for (const scope of SCOPES) {
      expect(others.read(pathOf(addresses.ofPassage(scope, passage)))).toBeUndefined();
      expect(others.read(pathOf(addresses.ofArticle(scope, lampOf({ republish: true }))))).toBeUndefined();
    }
  });
});

describe('The address of an article', () => {
  it('is there for those alone that may be published again, and is the same for every revision', () => {
    const open = lampOf({ republish: true });
    const address = addresses.ofArticle(undefined, open);
    expect(addresses.ofArticle(undefined, article)).toBeUndefined();
    expect(addresses.ofArticle(undefined, lampOf({ republish: true }, 'It rained.'))).toBe(address);
    expect(addresses.read(pathOf(address))).toEqual({ kind: 'article', scope: undefined, id: 'lamp' });
  });

  it('is not made of that of a passage', () => {
    for (const scope of SCOPES) {
      const token = addresses.ofPassage(scope, passage)?.split('/')[5] ?? '';
      expect(addresses.read(`/a/${token}/lamp`)).toBeUndefined();
      expect(addresses.read(`/a/${token.slice(0, 22)}/lamp`)).toBeUndefined();
    }
  });
});
