// Sends one request to a checked address.
import { Agent, type IncomingMessage, request as requestByHttp } from 'node:http';
import { request as requestByHttps, Agent as TlsAgent } from 'node:https';
import { isIP, isIPv6 } from 'node:net';
import type { Result } from '../../result.ts';
import { ACCEPTED_ENCODINGS } from './body.ts';
import { FetchFailure } from './failures.ts';
import type { Network } from './network.ts';
import { isPrivateName, type Reach } from './reachable.ts';
import { USER_AGENT } from './user-agent.ts';
import { hostOf } from './web-address.ts';

/** How a refusal of an address ends that the operator may allow. */
export const PRIVATE = 'this machine or in a private network, from which nothing is fetched.';

/**
 * Asks for one address, and follows nothing. The name is resolved once and the connection goes to one of the addresses that
 * were checked, whatever the name leads to a moment later. Rejects as sockets do, or with a `FetchFailure`.
 */
export async function answerOf(
  url: URL,
  {
    network,
    reach,
    headers,
    signal,
  }: {
    readonly network: Network;
    readonly reach: Reach;
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  },
): Promise<IncomingMessage> {
  const checked = await checkedAddresses(hostOf(url), network, reach, signal);
  if ('problem' in checked) throw new FetchFailure(checked.problem);
  const isTls = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const sent = (isTls ? requestByHttps : requestByHttp)(url, {
      // One of its own, so that no connection is used that something else opened, and no proxy.
      agent: isTls ? new TlsAgent({ keepAlive: false }) : new Agent({ keepAlive: false }),
      headers: {
        'user-agent': USER_AGENT,
        accept: ACCEPTED_TYPES,
        'accept-encoding': ACCEPTED_ENCODINGS,
        ...headers,
      },
      signal,
      // Asked for names alone; an address in their place was checked above, and is connected to as it is.
      lookup(_name, { all }, done) {
        const found = checked.value.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
        const [first] = found;
        if (all) done(null, found);
        else if (first) done(null, first.address, first.family);
      },
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    // Nobody asked for another protocol.
    sent.on('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(new FetchFailure(`${url.host} does not answer as a web server does (101). Check the address.`));
    });
    sent.end();
  });
}

/** What formats there are for, by preference; anything else may come as well. */
const ACCEPTED_TYPES = [
  'text/html',
  'application/xhtml+xml',
  'application/rss+xml;q=0.9',
  'application/atom+xml;q=0.9',
  'application/feed+json;q=0.9',
  'text/markdown;q=0.9',
  'text/plain;q=0.8',
  'application/pdf;q=0.8',
  '*/*;q=0.5',
].join(', ');

/** The addresses of a host that may be connected to: those that were checked. */
async function checkedAddresses(
  host: string,
  network: Network,
  reach: Reach,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const isPrivate = {
    problem: `${host} is on ${PRIVATE}`,
  };
  if (isPrivateName(host) && !reach.allowPrivate) return isPrivate;
  const addresses = isIP(host) === 0 ? await untilAborted(network.resolve(host), signal) : [host];
  const allowed = addresses.filter((address) => network.mayReach(address, reach));
  if (allowed.length > 0) return { value: allowed };
  if (addresses.length === 0) return { problem: `${host} is a name without an address. Check the address.` };
  if (!reach.allowPrivate && addresses.some((one) => network.mayReach(one, { allowPrivate: true })))
    return isPrivate;
  return {
    problem: `${host} is at an address from which nothing is ever fetched (${addresses.join(', ')}): a link, a reserved range or a cloud's metadata. Check the address.`,
  };
}

/** A look-up of a name cannot be broken off, but need not be waited for. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_resolve, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop);
      }),
    ]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
