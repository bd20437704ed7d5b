// Bundles each entry point into dist/. One file loads in a third of the time of several hundred modules,
// which is most of what `npm run ask` would otherwise spend before its answer.
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const entryPoints = ['src/main.ts', 'measure/eval.ts', 'measure/bench.ts', 'preview/preview.ts'];

/** Packages loaded on every start; all others stay in node_modules and are imported when they are needed. */
const bundled = ['zod', 'yaml', 'fuse.js', 'stopword', '@orama/stemmers', 'dotenv'];

const leaveOthersOutside = {
  name: 'leave-others-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      const isBundled = bundled.some((name) => path === name || path.startsWith(`${name}/`));
      return isBundled || kind === 'entry-point' ? undefined : { path, external: true };
    });
  },
};

/** Leaves what is there, since a program that runs may still load a part of itself from it. */
export async function bundle() {
  await build({
    absWorkingDir: root,
    entryPoints: entryPoints.filter((entry) => existsSync(root + entry)),
    outdir: 'dist',
    outbase: '.',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // ES modules where a package has them, since only those can be stripped of what is not used.
    mainFields: ['module', 'main'],
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [leaveOthersOutside],
    // `yaml` is CommonJS and asks for `process` with require().
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(`${root}dist`, { recursive: true, force: true });
  await bundle();
}
