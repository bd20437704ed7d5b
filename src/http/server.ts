// An HTTP server of a few routes: bodies as received, within limits of size and time, and an end that loses nothing.
import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request, whole. */
export interface Incoming {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The very bytes that came. */
  readonly body: Buffer;
  /**
   * By `performance.now()`: when its headers had been read; where the process had been held up, when it was last known to look at what
   * comes, since the request may have waited as long.
   */
  readonly receivedAt: number;
}

export interface Outgoing {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Left out where there is none. */
  readonly body?: string | Uint8Array;
  /** Called once: whether all of it was handed to the system, or the line had broken before. */
  readonly settled?: (wasSent: boolean) => void;
}

export interface Route {
  readonly methods: readonly string[];
  /** Of the whole path. */
  readonly path: RegExp;
  /** The longest body that is read, in bytes. */
  readonly mostBytes: number;
  readonly answer: (incoming: Incoming) => Promise<Outgoing> | Outgoing;
}

/** Why a request was refused before any route saw it. */
export type Refused = 'size' | 'slow';

export interface ServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The address to listen at; every one of the machine where it is left out. */
  readonly host?: string | undefined;
  readonly routes: readonly Route[];
  /** How long it goes on listening after it was told to stop, in milliseconds; a second where it is left out. */
  readonly lingerMs?: number;
  readonly refused?: (why: Refused) => void;
  /** Told of what a route threw; the request is answered with 500. */
  readonly failed: (error: unknown) => void;
}

export interface HttpServer {
  /** The one it listens at. */
  readonly port: number;
  /** Whether it is ending. */
  readonly isStopping: () => boolean;
  /**
   * Goes on for `lingerMs`, since whoever balances the load learns late that it ends, with every line closed behind its response; then
   * takes no more. Resolves when all that came is answered.
   */
  stop(): Promise<void>;
}

/**
 * How long a body may take, in milliseconds: Discord drops an interaction after 3 seconds, which must do for an answer, too.
 */
const BODY_MS = 2000;
/** How long headers may take, and all of a request, as Node looks after each; it looks each so many milliseconds. */
const HEADERS_MS = 5000;
const REQUEST_MS = 10_000;
const LOOK_MS = 1000;
/**
 * How long a line waits for another request: longer than proxies keep theirs (nginx 60 seconds, common load balancers as long), since one
 * that is closed while a request is on its way loses it.
 */
const KEEP_ALIVE_MS = 75_000;
/** As long as a load balancer takes to look twice, or to be told. */
const LINGER_MS = 1000;

/** Listens, and resolves when it does. Rejects with the system's error where it cannot, such as `EADDRINUSE`. */
export async function listen({
  port,
  host,
  routes,
  lingerMs = LINGER_MS,
  refused,
  failed,
}: ServerOptions): Promise<HttpServer> {
  let isStopping = false;
  const receipt = receiptClock();
  const open = new Set<Promise<void>>();

  const server = http.createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: LOOK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (request, response) => {
      const done = serve(request, response).catch((error: unknown) => {
        failed(error);
        response.destroy();
      });
      open.add(done);
      void done.finally(() => open.delete(done));
    },
  );

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const receivedAt = receipt.earliest(request.socket);
    const write = async (outgoing: Outgoing, isLast = false) => {
      await respond(response, outgoing, isLast || isStopping);
      receipt.responded(request.socket);
    };
    const [path = '', search = ''] = (request.url ?? '').split(/\?(.*)/s);
    const method = request.method ?? '';
    const routesHere = routes.filter((route) => route.path.test(path));
    const route = routesHere.find(({ methods }) => methods.includes(method));
    if (!route) {
      const allow = routesHere.flatMap(({ methods }) => methods);
      request.resume();
      if (allow.length === 0) return write(plain(404, 'There is nothing at this address.'));
      return write({
        ...plain(405, `This address takes ${allow.join(', ')} alone.`),
        headers: { ...TEXT, allow: allow.join(', ') },
      });
    }
    const body = await bodyOf(request, route.mostBytes);
    if (body === 'broken') return;
    if (!Buffer.isBuffer(body)) {
      refused?.(body);
      const sentence =
        body === 'size'
          ? plain(413, `The body is longer than the ${route.mostBytes} bytes that are taken here.`)
          : plain(408, `The body did not come within ${BODY_MS / 1000} seconds.`);
      return write(sentence, true);
    }
    let outgoing: Outgoing;
    try {
      outgoing = await route.answer({
        method,
        path,
        query: new URLSearchParams(search),
        headers: request.headers,
        body,
        receivedAt,
      });
    } catch (error) {
      failed(error);
      outgoing = plain(500, 'Something went wrong here.');
    }
    return write(outgoing);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // Such as too many open files: whoever comes next may be let in.
  server.on('error', failed);
  return {
    port: (server.address() as AddressInfo).port,
    isStopping: () => isStopping,
    async stop() {
      isStopping = true;
      await sleep(lingerMs);
      // Lines on which nothing is under way are closed, too.
      server.close();
      receipt.stop();
      while (open.size > 0) await Promise.all(open);
    },
  };
}

