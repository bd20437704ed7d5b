// Bundles each entry point into dist/. One file loads in a third of the time of several hundred modules,
// which is most of what `npm run ask` would otherwise spend before its answer.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist, MANIFEST, root, sha256, sources } from './built.js';
import { bundled } from './bundled.js';

const entryPoints = [
  'src/main.ts',
  'src/desk/worker.ts',
  'src/reader/reading-process.ts',
  'measure/eval.ts',
  'measure/reader.ts',
  'measure/bench.ts',
  'measure/burst.ts',
  'measure/swarm.ts',
  'measure/mutants.ts',
  'preview/preview.ts',
];

const leaveOthersOutside = {
  name: 'leave-others-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      const isBundled = bundled.some((name) => path === name || path.startsWith(`${name}/`));
      return isBundled || kind === 'entry-point' ? undefined : { path, external: true };
    });
  },
};

/** Why there is no build, as a sentence that tells how to mend it. */
export class BuildError extends Error {
  name = 'BuildError';
}

async function compile() {
  let esbuild;
  try {
    esbuild = await import('esbuild');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new BuildError('esbuild, which builds it, is not installed. Run: npm ci');
  }
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: entryPoints.filter((entry) => existsSync(join(root, entry))),
      outdir: 'dist',
      outbase: '.',
      write: false,
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
      // `yaml` is CommonJS and asks for `process` with require(). A source may import `createRequire` under its own name.
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
      },
    });
    return outputFiles;
  } catch (error) {
    // esbuild has printed what is wrong with the sources, and where.
    if (Array.isArray(error.errors)) throw new BuildError('its sources have the errors above. Mend them');
    throw new BuildError(`esbuild failed (${error.code ?? error.message.split('\n')[0]}). Run: npm ci`);
  }
}

function hashes() {
  try {
    return sources();
  } catch (error) {
    throw new BuildError(`its sources cannot be read (${error.code}). Make them readable`);
  }
}

/** No room on the disk, in a quota, in what the shell allows (`ulimit -f`). */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];

const PARTIAL = '.partial-';

/** Removes what builds left that were killed. */
function clearLeftovers() {
  for (const name of readdirSync(dist).filter((item) => item.startsWith(PARTIAL))) {
    try {
      process.kill(Number(name.slice(PARTIAL.length)), 0);
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(join(dist, name), { recursive: true, force: true });
    }
  }
}

function namesInManifest() {
  try {
    return Object.keys(JSON.parse(readFileSync(join(dist, MANIFEST), 'utf8')).files);
  } catch {
    return [];
  }
}

/**
 * Builds into a folder of its own within dist/ and moves the files out of it once all are written: parts first, what
 * loads them then, the manifest last. So nobody ever loads half a build, and several may build at once. The parts of the
 * build before stay, since a program that runs may still load them.
 */
export async function bundle() {
  const built = hashes();
  const outputs = await compile();
  const partial = join(dist, `${PARTIAL}${process.pid}`);
  try {
    const before = namesInManifest();
    // Not both at once: of a disk that may not be written, Node would say that there is none.
    mkdirSync(dist, { recursive: true });
    mkdirSync(partial);
    clearLeftovers();
    const files = outputs.map(({ path, contents }) => ({
      name: relative(dist, path).replaceAll('\\', '/'),
      contents,
    }));
    const code = files.filter(({ name }) => name.endsWith('.js'));
    const manifest = {
      sources: built,
      files: Object.fromEntries(code.map(({ name, contents }) => [name, sha256(contents)])),
    };
    files.push({ name: MANIFEST, contents: `${JSON.stringify(manifest, null, 1)}\n` });
    for (const { name, contents } of files) {
      mkdirSync(dirname(join(partial, name)), { recursive: true });
      writeFileSync(join(partial, name), contents);
    }
    const isEntry = ({ name }) => name.includes('/');
    const rank = (file) => (file.name === MANIFEST ? 2 : isEntry(file) ? 1 : 0);
    for (const { name } of files.toSorted((a, b) => rank(a) - rank(b))) {
      mkdirSync(dirname(join(dist, name)), { recursive: true });
      renameSync(join(partial, name), join(dist, name));
    }
    forget(new Set([...before.flatMap((name) => [name, `${name}.map`]), ...files.map(({ name }) => name)]));
  } catch (error) {
    if (error.code === undefined) throw error;
    const isInTheWay = ['EISDIR', 'EEXIST', 'ENOTDIR', 'ENOTEMPTY'].includes(error.code);
    const mend = NO_ROOM.includes(error.code)
      ? 'Make room on the disk'
      : isInTheWay
        ? 'Something else stands in its place: delete dist/'
        : 'Make it writable';
    throw new BuildError(`it cannot be written (${error.code}). ${mend}`);
  } finally {
    removeQuietly(partial);
  }
}

/** Whatever stands in the way of removing it has been told already. */
function removeQuietly(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

/** Removes the parts that are neither of this build nor of the one before. */
function forget(kept) {
  for (const item of readdirSync(dist, { withFileTypes: true })) {
    if (item.isFile() && !kept.has(item.name)) rmSync(join(dist, item.name), { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await bundle();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(`dist/ is not built: ${error.message}.`);
    process.exitCode = 1;
  }
}
