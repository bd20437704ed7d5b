import http from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, listen, plain, type Refused, type Route } from '../../src/http/server.ts';

const servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

interface Served {
  readonly server: HttpServer;
  readonly address: string;
  readonly refused: Refused[];
  readonly failures: unknown[];
}

async function serving(...routes: readonly Partial<Route>[]): Promise<Served> {
  const refused: Refused[] = [];
  const failures: unknown[] = [];
  const server = await listen({
    port: 0,
    host: '127.0.0.1',
    lingerMs: 200,
    routes: routes.map((route) => ({
      methods: ['POST'],
      path: /^\/notes$/,
      mostBytes: 1000,
      answer: ({ body }) => plain(200, body.toString('utf8')),
      ...route,
    })),
    refused: (why) => refused.push(why),
    failed: (error) => failures.push(error),
  });
  servers.push(server);
  return { server, address: `http://127.0.0.1:${server.port}`, refused, failures };
}

const post = (address: string, body: string | ReadableStream) =>
  fetch(`${address}/notes`, {
    method: 'POST',
    body,
    ...(typeof body !== 'string' && { duplex: 'half' }),
  } as RequestInit);

describe('The HTTP server', () => {
  it('hands over the very bytes of a body, however they are written', async () => {
    const bodies: Buffer[] = [];
    const { address } = await serving({
      answer({ body }) {
        bodies.push(body);
        return plain(200, 'kept');
      },
    });
    const written = '{ "b" : 1.0,\n"a":"\\u00e9\u00e9" }';
    await post(address, written);
    expect(bodies.map(String)).toEqual([written]);
  });

  it('refuses a body that is too long by its length or by its bytes, and answers the next', async () => {
    const { address, refused } = await serving({});
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 4; at += 1) controller.enqueue(new Uint8Array(400));
        controller.close();
      },
    });
    expect((await post(address, 'x'.repeat(1001))).status).toBe(413);
    expect((await post(address, chunks)).status).toBe(413);
    expect(await (await post(address, 'x'.repeat(1000))).text()).toHaveLength(1001);
    expect(refused).toEqual(['size', 'size']);
  });

  it('answers 408 to a body that does not come, and takes others meanwhile', async () => {
    const { server, address, refused } = await serving({});
    const socket = connect(server.port, '127.0.0.1');
    socket.write('POST /notes HTTP/1.1\r\nhost: here\r\ncontent-length: 100\r\n\r\nonly this');
    const answered = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect((await post(address, 'a letter')).status).toBe(200);
    expect(await answered).toMatch(/^HTTP\/1\.1 408 .*connection: close/is);
    expect(refused).toEqual(['slow']);
  });

  it('says which methods an address takes, and that there is nothing at others', async () => {
    const { address } = await serving({});
    const wrong = await fetch(`${address}/notes`);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(`${address}/`)).status).toBe(404);
  });

  it('answers 500 where a route throws, and goes on', async () => {
    let isFirst = true;
    const { address, failures } = await serving({
      answer() {
        if (!isFirst) return plain(200, 'fine');
        isFirst = false;
        throw new Error('the lamp went out');
      },
    });
    expect((await post(address, 'a')).status).toBe(500);
    expect((await post(address, 'b')).status).toBe(200);
    expect(failures).toHaveLength(1);
  });

  it('tells a route whether its response was sent', async () => {
    const settled: boolean[] = [];
    let answer = () => {};
    const { server, address } = await serving({
      async answer() {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return { ...plain(200, 'at last'), settled: (wasSent) => settled.push(wasSent) };
      },
    });
    const gone = http.request({ port: server.port, host: '127.0.0.1', method: 'POST', path: '/notes' });
    gone.on('error', () => {});
    gone.end('a');
    await sleep(50);
    gone.destroy();
    await sleep(50);
    answer();
    const waiting = post(address, 'b');
    await sleep(50);
    answer();
    await waiting;
    expect(settled).toEqual([false, true]);
  });

  it('answers what comes shortly after it was told to stop, and closes each line behind it', async () => {
    const { server, address } = await serving({
      async answer() {
        await sleep(300);
        return plain(200, 'finished');
      },
    });
    const before = post(address, 'a');
    await sleep(50);
    const stopped = server.stop();
    const after = await post(address, 'b');
    expect([(await before).status, after.status]).toEqual([200, 200]);
    expect(after.headers.get('connection')).toBe('close');
    await stopped;
    await expect(post(address, 'c')).rejects.toThrow();
  });

  it('says with the code of the system that a port is taken', async () => {
    const { server } = await serving({});
    const second = listen({ port: server.port, host: '127.0.0.1', routes: [], failed: () => {} });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
