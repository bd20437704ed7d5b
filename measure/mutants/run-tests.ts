// Runs Vitest in a copy of the checkout, in a process group that can be ended as a whole.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Ran {
  readonly how: 'passed' | 'failed' | 'hung';
  /** What Vitest printed. */
  readonly output: string;
}

/** Ends a process with all that it started. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** `vitest ARGS` in a folder; hung where it takes longer than `limitMs` milliseconds. Rejects where it is aborted. */
export function runTests(
  folder: string,
  args: readonly string[],
  limitMs: number,
  signal: AbortSignal,
): Promise<Ran> {
  signal.throwIfAborted();
  // What tests leave in the temporary folder when they are ended goes with the copy.
  const temporary = join(folder, 'node_modules', '.tmp');
  mkdirSync(temporary, { recursive: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', TMPDIR: temporary },
    });
    const { pid } = child;
    let output = '';
    let how: Ran['how'] | undefined;
    const end = () => pid !== undefined && endGroup(pid);
    const timer = setTimeout(() => {
      how = 'hung';
      end();
    }, limitMs);
    signal.addEventListener('abort', end);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      // Whatever a test started and did not end.
      end();
      if (signal.aborted) reject(signal.reason);
      // A run that never came to its tests noticed nothing.
      else if (how === undefined && code !== 0 && !output.includes('Test Files'))
        reject(new Error(`Vitest did not run its tests in ${folder}:\n${output.slice(-2000)}`));
      else resolve({ how: how ?? (code === 0 ? 'passed' : 'failed'), output });
    });
  });
}
