// What readers do through the gateway, over HTTP: the same tests, with interactions as signed requests.
import { afterAll, expect, it } from 'vitest';
import { isOverHttp } from './bot-process.ts';

process.env.TEST_TRANSPORT = 'http';
// Files that the same process runs later would see it.
afterAll(() => {
  delete process.env.TEST_TRANSPORT;
});

// By names of their own: what another file of this process has loaded already would not run again.
for (const file of ['commands', 'presses', 'delete', 'odd-events', 'article'])
  await import(/* @vite-ignore */ `./${file}.test.ts?over-http`);

it('These tests run over HTTP', () => {
  expect(isOverHttp()).toBe(true);
});
