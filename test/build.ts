import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let isBuilt = false;

/** Builds `dist/` before any test, since many start the program as it is built. */
export default function build(): void {
  // Each group of tests asks for it.
  if (isBuilt) return;
  isBuilt = true;
  execFileSync(process.execPath, [fileURLToPath(new URL('../bin/build.js', import.meta.url))], {
    stdio: 'inherit',
  });
}
