import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with one plain line, such as `214 passed, 0 failed`, for scripts that count. */
const tally: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors) {
    let passed = 0;
    let skipped = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
        if (state === 'skipped') skipped += 1;
      }
    }
    process.on('exit', () =>
      console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`),
    );
  },
};

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'loopback/test/*.test.ts'],
    globalSetup: ['test/build.ts'],
    reporters: ['default', tally],
    // Loading discord.js and the dictionaries anew for each file took a third of the time, and no test changes a module.
    isolate: false,
    // Many tests wait for processes and for pauses, so that more run at once than there are processors.
    maxWorkers: Math.max(4, availableParallelism()),
    // For the figure alone, without thresholds: what tests notice is measured by npm run mutants.
    coverage: { provider: 'v8', include: ['src/**/*.ts', 'commands/**/*.ts'], reporter: ['text-summary'] },
    // Some tests start processes, which take a second each, and several where other programs are busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
