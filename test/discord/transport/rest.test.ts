import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { UnexpectedAnswer } from '../../../src/discord/failures.ts';
import { makeRest } from '../../../src/discord/transport/rest.ts';

let close = () => {};
afterEach(() => close());

/** Answers on this machine as told, and returns the address. */
async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('the time is taken from Discord, and not from a sign-in page', async () => {
  const [wrong, right] = ['Tue, 01 Jan 2030 00:00:00 GMT', 'Sun, 01 Jun 2025 12:00:00 GMT'];
  let isSignedIn = false;
  const api = await answering((_, response) => {
    response.setHeader('date', isSignedIn ? right : wrong);
    response.end(isSignedIn ? '{}' : '<title>Welcome to our hotel</title>');
  });
  const seen: number[] = [];
  const rest = makeRest(api, (ms) => seen.push(ms));
  await expect(rest.get('/gateway', { auth: false })).rejects.toThrow(UnexpectedAnswer);
  expect(seen).toEqual([]);
  isSignedIn = true;
  await rest.get('/gateway', { auth: false });
  expect(seen).toEqual([Date.parse(right)]);
});
