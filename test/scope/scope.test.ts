import { describe, expect, it } from 'vitest';
import { readInteraction } from '../../src/discord/interactions/interaction.ts';
import { everything, type Place } from '../../src/scope/scope.ts';
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

  it('is the server, too, where Discord does not tell who installed the bot', () => {
    expect(placeOf(inServer)).toEqual({ kind: 'server', id: GUILD });
  });

  it('is their own app in a server that did not, and among other people', () => {
    const own = { authorizing_integration_owners: { 1: USER } };
    expect(placeOf({ ...inServer, ...own })).toEqual({ kind: 'app', id: USER });
    expect(placeOf({ context: 2, user: { id: USER }, ...own })).toEqual({ kind: 'app', id: USER });
  });

  it('is a direct message with the bot', () => {
    expect(placeOf({ context: 1, user: { id: USER } })).toEqual({ kind: 'direct-message', id: USER });
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

it('everything may be seen everywhere, as it is then', () => {
  const { library } = sessionOn([articleOf(LIGHTHOUSE)]);
  const { library: next } = sessionOn([articleOf(LIGHTHOUSE)]);
  let current = library;
  const scopes = everything(() => current);
  const seen = () =>
    (['server', 'direct-message', 'app'] as const).map((kind) => scopes.libraryFor({ kind, id: '1' }));
  for (const one of seen()) expect(one).toBe(library);
  current = next;
  for (const one of seen()) expect(one).toBe(next);
});
