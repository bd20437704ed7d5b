// node bin/run.js ENTRY [argument …]
// Runs an entry point from dist/, building it first where it is not whole or not of the sources as they are. Where it
// cannot be built, a whole one that is older runs all the same, and a line says so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, isFresh, wholeBuild } from './built.js';

const [entry = 'src/main.ts'] = process.argv.splice(2, 1);
const script = join(dist, entry.replace(/\.ts$/, '.js'));

/** Whether there is something to run. */
async function prepare() {
  const built = wholeBuild();
  const isThere = built !== undefined && existsSync(script);
  if (isThere && isFresh(built, entry)) return true;
  const { bundle, BuildError } = await import('./build.js');
  try {
    await bundle();
    return true;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(
      isThere
        ? `dist/ is older than its sources and cannot be built again: ${error.message}. The older build runs.`
        : `dist/ cannot be built: ${error.message}, then start again.`,
    );
    return isThere;
  }
}

if (await prepare()) await import(pathToFileURL(script).href);
else process.exitCode = 1;
