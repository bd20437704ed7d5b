// REST requests to Discord, one at a time.
import { DefaultUserAgent, DiscordAPIError, type InternalRequest, REST } from '@discordjs/rest';
import { type Complaint, RateLimited, Refused, ServerFault, UnexpectedAnswer } from '../failures.ts';
import { fieldsOf } from '../fields.ts';
import { MULTIPART, multipartOf } from './multipart.ts';
import { type Outgoing, send } from './send.ts';

/** How long one attempt may take, its body included. */
export const ATTEMPT_MS = 15_000;

/** The longest wait that is taken from Discord, in milliseconds: its longest limits are those of a day. */
export const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * Discord's REST interface at `api`; a call may be ended sooner by its `signal`, and `sawDate` hears what time Discord says
 * it is, in milliseconds since the epoch. One call is one request: what failed is tried again by `withRetries` alone. discord.js
 * repeats a 429 that names no time at once and without end, and would hold requests back by the wall clock; so 429 is
 * an error here, and the headers that count what is left are not shown to it. Registration
 * takes three requests.
 * @throws (from its calls) RateLimited, UnexpectedAnswer, ServerFault, Refused, Unreachable, and an `AbortError` where nothing
 * answers.
 */
export function makeRest(api: string, sawDate: (ms: number) => void = () => {}): REST {
  return new PlainRest(
    {
      api,
      retries: 0,
      timeout: ATTEMPT_MS,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest: (url, init) => request(url, init, sawDate),
    },
    sawDate,
  );
}

/** Lets no error of discord.js out, since those carry addresses with tokens in them. */
class PlainRest extends REST {
  constructor(
    options: Partial<REST['options']>,
    private readonly sawDate: (ms: number) => void,
  ) {
    super(options);
  }

  override async request(options: InternalRequest): Promise<unknown> {
    if (options.auth === false) return this.answer(options);
    try {
      return await super.request(options);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      const { message, method, status, code, rawError, requestBody } = error;
      const complaints = 'errors' in rawError ? complaintsIn(rawError.errors) : [];
      throw new Refused(message, method, status, code, complaints, requestBody.json);
    }
  }

  /**
   * What answers an interaction, which is outside of the limits that discord.js keeps queues for: with them, a request takes
   * three times as much of the processor, and a burst of them is late by it.
   */
  private async answer({
    method,
    fullRoute,
    query,
    body,
    signal,
    files = [],
  }: InternalRequest): Promise<unknown> {
    const { api, version } = this.options;
    const search = query === undefined ? '' : `?${query}`;
    const returned = await exchange(
      `${api}/v${version}${fullRoute}${search}`,
      {
        method,
        headers: {
          'user-agent': DefaultUserAgent,
          ...(body !== undefined && {
            'content-type': files.length > 0 ? MULTIPART : 'application/json',
          }),
        },
        body:
          body === undefined ? undefined : files.length > 0 ? multipartOf(body, files) : JSON.stringify(body),
        signal: (signal as AbortSignal | null | undefined) ?? undefined,
      },
      this.sawDate,
    );
    if (returned.status < 400) return returned.body;
    const { message, code, errors } = fieldsOf(returned.body);
    const told = typeof code === 'number' || typeof code === 'string' ? code : 0;
    throw new Refused(String(message), method, returned.status, told, complaintsIn(errors), body);
  }
}

/** Discord nests what is wrong under the path of what it is about. */
function complaintsIn(errors: unknown, path = ''): Complaint[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]) => {
    if (key === '_errors' && Array.isArray(value)) {
      return value.map((one: { code?: unknown }) => ({ path: path || 'body', code: String(one.code) }));
    }
    return complaintsIn(value, /^\d+$/.test(key) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
  });
}

/** Discord's own answer: a success, or a refusal of HTTP 4xx with its JSON. */
interface Exchanged {
  readonly status: number;
  readonly text: string;
  /** Undefined where the text is empty. */
  readonly body: unknown;
}

async function exchange(url: string, outgoing: Outgoing, sawDate: (ms: number) => void): Promise<Exchanged> {
  const { status, headers, text } = await send(url, outgoing);
  if (status === 429) throw new RateLimited(waitOf(headers['retry-after'], text));
  if (status >= 500) throw new ServerFault(status, outgoing.method);
  // Discord sends nobody elsewhere; a network's sign-in page does.
  if (status >= 300 && status < 400) throw new UnexpectedAnswer(status);
  const body = text === '' ? undefined : jsonOf(text);
  const isRefusal = status >= 400;
  if (isRefusal ? typeof body !== 'object' || body === null : text !== '' && body === undefined) {
    throw new UnexpectedAnswer(status);
  }
  // Only now: a sign-in page's clock is not Discord's.
  const date = Date.parse(headers.date ?? '');
  if (!Number.isNaN(date)) sawDate(date);
  return { status, text, body };
}

async function request(
  url: string,
  { method = 'GET', headers, body, signal }: Parameters<REST['options']['makeRequest']>[1],
  sawDate: (ms: number) => void,
): Promise<Response> {
  const outgoing = {
    method,
    // Plain JSON and plain headers; the types are those of another copy of the same library.
    headers: headers as Record<string, string>,
    body: (body as string | null | undefined) ?? undefined,
    signal: (signal as AbortSignal | null | undefined) ?? undefined,
  };
  const { status, text } = await exchange(url, outgoing, sawDate);
  return text === ''
    ? new Response(null, { status })
    : new Response(text, { status, headers: { 'content-type': 'application/json' } });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands before Discord, such as Cloudflare, bans for longer than it says: at least a minute is waited. */
const SHORTEST_BAN_MS = 60_000;

/**
 * The wait that a 429 names in its header or, from Discord, in its body, in seconds each
 * (https://docs.discord.com/developers/topics/rate-limits), in milliseconds.
 */
function waitOf(header: string | undefined, text: string): number | undefined {
  const body = jsonOf(text);
  const isDiscords = typeof body === 'object' && body !== null;
  const told = isDiscords && 'retry_after' in body ? Number(body.retry_after) : Number.NaN;
  const seconds = Math.max(...[Number(header ?? Number.NaN), told].filter((value) => value > 0));
  if (!Number.isFinite(seconds)) return undefined;
  return Math.min(Math.max(seconds * 1000, isDiscords ? 0 : SHORTEST_BAN_MS), LONGEST_WAIT_MS);
}
