import { describe, expect, it } from 'vitest';
import { readInteraction } from '../../src/discord/interactions/interaction.ts';
import { everything, type Place, scopeOf } from '../../src/scope/scope.ts';
import { articleOf, LIGHTHOUSE, sessionOn } from '../session.ts';

const GUILD = '111111111111111111';
const USER = '222222222222222222';
const placeOf = (fields: object): Place | undefined =>
  readInteraction({ id: '3', token: 't', type: 2, data: { name: 'ask', type: 1 }, ...fields })?.place;
const inServer = { guild_id: GUILD, context: 0, member: { user: { id: USER } } };

describe('Where a reader is', () => {
  it('is the server that installed the bot', () => {
    const place = placeOf({ ...inServer, authorizing_integration_owners: { 0: GUILD } });
    expect(place).toEqual({ kind: 'server', id: GUILD });
    expect(placeOf({ ...inServer, authorizing_integration_owners: { 0: GUILD, 1: USER } })).toEqual(place);
  });

  it('is a server without a library of its own where Discord does not tell who installed the bot', () => {
    expect(placeOf(inServer)).toEqual({ kind: 'server', id: undefined });
  });

  it('is their own app in a server that did not, and among other people', () => {
    const own = { authorizing_integration_owners: { 1: USER } };
    expect(placeOf({ ...inServer, ...own })).toEqual({ kind: 'app', id: undefined });
    expect(placeOf({ context: 2, user: { id: USER }, ...own })).toEqual({ kind: 'app', id: undefined });
  });

  it('is a direct message with the bot', () => {
    const direct = { context: 1, user: { id: USER } };
    expect(placeOf({ ...direct, authorizing_integration_owners: { 1: USER } })).toEqual({
      kind: 'direct-message',
      id: USER,
    });
    // Installed by a server alone, by somebody else, by nobody who is told of.
    for (const owners of [{ 0: '0' }, { 1: GUILD }, {}, { 0: GUILD }]) {
      const place = placeOf({ ...direct, authorizing_integration_owners: owners });
      expect(place).toEqual({ kind: 'direct-message', id: undefined });
    }
  });

  it('is nobody’s library where an id is none, or not that of the place', () => {
    for (const owner of ['0', '', 'x', '../1', `${GUILD} `, USER, 7, null, {}]) {
      const place = placeOf({ ...inServer, authorizing_integration_owners: { 0: owner } });
      expect(place && scopeOf(place)).toBeUndefined();
    }
  });

  it('tells whose library is read: the server’s, or in direct messages the reader’s, and elsewhere the house’s alone', () => {
    expect(scopeOf({ kind: 'server', id: GUILD })).toBe(`server:${GUILD}`);
    expect(scopeOf({ kind: 'direct-message', id: USER })).toBe(`user:${USER}`);
    expect(scopeOf({ kind: 'app', id: USER })).toBeUndefined();
    expect(scopeOf({ kind: 'direct-message', id: undefined })).toBeUndefined();
  });

  it('is told even where nothing of it came along', () => {
    for (const fields of [
      {},
      { guild_id: null, member: null, user: 3, authorizing_integration_owners: null },
    ]) {
      expect(placeOf(fields)).toEqual({ kind: 'app', id: undefined });
    }
  });
});

it('everything may be seen everywhere, as it is then', async () => {
  const { library } = sessionOn([articleOf(LIGHTHOUSE)]);
  const { library: next } = sessionOn([articleOf(LIGHTHOUSE)]);
  let current = library;
  const scopes = everything(() => current);
  const seen = () =>
    Promise.all(
      (['server', 'direct-message', 'app'] as const).map((kind) => scopes.libraryFor({ kind, id: '1' })),
    );
  for (const one of await seen()) expect(one).toEqual({ value: library });
  current = next;
  for (const one of await seen()) expect('value' in one && one.value).toBe(next);
});
