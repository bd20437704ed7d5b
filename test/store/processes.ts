import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Whereabouts } from '../../src/store/open-store.ts';
import type { ScopeKey } from '../../src/store/store.ts';

/** What a process of `writer.ts` does. */
export interface Writing {
  readonly where: Whereabouts;
  readonly scope: ScopeKey;
  /** A draft to publish. */
  readonly publish?: string;
  /** So many articles to add, with what their ids begin with. */
  readonly name?: string;
  readonly count?: number;
}

export interface Writer {
  readonly process: ChildProcess;
  /** The lines that it said, once it ended by itself. */
  readonly ended: Promise<readonly string[]>;
  /** The lines that it said so far. */
  said(): readonly string[];
}

const require = createRequire(import.meta.url);
let bundled: Promise<string> | undefined;

/** Node 20 runs no TypeScript. What has parts of its own in node_modules stays there. */
function bundle(): Promise<string> {
  bundled ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-writer-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const outfile = join(folder, 'writer.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('writer.ts', import.meta.url))],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      // For packages that are not yet modules.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      plugins: [
        {
          name: 'leave-drivers-outside',
          setup(builder) {
            builder.onResolve({ filter: /^(?:pg|@libsql\/client\/sqlite3)$/ }, ({ path }) => ({
              path: pathToFileURL(require.resolve(path)).href,
              external: true,
            }));
          },
        },
      ],
    });
    return outfile;
  })();
  return bundled;
}

/** What Node is started with to do that. */
export async function writerArguments(writing: Writing): Promise<readonly string[]> {
  return [await bundle(), JSON.stringify(writing)];
}

export async function startWriter(writing: Writing): Promise<Writer> {
  const child = spawn(process.execPath, await writerArguments(writing), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  // Only whole lines were said.
  const said = () => output.split('\n').slice(0, -1);
  const ended = once(child, 'close').then(([status]) => {
    if (status !== 0 && status !== null) throw new Error(`The writer ended with ${status}: ${complaints}`);
    return said();
  });
  return { process: child, ended, said };
}

/** Kills each at a moment of its own, soon after all of them began to write. Returns what they said until then. */
export async function killAllOf(writers: readonly Writer[]): Promise<readonly (readonly string[])[]> {
  const isWriting = ({ said }: Writer) => said().length > 0;
  while (!writers.every(isWriting)) {
    await Promise.race([pause(10), Promise.all(writers.map(({ ended }) => ended))]);
  }
  return Promise.all(
    writers.map(async (writer) => {
      await pause(Math.random() * 400);
      writer.process.kill('SIGKILL');
      return writer.ended;
    }),
  );
}
