// The address of Discord's REST interface.
import { RouteBases, Routes } from 'discord-api-types/v10';
import type { EndpointConfig } from '../../config.ts';

/** How long a probe may take. What does not answer by then is tried as it is, and its fault told by whoever needs it. */
const PROBE_MS = 3000;

const version = new URL(RouteBases.api).pathname.split('/').at(-1);

/**
 * The REST address that discord.js adds the version to. Discord's own ends in `/api`; a proxy or a stand-in may be
 * named by its bare origin although its routes begin there too, so where an origin has no such route the other is tried.
 */
export async function apiOf({ apiUrl, token }: Pick<EndpointConfig, 'apiUrl' | 'token'>): Promise<string> {
  if (new URL(apiUrl).pathname !== '/') return apiUrl;
  const within = `${apiUrl}/api`;
  const isElsewhere = (await answers(apiUrl, token)) === false;
  return isElsewhere && (await answers(within, token)) ? within : apiUrl;
}

/** Whether Discord's interface is at `base`: a refused token is an answer, too. Undefined where that cannot be told now. */
async function answers(base: string, token: string | undefined): Promise<boolean | undefined> {
  try {
    const response = await fetch(`${base}/${version}${Routes.gatewayBot()}`, {
      headers: token === undefined ? {} : { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(PROBE_MS),
    });
    await response.arrayBuffer();
    if (response.status === 429 || response.status >= 500) return undefined;
    return response.status !== 404 && /json/.test(response.headers.get('content-type') ?? '');
  } catch {
    return undefined;
  }
}
