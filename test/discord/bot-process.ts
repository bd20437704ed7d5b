import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loopback } from '../../loopback/loopback.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The bot as a reader of README.md starts it: a process of its own, from dist/. */
export interface BotProcess {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Waits for a line that matches. */
  printed(pattern: RegExp): Promise<void>;
  /** Sends SIGTERM and waits for the exit code. */
  stop(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

type Env = Readonly<Record<string, string>>;

let folder: string | undefined;

/** Where the bots of these tests keep what is added to libraries; gone when the tests are over. */
function dataFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'verbatim-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

export function environmentOf(loopback: Loopback, more: Env = {}): Env {
  return {
    PATH: process.env.PATH ?? '',
    DISCORD_TOKEN: loopback.token,
    DISCORD_API_URL: loopback.url,
    LOG_LEVEL: 'debug',
    DATA_DIR: dataFolder(),
    ...more,
  };
}

export function run(args: readonly string[], env: Env, cwd = root): BotProcess {
  return follow(spawn(process.execPath, [`${root}dist/src/main.js`, ...args], { cwd, env }));
}

/** Collects what a process prints. */
export function follow(child: ChildProcessWithoutNullStreams): BotProcess {
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const look of waiting) look();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    process: child,
    output: () => output,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(output)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void ended.then((code) => reject(new Error(`Ended with ${code} before ${pattern}:\n${output}`)));
        look();
      }),
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Which way interactions come in these tests; `over-http.test.ts` runs them again over HTTP. */
export const isOverHttp = () => process.env.TEST_TRANSPORT === 'http';

/** Starts the bot and waits until interactions reach it, through the gateway or, in tests that run over HTTP, as signed requests. */
export async function startBot(loopback: Loopback, more: Env = {}): Promise<BotProcess> {
  if (isOverHttp()) return startEndpoint(loopback, more);
  const bot = run([], environmentOf(loopback, more));
  await bot.printed(/Ready as/);
  return bot;
}

/** Starts the bot as an HTTP server, without a token, and has interactions sent there. */
export async function startEndpoint(loopback: Loopback, more: Env = {}): Promise<BotProcess> {
  const { DISCORD_TOKEN: _, ...others } = environmentOf(loopback, {
    DISCORD_PUBLIC_KEY: loopback.endpoint.publicKey,
    PORT: '0',
    LISTEN_HOST: '127.0.0.1',
    ...more,
  });
  const bot = run(['--http'], others);
  await bot.printed(LISTENING);
  const [, port] = LISTENING.exec(bot.output()) ?? [];
  await loopback.endpoint.deliverTo(`http://127.0.0.1:${port}/interactions`);
  return bot;
}

const LISTENING = /Listening on port (\d+)/;
