// The REST server: routes requests, and keeps what came and was answered.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { partsOf } from './multipart.ts';
import { REFUSALS, type Refusal, refusalBody } from './refusal.ts';
import type { FileSent } from './wire.ts';

export interface Request {
  readonly method: string;
  /** Without the version's prefix: `/interactions/…/callback`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** Those that came along with it. */
  readonly files?: readonly FileSent[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A request and how it was answered. */
export interface Exchanged extends Request {
  readonly status: number;
  readonly answer: unknown;
}

export interface Rejection {
  readonly request: Request;
  readonly refusal: Refusal;
}

export type Reply =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: 204 }
  | { readonly refused: Refusal };

export interface Route {
  readonly method: string;
  /** With `:name` for a part that is passed on. */
  readonly path: string;
  /** Interaction and webhook routes carry their right in the path. */
  readonly open?: true;
  readonly answer: (params: Readonly<Record<string, string>>, request: Request) => Reply;
}

export interface RestFacts {
  readonly token: string;
  readonly routes: readonly Route[];
  /** Called before the routes: a refusal made to order, or undefined. */
  readonly refuseFirst: (request: Request) => Refusal | undefined;
  readonly exchanged: (exchanged: Exchanged) => void;
  readonly rejected: (rejection: Rejection) => void;
}

export function restListener({
  token,
  routes,
  refuseFirst,
  exchanged,
  rejected,
}: RestFacts): RequestListener {
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  }));

  function reply(request: Request): Reply {
    const toOrder = refuseFirst(request);
    if (!toOrder) return routed(request);
    if (toOrder.carriedOut) routed(request);
    return { refused: toOrder };
  }

  function routed(request: Request): Reply {
    const hits = patterns.flatMap(({ route, pattern }) => {
      const match = pattern.exec(request.path);
      return match ? [{ route, params: { ...match.groups } }] : [];
    });
    const hit = hits.find(({ route }) => route.method === request.method);
    if (!hit) return { refused: hits.length > 0 ? REFUSALS.methodNotAllowed : REFUSALS.notFound };
    if (!hit.route.open && request.headers.authorization !== `Bot ${token}`) {
      return { refused: REFUSALS.unauthorized };
    }
    return hit.route.answer(hit.params, request);
  }

  return async (incoming, response) => {
    const { request, malformed } = await read(incoming);
    const replied: Reply = malformed ? { refused: REFUSALS.notJson } : reply(request);
    if ('refused' in replied) {
      rejected({ request, refusal: replied.refused });
      const answer = refusalBody(replied.refused);
      const { status, silent, reset, headers, page } = replied.refused;
      exchanged({ ...request, status, answer });
      if (silent) return;
      if (reset) return void (incoming.socket as Socket).resetAndDestroy();
      if (page !== undefined) return void response.writeHead(status, headers).end(page);
      return write(response, status, answer, headers);
    }
    const answer = 'body' in replied ? replied.body : undefined;
    exchanged({ ...request, status: replied.status, answer });
    write(response, replied.status, answer);
  };
}

async function read(incoming: IncomingMessage): Promise<{ request: Request; malformed: boolean }> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { text, files } = partsOf(bytes, incoming.headers['content-type']);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const request = {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^(?:\/api)?(?:\/v\d+)?/, ''),
    query: Object.fromEntries(url.searchParams),
    headers: incoming.headers,
    ...(files.length > 0 && { files }),
    at: Date.now(),
  };
  try {
    return { request: { ...request, body: text === '' ? undefined : JSON.parse(text) }, malformed: false };
  } catch {
    return { request: { ...request, body: text }, malformed: true };
  }
}

function write(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-reset': String(Date.now() / 1000 + 1),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
