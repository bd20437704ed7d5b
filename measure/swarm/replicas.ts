// Replicas of the bot, each a process of its own, and nginx in front of them.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Unusable } from '../unusable.ts';
import type { Discord } from './discord.ts';

export interface Replica {
  readonly port: number;
  /** Of `POST /interactions`. */
  readonly address: string;
  /** Milliseconds of processor that it has used. */
  cpuMs(): number;
  /** A counter or a gauge of its metrics, all its labels together. */
  metric(name: string): Promise<number>;
  /** Tells it to end, or ends it, and resolves with its exit code when it has. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Clock ticks a second, by which Linux counts processor time (sysconf(3)). */
const TICKS = 100;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** How compose.yaml starts one. */
function argumentsOf(root: string): string[] {
  const { services } = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'));
  const [, ...rest]: string[] = services.replica.command;
  return rest;
}

/** Starts a replica and waits until it listens. */
export async function startReplica(
  root: string,
  discord: Discord,
  databaseUrl: string,
  port = 0,
): Promise<Replica> {
  const child = spawn(process.execPath, argumentsOf(root), {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      DISCORD_PUBLIC_KEY: discord.publicKey,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: databaseUrl,
      LISTEN_HOST: '127.0.0.1',
      PORT: String(port || (await freePort())),
      LOG_LEVEL: 'info',
      COOLDOWN_COMMANDS: '86400',
      LIBRARIES_MB: '1024',
      ADDITIONS_PER_HOUR: '10000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const listening = await portOf(child);
  const address = `http://127.0.0.1:${listening}`;
  return {
    port: listening,
    address: `${address}/interactions`,
    cpuMs() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
      // utime and stime, the 14th and the 15th field (proc(5)), of which two were cut off.
      return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
    },
    async metric(name) {
      const text = await (await fetch(`${address}/metrics`)).text();
      const lines = text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'));
      return [...lines].reduce((sum, [, value]) => sum + Number(value), 0);
    },
    end(signal) {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill(signal);
      return ended;
    },
  };
}

/** The port that a replica says it listens at. Its output is read on, so that it never waits for a reader. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      if (output.length < MOST_KEPT) output += chunk;
      const [, port] = /Listening on port (\d+)/.exec(output) ?? [];
      if (port) resolve(Number(port));
    });
    child.once('exit', () => reject(new Error(`A replica ended before it listened:\n${output}`)));
  });
}

/** Of what a replica logs: what it says until it listens. */
const MOST_KEPT = 10_000;

export interface Front {
  readonly address: string;
  /** Has it know these replicas and no others, without a request lost. */
  lead(ports: readonly number[]): Promise<void>;
  stop(): Promise<void>;
}

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** nginx with `deploy/verbatim.conf`, in a folder of its own. */
export async function startProxy(root: string, ports: readonly number[]): Promise<Front> {
  const nginx = NGINX.find((path) => existsSync(path));
  if (!nginx) throw new Unusable('nginx is not installed. Install it (apt-get install nginx) and try again.');
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-swarm-'));
  const port = await freePort();
  const shipped = readFileSync(join(root, 'deploy/verbatim.conf'), 'utf8').replace(
    'listen 8080',
    `listen 127.0.0.1:${port}`,
  );
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(folder, 'verbatim.conf'), shipped);
  const write = (to: readonly number[]) => {
    const servers = to.map((one) => `server 127.0.0.1:${one} max_fails=2 fail_timeout=2s;`).join(' ');
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path temp/${kind};`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `worker_processes 1; pid nginx.pid; daemon off; error_log ${join(folder, 'error.log')};
events { worker_connections 4096; }
http { ${temp.join(' ')} upstream verbatim { ${servers} keepalive 64; } include verbatim.conf; }
`,
    );
  };
  write(ports);
  const child = spawn(nginx, ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'error.log')], {
    stdio: 'inherit',
  });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (tries > 100)
      throw new Error(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    address: `${address}/interactions`,
    async lead(to) {
      write(to);
      child.kill('SIGHUP');
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
