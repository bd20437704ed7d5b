// The network that requests go to.
import { lookup } from 'node:dns/promises';
import { mayReach, type Reach } from './reachable.ts';

/** What a request knows of the network around it; tests put another one in its place. */
export interface Network {
  /** The addresses of a name, of either family. Throws as `dns.lookup` does. */
  resolve(name: string): Promise<readonly string[]>;
  /** Whether an address may be connected to. */
  mayReach(address: string, reach: Reach): boolean;
  readonly limits: Limits;
}

export interface Limits {
  /** For all of it: names, connections, redirects and the body, so that who trickles is not waited for. */
  readonly milliseconds: number;
  /** Of a body, as sent and as decoded. */
  readonly bytes: number;
  readonly redirects: number;
}

/** The internet. Proxies that environment variables name are not used: what a proxy connects to cannot be checked here. */
export const INTERNET: Network = {
  async resolve(name) {
    return (await lookup(name, { all: true })).map(({ address }) => address);
  },
  mayReach,
  // A person waits for it; and a text of 5 MiB, the most that an article may hold, with as much markup.
  limits: { milliseconds: 15_000, bytes: 10 * 1024 * 1024, redirects: 5 },
};
