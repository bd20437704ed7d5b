// Sends one HTTP request.
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { Unreachable } from '../failures.ts';

/** What came back, its body read to the end. */
interface Returned {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Outgoing {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * How many connections there are at the most, for what must be there in seconds and for the rest: a thousand requests at
 * once would each open their own, which took twice as long as taking turns on these (on two processors, Node 20). At a
 * round trip of 150 ms they carry 850 first responses in a second.
 */
const CONNECTIONS = { urgent: 128, other: 64 };

function linesTo({ Agent }: typeof http | typeof https) {
  const urgent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS.urgent });
  const other = new Agent({ keepAlive: true, maxSockets: CONNECTIONS.other });
  return (url: URL) => (url.pathname.endsWith('/callback') ? urgent : other);
}

const WAYS = {
  'http:': { request: http.request, lineFor: linesTo(http) },
  'https:': { request: https.request, lineFor: linesTo(https) },
};

/**
 * One request over HTTP. First responses to interactions have connections of their own, so that they wait for no others.
 * Node's own client, since `fetch` takes four times as much of the processor for a request, and a burst of them is late by it.
 * @throws Unreachable where the network failed or the signal came before there was a connection, and an `AbortError` where it
 * came after.
 */
export function send(address: string, { method, headers, body, signal }: Outgoing): Promise<Returned> {
  const url = new URL(address);
  const { request, lineFor } = url.protocol === 'http:' ? WAYS['http:'] : WAYS['https:'];
  return new Promise((resolve, reject) => {
    let hadLine = false;
    const fail = (error: NodeJS.ErrnoException) => {
      const isAborted = error.name === 'AbortError';
      if (isAborted && hadLine) return reject(error);
      // One that waits for its turn on a connection, or for the connection, was sent to nobody.
      reject(new Unreachable(isAborted ? 'ETIMEDOUT' : (error.code ?? error.message), hadLine));
    };
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = {
      method,
      headers: { ...headers, ...length },
      agent: lineFor(url),
      ...(signal && { signal }),
    };
    const outgoing = request(url, options, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('error', fail);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
      );
    });
    outgoing.on('socket', (socket) => {
      hadLine = !socket.connecting;
      // A line that is there already connects no more: listeners would gather on it with each request.
      if (hadLine) return;
      socket.once('connect', () => {
        hadLine = true;
      });
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}
