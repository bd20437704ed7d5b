import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
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

/** Tests of how soon something is answered, which start when the others are over, since those keep every processor busy. */
const ALONE = ['test/discord/burst.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/build.ts'],
    reporters: ['default', tally],
    // Loading discord.js and the dictionaries anew for each file took a third of the time, and no test changes a module.
    isolate: false,
    // Many tests wait for processes and for pauses, so that more run at once than there are processors.
    maxWorkers: Math.max(3, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts', 'loopback/test/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ALONE],
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
    // For the figure alone, without thresholds: what tests notice is measured by npm run mutants.
    coverage: { provider: 'v8', include: ['src/**/*.ts', 'commands/**/*.ts'], reporter: ['text-summary'] },
    // Some tests start processes, which take a second each, and several where other programs are busy.
    testTimeout: 30_000,
    // Bots, databases and a browser share two processors with the tests, and may have too little of them for once; what fails twice is at fault.
    // A test that needed it is marked as such in the report.
    retry: 1,
    hookTimeout: 30_000,
  },
});
