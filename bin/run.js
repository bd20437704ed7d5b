// node bin/run.js ENTRY [argument …]
// Runs an entry point from dist/, building it first where the sources are newer. An installation without sources,
// such as the Docker image, runs what is there.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry = 'src/main.ts'] = process.argv.splice(2, 1);
const script = `${root}dist/${entry.replace(/\.ts$/, '.js')}`;
const program = ['bin', 'src', 'commands'];
const sources = entry.startsWith('src/') ? program : [...program, 'measure', 'preview', 'test'];

function changedSince(time) {
  const newer = (folder) =>
    readdirSync(folder, { withFileTypes: true }).some((item) => {
      const path = `${folder}/${item.name}`;
      return statSync(path).mtimeMs > time || (item.isDirectory() && newer(path));
    });
  return sources.some((folder) => existsSync(root + folder) && newer(root + folder));
}

if (!existsSync(script) || changedSince(statSync(script).mtimeMs)) {
  const { bundle } = await import('./build.js');
  await bundle();
}
await import(pathToFileURL(script).href);
