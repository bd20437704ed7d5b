// What can go wrong between the bot and Discord.
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** What Discord found wrong in a body: where, as `data.components[0].custom_id`, and its code for it. */
export interface Complaint {
  readonly path: string;
  readonly code: string;
}

/** Discord refused a request: HTTP 4xx with its JSON. The message is Discord's, and may quote what was sent. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    message: string,
    readonly method: string,
    readonly status: number,
    /** One of Discord's JSON error codes; 0 where it names none. */
    readonly code: number | string,
    readonly complaints: readonly Complaint[] = [],
    /** The body that was refused. */
    readonly sent: unknown = undefined,
  ) {
    super(message);
  }
}

/** Whether Discord refused since the message is gone, as one is that its reader dismissed. */
export function isGone(error: unknown): boolean {
  return error instanceof Refused && error.code === RESTJSONErrorCodes.UnknownMessage;
}

/** HTTP 5xx. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';

  constructor(
    readonly status: number,
    readonly method: string,
  ) {
    super(`HTTP ${status}`);
  }
}

/** HTTP 429. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';

  /**
   * @param waitMs How long to wait, in milliseconds; undefined where the answer does not say.
   */
  constructor(readonly waitMs: number | undefined) {
    super('HTTP 429');
  }
}

/** No answer, since the network failed. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(
    /** The system's name for what went wrong, such as `ECONNREFUSED`. */
    readonly code: string,
    /** Whether a line was open for it; false where it had still been waiting for one, so that nothing was sent. */
    readonly hadLine: boolean,
  ) {
    super(code);
  }
}

/** An answer that Discord does not give, such as a hotel's sign-in page. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(readonly status: number) {
    super(`HTTP ${status} with something else than Discord's JSON`);
  }
}

/**
 * A response that was sent, but of which no word came back in time: it may stand at Discord, or not. `cause` is what the
 * last attempt threw.
 */
export class Unheard extends Error {
  override readonly name = 'Unheard';

  constructor(cause: unknown) {
    super('no word of whether it arrived', { cause });
  }
}

/** A first response was not given, since whoever waited for it may have gone elsewhere. */
export class TooLate extends Error {
  override readonly name = 'TooLate';

  constructor() {
    super('too late for a response');
  }
}

/** Whether a request may have arrived although it failed: nothing was answered, or the line broke under it. */
export function mayHaveArrived(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isTimeout(error)) return true;
  return error instanceof Unreachable && error.hadLine;
}

/** Whether the line broke, as one does that was kept open for long: another is open at once. */
export function isReset(error: unknown): boolean {
  return error instanceof Unreachable && ['ECONNRESET', 'ECONNABORTED', 'EPIPE'].includes(error.code);
}

const isTimeout = ({ name }: Error) => name === 'TimeoutError' || name === 'AbortError';

/** Why something failed, as the end of a sentence, where another attempt may succeed; undefined where it cannot. */
export function passingReason(error: unknown): string | undefined {
  if (error instanceof RateLimited) return 'Discord answered that it is asked too often (HTTP 429)';
  if (error instanceof ServerFault) return `Discord answered HTTP ${error.status}`;
  if (error instanceof UnexpectedAnswer) return 'something that is not Discord answered';
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Unheard) return passingReason(error.cause);
  if (isTimeout(error)) return 'Discord did not answer';
  return error instanceof Unreachable ? `Discord could not be reached (${error.code})` : undefined;
}
