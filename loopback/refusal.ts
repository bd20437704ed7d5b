/** One thing wrong with a body: where, and Discord's code and words for it. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** An answer that is not a success (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json). */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly problems: readonly Problem[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of Discord's JSON: the page of a proxy. */
  readonly page?: string;
  /** No answer at all. */
  readonly silent?: true;
  /** The line is reset instead of an answer. */
  readonly reset?: true;
  /** The request is carried out all the same: it is the answer that is lost. */
  readonly carriedOut?: true;
}

/** HTTP 429 as Discord sends it, with its wait in seconds; without a wait where it is left out. */
export function rateLimited(seconds?: number): Refusal {
  const headers = seconds === undefined ? {} : { 'retry-after': String(seconds) };
  return { ...refusal(429, 0, 'You are being rate limited.'), headers };
}

/** What stands before Discord answers: Cloudflare's ban, a network's sign-in page, `null`. */
export function paged(status: number, page: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return { ...refusal(status, 0, ''), page, headers: { 'content-type': 'text/html', ...headers } };
}

export const REFUSALS = {
  unauthorized: refusal(401, 0, '401: Unauthorized'),
  notFound: refusal(404, 0, '404: Not Found'),
  methodNotAllowed: refusal(405, 0, '405: Method Not Allowed'),
  serverError: refusal(500, 0, '500: Internal Server Error'),
  unknownApplication: refusal(404, 10002, 'Unknown Application'),
  unknownMessage: refusal(404, 10008, 'Unknown Message'),
  unknownWebhook: refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: refusal(404, 10062, 'Unknown interaction'),
  unknownCommand: refusal(404, 10063, 'Unknown application command'),
  tooManyCreates: refusal(
    400,
    30034,
    'Max number of daily application command creates has been reached (200)',
  ),
  alreadyAcknowledged: refusal(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: refusal(
    400,
    40094,
    'This interaction has reached the maximum number of follow-up messages.',
  ),
  missingAccess: refusal(403, 50001, 'Missing Access'),
  emptyMessage: refusal(400, 50006, 'Cannot send an empty message'),
  invalidWebhookToken: refusal(401, 50027, 'Invalid Webhook Token'),
  /** What came in the place of a response to a signed request. */
  noInteractionResponse: refusal(0, 0, 'The application did not respond.'),
  silence: { ...refusal(0, 0, ''), silent: true },
  /** The request arrives; its answer does not. */
  silenceAfter: { ...refusal(0, 0, ''), silent: true, carriedOut: true },
  reset: { ...refusal(0, 0, ''), reset: true },
  resetAfter: { ...refusal(0, 0, ''), reset: true, carriedOut: true },
  notJson: refusal(400, 50109, 'The request body contains invalid JSON.'),
} as const;

export function refusal(status: number, code: number, message: string): Refusal {
  return { status, code, message, problems: [] };
}

/** 50035, with every problem. */
export function invalidForm(problems: readonly Problem[]): Refusal {
  return { status: 400, code: 50035, message: 'Invalid Form Body', problems };
}

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** The JSON of a refusal; problems are nested under the path of what they are about, as Discord nests them. */
export function refusalBody({ code, message, problems }: Refusal): object {
  if (problems.length === 0) return { message, code };
  const errors: ErrorTree = {};
  for (const problem of problems) {
    let node = errors;
    for (const key of problem.path) {
      const child = node[key];
      const next: ErrorTree = child === undefined || Array.isArray(child) ? {} : child;
      node[key] = next;
      node = next;
    }
    const here = node._errors;
    const entry = { code: problem.code, message: problem.message };
    if (Array.isArray(here)) here.push(entry);
    else node._errors = [entry];
  }
  return { message, code, errors };
}
