// What Discord does for a swarm: it sends signed interactions, takes what follows their answers, and has the files that moderators attach.
import { generateKeyPairSync, sign } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long Discord waits for a first response, in milliseconds. */
const PATIENCE_MS = 3000;

export interface Answered {
  /** The first response's type; undefined where none came in time, with what came instead. */
  readonly type: number | undefined;
  readonly failure?: string;
  /** What is shown in the end, as JSON: of the first response, or of what filled it, and of what followed. */
  readonly shown: string;
  /** Milliseconds until the first response, from when it should have been sent. */
  readonly ms: number;
  /** It was announced, and never filled. */
  readonly isUnfinished: boolean;
}

export interface Discord {
  readonly publicKey: string;
  readonly applicationId: string;
  /** For `DISCORD_API_URL`. */
  readonly url: string;
  /**
   * Sends an interaction to an address and waits for its answer and, where that was announced, for what fills it, up to `finishMs`.
   * @param dueAt By `performance.now()`: when it should have been sent.
   */
  send(to: string, interaction: Sent, dueAt?: number, finishMs?: number): Promise<Answered>;
  /** A file that can be fetched by the address that it has as an attachment. */
  attach(
    name: string,
    content: string,
  ): { readonly id: string; readonly filename: string; readonly url: string };
  close(): Promise<void>;
}

export interface Sent {
  readonly id: string;
  readonly token: string;
  readonly [field: string]: unknown;
}

let last = 0n;
/** An id of Discord's form, by its clock (https://docs.discord.com/developers/reference#snowflakes). */
export function snowflake(): string {
  const now = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n;
  last = now > last ? now : last + 1n;
  return String(last);
}

export async function startDiscord(): Promise<Discord> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });
  /** By token: what arrived for an interaction that was announced. */
  const waiting = new Map<string, (body: string) => void>();
  const files = new Map<string, string>();

  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    const file = files.get(path);
    if (file !== undefined) return void response.end(file);
    const [, token = ''] = /\/webhooks\/\d+\/([^/?]+)/.exec(path) ?? [];
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.method !== 'DELETE') waiting.get(token)?.(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  function post(to: string, body: string): Promise<{ status: number; text: string }> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
    return new Promise((resolve, reject) => {
      const request = http.request(
        to,
        {
          agent,
          method: 'POST',
          timeout: PATIENCE_MS,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'x-signature-ed25519': signature,
            'x-signature-timestamp': timestamp,
          },
        },
        (incoming) => {
          let text = '';
          incoming.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
          incoming.on('error', reject);
        },
      );
      request.on('timeout', () => request.destroy(new Error('no response in time')));
      request.on('error', reject);
      request.end(body);
    });
  }

  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    applicationId: snowflake(),
    url: `http://127.0.0.1:${port}/api`,
    async send(to, interaction, dueAt = performance.now(), finishMs = 30_000) {
      const later: string[] = [];
      let arrived = () => {};
      waiting.set(interaction.token, (body) => {
        later.push(body);
        arrived();
      });
      try {
        const { status, text } = await post(to, JSON.stringify(interaction));
        const ms = performance.now() - dueAt;
        if (status !== 200)
          return { type: undefined, failure: `HTTP ${status}`, shown: '', ms, isUnfinished: false };
        const { type }: { type: number } = JSON.parse(text);
        if (type !== 5 && type !== 6) return { type, shown: text, ms, isUnfinished: false };
        // Of an announcement in private the public answer follows what fills it.
        const until = performance.now() + finishMs;
        while (later.length === 0 && performance.now() < until) {
          await new Promise<void>((resolve) => {
            arrived = resolve;
            setTimeout(resolve, Math.min(250, Math.max(1, until - performance.now())));
          });
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { type, shown: later.join('\n'), ms, isUnfinished: later.length === 0 };
      } catch (error) {
        return {
          type: undefined,
          failure: (error as Error).message,
          shown: '',
          ms: performance.now() - dueAt,
          isUnfinished: false,
        };
      } finally {
        waiting.delete(interaction.token);
      }
    },
    attach(name, content) {
      const id = snowflake();
      const path = `/attachments/${id}/${name}`;
      files.set(path, content);
      return { id, filename: name, url: `http://127.0.0.1:${port}${path}` };
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
