import { createServer, type Socket } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { isRefusal, type ScopeKey, type Store, StoreUnavailable } from '../../src/store/store.ts';
import {
  cutAllLines,
  dropDatabase,
  isPostgresThere,
  newDatabase,
  onDatabase,
  withOption,
} from './databases.ts';
import { keepsItsPromises } from './suite.ts';
import { draftOf } from './texts.ts';

afterAll(dropDatabase);

describe.skipIf(!isPostgresThere)('a store in PostgreSQL (DATABASE_URL, else 127.0.0.1:5432)', () => {
  keepsItsPromises({
    place: async () => ({ folder: 'nowhere', url: await newDatabase() }),
    clear: async () => {},
  });
});

const CLUB: ScopeKey = 'server:1';
const limits = { articles: 100, bytes: 1e9, additionsPerHour: 100 };
const open: Store[] = [];
const storeAt = (url: string) => {
  const store = openStore({ folder: 'nowhere', url }, { limits });
  open.push(store);
  return store;
};
async function add(store: Store, id: string): Promise<void> {
  const draft = await store.saveDraft(CLUB, draftOf(id));
  if (isRefusal(draft)) throw new Error(draft.refused);
  await store.publish(CLUB, draft.draft);
}
const closeAll = () => Promise.all(open.splice(0).map((store) => store.close()));

describe.skipIf(!isPostgresThere)('a PostgreSQL server (DATABASE_URL, else 127.0.0.1:5432)', () => {
  afterEach(closeAll);

  it('that ends all lines is read and written again at once, and listeners look at everything', async () => {
    const url = await newDatabase();
    const [store, other] = [storeAt(url), storeAt(url)];
    const heard: unknown[] = [];
    store.onChange((scope) => heard.push(scope));
    await add(other, 'ferry');
    await store.read(CLUB);
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    heard.length = 0;
    await cutAllLines();
    expect((await store.read(CLUB)).articles).toHaveLength(1);
    await add(other, 'bridge');
    await expect.poll(() => heard, { timeout: 5000 }).toContain(undefined);
    heard.length = 0;
    await add(other, 'pier');
    await expect.poll(() => heard, { timeout: 5000 }).toEqual([CLUB]);
    expect((await store.read(CLUB)).articles).toHaveLength(3);
  });

  it('of a newer program is refused with a sentence', async () => {
    const url = await newDatabase();
    await storeAt(url).list();
    await onDatabase(url, 'INSERT INTO verbatim_migrations (number, run_at) VALUES (999, 0)');
    await expect(storeAt(url).list()).rejects.toMatchObject({ reason: 'newer' });
  });

  it('without that database tells so without the address', async () => {
    const url = new URL(await newDatabase());
    const unknown = new URL(url);
    unknown.pathname = '/verbatim_test_nothing';
    await expect(storeAt(unknown.href).list()).rejects.toMatchObject({
      reason: 'broken',
      message: 'The server has no database of the name in DATABASE_URL. Create it with createdb.',
    });
  });

  it('that may only be read tells so, and keeps answering', async () => {
    const url = await newDatabase();
    await add(storeAt(url), 'ferry');
    const store = storeAt(withOption(url, 'default_transaction_read_only=on'));
    expect((await store.read(CLUB)).articles).toHaveLength(1);
    await expect(store.forget(CLUB)).rejects.toMatchObject({ reason: 'away' });
  });
});

describe('a PostgreSQL server that is not there', () => {
  afterEach(closeAll);

  /** The port of a server that does that with whoever connects. */
  async function serving(meet: (socket: Socket) => void): Promise<{ port: number; close(): void }> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      meet(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return {
      port: typeof address === 'object' ? (address?.port ?? 0) : 0,
      close() {
        server.close();
        for (const socket of sockets) socket.destroy();
      },
    };
  }

  it.each([
    ['refuses', undefined],
    ['hangs up', (socket: Socket) => void socket.destroy()],
    ['talks nonsense', (socket: Socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('and %s is told without its address and password', async (_, meet) => {
    const server = await serving(meet ?? (() => {}));
    if (!meet) server.close();
    const store = storeAt(`postgres://anna:geheim@127.0.0.1:${server.port}/letters`);
    store.onChange(() => {});
    const failure: unknown = await store.read(CLUB).catch((error: unknown) => error);
    server.close();
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(failure).toMatchObject({ reason: 'away' });
    expect(String(failure)).not.toMatch(/geheim|anna|letters|127\.0\.0\.1/);
  });

  it('and says nothing is waited for a few seconds, not for ever', async () => {
    const server = await serving(() => {});
    const begun = performance.now();
    await expect(storeAt(`postgres://127.0.0.1:${server.port}/letters`).read(CLUB)).rejects.toMatchObject({
      reason: 'away',
    });
    server.close();
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});