/** How often it is noted that the process looks at what comes, and how late such a note may be before it counts as held up, in milliseconds. */
const TICK_MS = 100;
const HELD_UP_MS = 250;
/** After so many turns of the event loop what had come while it was held up is read: connections in one, what they brought in the next. */
const TURNS_TO_READ = 4;

/** Tells since when a request that is read now may have waited at the most, which no request says. */
function receiptClock() {
  let tickedAt = performance.now();
  /** While what came meanwhile is read. */
  let heldUpSince: number | undefined;
  let turns = 0;
  const countTurns = () => {
    turns += 1;
    if (turns < TURNS_TO_READ) setImmediate(countTurns);
    else heldUpSince = undefined;
  };
  const look = () => {
    const now = performance.now();
    if (now - tickedAt > HELD_UP_MS) {
      if (heldUpSince === undefined) setImmediate(countTurns);
      heldUpSince ??= tickedAt;
      turns = 0;
    }
    tickedAt = now;
    return now;
  };
  const timer = setInterval(look, TICK_MS).unref();
  const respondedAt = new WeakMap<Socket, number>();
  return {
    earliest(socket: Socket): number {
      const now = look();
      // Nobody sends another request before the response to the last one on a line.
      return Math.max(heldUpSince ?? now, respondedAt.get(socket) ?? 0);
    },
    responded: (socket: Socket) => respondedAt.set(socket, performance.now()),
    stop: () => clearInterval(timer),
  };
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** A response of one sentence. */
export function plain(status: number, sentence: string): Outgoing {
  return { status, headers: TEXT, body: `${sentence}\n` };
}

/**
 * How many times the longest body is read and thrown away of one that is longer: whoever still sends would not read why it is refused, since
 * a line that is closed on bytes that nobody read is reset.
 */
const MOST_DRAINED = 8;

/** The bytes of a body; why they are not read where they are too many or too slow; `broken` where nobody waits for an answer. */
function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | Refused | 'broken'> {
  const told = Number(request.headers['content-length'] ?? 0);
  if (told > MOST_DRAINED * most) return Promise.resolve('size');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let isLong = told > most;
    const end = (read: Buffer | Refused | 'broken') => {
      clearTimeout(timer);
      request.removeAllListeners('data');
      if (!Buffer.isBuffer(read)) request.pause();
      resolve(read);
    };
    // What has arrived while the process was busy is read before it is called late.
    const late = () => end(isLong ? 'size' : 'slow');
    const timer = setTimeout(() => setImmediate(() => setImmediate(late)), BODY_MS);
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      isLong ||= length > most;
      if (length > MOST_DRAINED * most) return end('size');
      if (!isLong) chunks.push(chunk);
    });
    request.on('end', () => end(isLong ? 'size' : Buffer.concat(chunks)));
    request.on('error', () => end('broken'));
    request.on('close', () => end('broken'));
  });
}

/** Resolves when the response is handed over, or its line is gone. */
function respond(
  response: ServerResponse,
  { status, headers = {}, body, settled }: Outgoing,
  isLast: boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const end = (wasSent: boolean) => {
      response.off('finish', finished).off('close', closed);
      settled?.(wasSent);
      resolve();
    };
    const finished = () => end(true);
    const closed = () => end(response.writableFinished);
    if (response.destroyed) {
      settled?.(false);
      return resolve();
    }
    response.on('finish', finished).on('close', closed);
    response.on('error', () => {});
    const length = body === undefined ? 0 : Buffer.byteLength(body);
    response.writeHead(status, {
      ...headers,
      ...(status !== 304 && { 'content-length': length }),
      ...(isLast && { connection: 'close' }),
    });
    response.end(body);
  });
}
