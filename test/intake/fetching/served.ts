import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { INTERNET, type Limits, type Network } from '../../../src/intake/fetching/network.ts';

export interface Served {
  readonly port: number;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** What was asked, in order. */
  readonly requests: readonly IncomingMessage[];
  /** Paths that were asked, without that of a site's rules. */
  readonly paths: () => readonly string[];
}

/** A web server on this machine, for one test; where it has nothing to say, it answers 404. */
export async function served(
  pages: Readonly<Record<string, RequestListener>>,
  address = '127.0.0.1',
): Promise<Served> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, answer) => {
    requests.push(request);
    const page = pages[request.url ?? ''] ?? pages['*'];
    if (page) page(request, answer);
    else answer.writeHead(404).end('Nothing here.');
  });
  await new Promise<void>((listening) => server.listen(0, address, listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://${address}:${port}`,
    requests,
    paths: () => requests.map(({ url }) => url ?? '').filter((url) => !url.startsWith('/.well-known/')),
  };
}

/** The internet, but for what a test puts in its place; this machine counts as public where `reaches` says so. */
export function networkWith({
  reaches = (address) => address === '127.0.0.1',
  resolve = INTERNET.resolve,
  limits = {},
}: {
  readonly reaches?: (address: string) => boolean;
  readonly resolve?: Network['resolve'];
  readonly limits?: Partial<Limits>;
} = {}): Network {
  return {
    resolve,
    mayReach: (address, reach) => reaches(address) || INTERNET.mayReach(address, reach),
    limits: { ...INTERNET.limits, ...limits },
  };
}
