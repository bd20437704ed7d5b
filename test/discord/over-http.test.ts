/*
 * What readers do through the gateway, over HTTP: the same tests, with interactions as signed requests.
 */
process.env.TEST_TRANSPORT = 'http';

await import('./commands.test.ts');
await import('./presses.test.ts');
await import('./delete.test.ts');
await import('./odd-events.test.ts');
await import('./article.test.ts');
