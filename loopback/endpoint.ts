// Delivers interactions as signed HTTP requests, as Discord does to an app that has an Interactions Endpoint URL.
import { generateKeyPairSync, sign } from 'node:crypto';
import { snowflake } from './people.ts';

/** What an endpoint responded: a status, and what its body is as JSON, or as text where it is none. */
export interface EndpointResponse {
  readonly status: number;
  readonly body: unknown;
}

/** Changes of a request, to see what is refused. */
export interface Forgery {
  /** The very body to send, whatever was signed. */
  readonly body?: string;
  /** Headers in the place of those that Discord sends; `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds by which the signed time is off. */
  readonly offMs?: number;
}

export interface Endpoint {
  /** The application's, as 64 hex digits, for `DISCORD_PUBLIC_KEY`. */
  readonly publicKey: string;
  /** Where interactions go; undefined while the gateway has them. */
  readonly address: string | undefined;
  /**
   * Has interactions go to an address from now on, or to the gateway again. As Discord does, it first sends a PING, and another one with a
   * wrong signature (https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint). Throws where the first has no PONG or
   * the second is not refused with 401.
   */
  deliverTo(address: string | undefined): Promise<void>;
  /** Sends one interaction, signed. Rejects where nothing is responded within `withinMs`. */
  deliver(interaction: object, withinMs?: number, forgery?: Forgery): Promise<EndpointResponse>;
}

export function createEndpoint(applicationId: string): Endpoint {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  let address: string | undefined;

  async function send(
    to: string,
    interaction: object,
    withinMs: number,
    { body = JSON.stringify(interaction), headers = {}, offMs = 0 }: Forgery,
  ): Promise<EndpointResponse> {
    const timestamp = String(Math.floor((Date.now() + offMs) / 1000));
    const signature = sign(null, Buffer.from(timestamp + JSON.stringify(interaction)), privateKey);
    const sent = {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': signature.toString('hex'),
      'x-signature-timestamp': timestamp,
      ...headers,
    };
    const response = await fetch(to, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
      body,
      signal: AbortSignal.timeout(withinMs),
    });
    const text = await response.text();
    return { status: response.status, body: jsonOf(text) ?? text };
  }

  const ping = () => ({
    id: snowflake(),
    application_id: applicationId,
    type: 1,
    token: `ping-${snowflake()}`,
    version: 1,
  });

  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    get address() {
      return address;
    },
    async deliverTo(to) {
      address = undefined;
      if (to === undefined) return;
      const { status, body } = await send(to, ping(), 3000, {});
      if (status !== 200 || (body as { type?: unknown } | null)?.type !== 1)
        throw new Error(`A PING was answered with ${status} and ${JSON.stringify(body)}, not with a PONG.`);
      const wrong = await send(to, ping(), 3000, { headers: { 'x-signature-ed25519': '0'.repeat(128) } });
      if (wrong.status !== 401)
        throw new Error(`A PING with a wrong signature was answered with ${wrong.status}, not with 401.`);
      address = to;
    },
    deliver(interaction, withinMs = 3000, forgery = {}) {
      if (address === undefined) throw new Error('Nothing listens: await deliverTo(address) first.');
      return send(address, interaction, withinMs, forgery);
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
