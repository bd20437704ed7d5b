// What readers do through the gateway, over HTTP: the same tests, with interactions as signed requests.
import { afterAll, expect, it } from 'vitest';
import { isOverHttp } from './bot-process.ts';

process.env.TEST_TRANSPORT = 'http';
// Files that the same process runs later would see it.
afterAll(() => {
  delete process.env.TEST_TRANSPORT;
});

await import('./commands.test.ts');
await import('./presses.test.ts');
await import('./delete.test.ts');
await import('./odd-events.test.ts');
await import('./article.test.ts');

it('These tests run over HTTP', () => {
  expect(isOverHttp()).toBe(true);
});
