import { afterEach, expect, it } from 'vitest';
import { UnexpectedAnswer } from '../../../src/discord/failures.ts';
import { makeRest } from '../../../src/discord/transport/rest.ts';
import { answering } from './answering.ts';

let close = () => {};
afterEach(() => close());

it('the time is taken from Discord, and not from a sign-in page', async () => {
  const [wrong, right] = ['Tue, 01 Jan 2030 00:00:00 GMT', 'Sun, 01 Jun 2025 12:00:00 GMT'];
  let isSignedIn = false;
  const server = await answering((_, response) => {
    response.setHeader('date', isSignedIn ? right : wrong);
    response.end(isSignedIn ? '{}' : '<title>Welcome to our hotel</title>');
  });
  close = server.close;
  const seen: number[] = [];
  const rest = makeRest(server.api, (ms) => seen.push(ms));
  await expect(rest.get('/gateway', { auth: false })).rejects.toThrow(UnexpectedAnswer);
  expect(seen).toEqual([]);
  isSignedIn = true;
  await rest.get('/gateway', { auth: false });
  expect(seen).toEqual([Date.parse(right)]);
});
