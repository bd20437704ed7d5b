// Connects to the gateway, and stays connected.
import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import {
  DefaultWebSocketManagerOptions,
  type SessionInfo,
  SimpleIdentifyThrottler,
  WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayCloseCodes, Routes } from 'discord-api-types/v10';

import * as z from 'zod';
import { passingReason, Refused, UnexpectedAnswer } from '../failures.ts';
import type { Log } from '../log.ts';
import { LONGEST_WAIT_MS } from './rest.ts';
import { durationOf, LOGIN, reconnectionPause, tellSilence, withRetries } from './retry.ts';

export const TOKEN_REFUSED =
  'Discord refused the token. Copy a new one into DISCORD_TOKEN: https://discord.com/developers/applications → your application → Bot → Reset Token';

/** Close codes after which Discord refuses every new attempt: trying again would only use up the day's 1,000 logins. */
const FATAL: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard that it had recommended. Start again later',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants more shards for so many servers. Start again',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer knows this version of its interface. Update Verbatim',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord refused the intents, though none was asked for. Update Verbatim',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refused an intent, though none was asked for. Update Verbatim',
};

/** How often the gateway is tried before the first login has succeeded: two to three minutes. */
const FIRST_ATTEMPTS = 8;
/** A step of the login that has no answer by then is begun anew. */
const STEP_MS = 15_000;
/** A shard that is not logged in and has given no sign of trying for so long has lost its way. */
const LOST_MS = 120_000;
/** Discord resets the token of a bot that logs in more than 1,000 times a day; one login in so many milliseconds is less. */
const LOGIN_SPACE_MS = 90_000;
/** How many logins may come closer together than that, as in an hour of an unsteady network. */
const CLOSE_LOGINS = 20;
/** How many times the line may be cut within how long, in milliseconds, before pauses grow although it comes back. */
const UNSTEADY = { cuts: 20, withinMs: 10 * 60_000 };
/** Discord drops an interaction that has no response so many milliseconds after it sent it. */
const ANSWERABLE_MS = 3000;
/** How long leaving may take. */
const LEAVE_MS = 1000;

/** Who the bot is, from READY. */
export interface Self {
  readonly username: string;
  readonly applicationId: string;
}

export interface Gateway {
  /**
   * Logs in, and resolves when every shard is. Throws what the last attempt threw, or a `GatewayClosed`; a token that
   * Discord does not know is a `Refused` of status 401.
   */
  enter(): Promise<Self>;
  leave(): Promise<void>;
}

/** The gateway let nobody in. */
export class GatewayClosed extends Error {
  override readonly name = 'GatewayClosed';
}

export interface GatewayOptions {
  readonly token: string;
  readonly rest: REST;
  readonly log: Log;
  /**
   * Takes an event's name and data, and how many milliseconds ago Discord sent it: 0 unless it comes again after a cut line.
   * What it throws is lost.
   */
  readonly onEvent: (name: string, data: unknown, ageMs: number) => void;
  /** How many milliseconds ago an id was made, by Discord's clock. */
  readonly ageOf: (id: string) => number;
  /** Called where Discord will not have the bot back. */
  readonly fail: (sentence: string) => void;
}

function isGatewayAddress(address: string): boolean {
  return /^wss?:\/\/./.test(address) && URL.canParse(address);
}

/** What is needed of `GET /gateway/bot`; the rest has values that do no harm. */
const gatewayInformation = z.object({
  url: z.string().refine(isGatewayAddress),
  // Discord recommends one for each thousand servers.
  shards: z.int().min(1).max(10_000).catch(1),
  session_start_limit: z
    .object({
      total: z.number().catch(1000),
      remaining: z.number().catch(1000),
      reset_after: z.number().catch(0),
      max_concurrency: z.number().min(1).catch(1),
    })
    .catch({ total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }),
});

const readyEvent = z.object({
  user: z.object({ id: z.string().catch(''), username: z.string().catch('unknown') }),
  application: z.object({ id: z.string() }).optional().catch(undefined),
});

const interactionEvent = z.object({ id: z.string() });

/**
 * Discord's gateway, without any intent: interactions arrive all the same. Events come raw, since discord.js's classes
 * throw on some. A line that is cut is taken up again, for ever, with growing pauses; that and its end are logged.
 */
export function makeGateway({ token, rest, log, onEvent, ageOf, fail }: GatewayOptions): Gateway {
  const shards: WebSocketShard[] = [];
  const tell = (sentence: string) => log.warn(sentence);
  let isLeaving = false;

  async function information() {
    const body = await withRetries(
      'The login',
      async () => {
        const read = gatewayInformation.safeParse(await rest.get(Routes.gatewayBot()));
        if (!read.success) throw new UnexpectedAnswer(200);
        return read.data;
      },
      LOGIN,
      tell,
    );
    const { remaining, reset_after: reset } = body.session_start_limit;
    if (remaining < body.shards && reset > 0) {
      const wait = Math.min(reset, LONGEST_WAIT_MS);
      tell(`The login waits ${durationOf(wait)}, since Discord allows no more logins until then.`);
      await sleep(wait);
      tell(`The login goes on after ${durationOf(wait)}.`);
    }
    return body;
  }

  return {
    async enter() {
      const gateway = await information();
      const throttle = new SimpleIdentifyThrottler(gateway.session_start_limit.max_concurrency);
      const options = {
        ...DefaultWebSocketManagerOptions,
        token,
        intents: 0 as const,
        gatewayInformation: gateway,
        shardCount: gateway.shards,
        handshakeTimeout: STEP_MS,
        helloTimeout: STEP_MS,
        readyTimeout: STEP_MS,
      };
      const silence = tellSilence('The login', tell);
      silence.begin();
      try {
        const selves = Array.from({ length: gateway.shards }, (_, id) => {
          const { shard, ready } = follow(id, options, (signal) => throttle.waitForIdentify(id, signal));
          shards.push(shard);
          // It goes on trying by itself; where it cannot, the watch in `follow` opens it anew.
          shard.connect().catch(() => {});
          return ready;
        });
        const [self] = await Promise.all(selves);
        if (!self) throw new GatewayClosed('Discord recommends no shard');
        silence.end(true);
        return self;
      } finally {
        silence.end(false);
      }
    },
    async leave() {
      isLeaving = true;
      await Promise.race([Promise.allSettled(shards.map((shard) => shard.destroy())), sleep(LEAVE_MS)]);
    },
  };

  function follow(
    id: number,
    options: ConstructorParameters<typeof WebSocketShard>[0]['options'],
    waitForIdentify: (signal: AbortSignal) => Promise<void>,
  ): { shard: WebSocketShard; ready: Promise<Self> } {
    let session: SessionInfo | null = null;
    let attempts = 0;
    let awaySince: number | undefined;
    let isTold = false;
    let replayed = 0;
    let isReplaying = false;
    let missed = 0;
    let lastCode: number | undefined;
    let lastSign = performance.now();
    let lastReason = 'no answer';
    let isGreeted = false;
    const cuts: number[] = [];
    const logins: number[] = [];

    /** Resolves when the gateway may be tried again. */
    async function pause(): Promise<void> {
      attempts += 1;
      if (isEntering && attempts > FIRST_ATTEMPTS) {
        rejectReady(new GatewayClosed(lastReason));
        return new Promise(() => {});
      }
      // The first attempt after a cut, which often succeeds, comes after the half second that the library waits.
      const growing = attempts <= 1 ? 0 : reconnectionPause(attempts - 1);
      const spaced = session === null && logins.length >= CLOSE_LOGINS ? spaceAfter(logins) : 0;
      const wait = Math.max(growing, spaced);
      if (wait > 5000 && !isTold) {
        isTold = true;
        const why = spaced > growing ? 'it has logged in often' : `Discord is out of reach (${lastReason})`;
        tell(
          `The bot waits ${durationOf(wait)} before it tries again, since ${why}. Pauses grow to a minute.`,
        );
      }
      await sleep(wait);
      if (isLeaving) return new Promise(() => {});
    }

    /** Milliseconds until another login keeps to the day's number. */
    function spaceAfter(times: readonly number[]): number {
      const earliest = times[times.length - CLOSE_LOGINS] ?? 0;
      const span = CLOSE_LOGINS * LOGIN_SPACE_MS;
      return performance.now() - earliest < span ? LOGIN_SPACE_MS : 0;
    }

    const shard = new WebSocketShard(
      {
        options,
        async retrieveSessionInfo() {
          // Asked in two places: before a connection is opened, when there is none, and for a heartbeat.
          if (shard.status === WebSocketShardStatus.Idle) {
            lastSign = Number.POSITIVE_INFINITY;
            await pause();
            lastSign = performance.now();
          }
          return session;
        },
        updateSessionInfo(_, info) {
          // The library would log in anew after this code, and what was sent meanwhile would be lost. Discord keeps the session
          // of a client that was too quick; where it does not, it says so when the session is resumed.
          if (info === null && lastCode === GatewayCloseCodes.RateLimited) {
            lastCode = undefined;
            return;
          }
          // An address that is none would throw within the library, where nobody would try again.
          session =
            info && isGatewayAddress(info.resumeURL)
              ? info
              : info && { ...info, resumeURL: options.gatewayInformation.url };
        },
        async waitForIdentify(_, signal) {
          await waitForIdentify(signal);
          logins.push(performance.now());
          logins.splice(0, logins.length - CLOSE_LOGINS);
        },
      },
      id,
    );

    let isEntering = true;
    let resolveReady: (self: Self) => void = () => {};
    let rejectReady: (error: Error) => void = () => {};
    const ready = new Promise<Self>((resolve, reject) => {
      resolveReady = resolve;
      rejectReady = reject;
    });

    const returned = () => {
      lastSign = performance.now();
      const { cuts: most, withinMs } = UNSTEADY;
      while (cuts[0] !== undefined && performance.now() - cuts[0] > withinMs) cuts.shift();
      attempts = Math.max(0, cuts.length - most);
      isTold &&= attempts > 0;
      const seconds = awaySince === undefined ? 0 : Math.round((performance.now() - awaySince) / 1000);
      awaySince = undefined;
      return { shard: id, seconds };
    };
    shard.on(WebSocketShardEvents.Ready, ({ data }) => {
      isReplaying = false;
      const wasAway = awaySince !== undefined && !isEntering;
      const about = returned();
      if (wasAway)
        log.info(about, 'Connected anew: what was sent meanwhile is lost, and how much is not told');
      isEntering = false;
      const { user, application } = readyEvent.catch({ user: { id: '', username: 'unknown' } }).parse(data);
      resolveReady({ username: user.username, applicationId: application?.id ?? user.id });
    });
    /** The last of the events that come again after a cut line. */
    const resumed = () => {
      isReplaying = false;
      log.info({ ...returned(), replayed }, 'Resumed');
      if (missed === 0) return;
      const what = missed === 1 ? '1 interaction' : `${missed} interactions`;
      log.warn({ shard: id, missed }, `${what} came too late to be answered, after a cut line`);
      missed = 0;
    };
    shard.on(WebSocketShardEvents.Hello, () => {
      isGreeted = true;
      isReplaying = session !== null;
    });
    shard.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (isLeaving) return;
      lastSign = performance.now();
      // It is the bot that closes, with 1000, where nothing was said in time.
      lastReason = isGreeted ? `close code ${code}` : 'no answer';
      isGreeted = false;
      cuts.push(performance.now());
      cuts.splice(0, cuts.length - 2 * UNSTEADY.cuts);
      replayed = 0;
      lastCode = code;
      const sentence = FATAL[code];
      if (sentence) {
        log.info({ shard: id, code }, 'Disconnected from Discord');
        fail(sentence);
      } else if (awaySince === undefined) {
        // An outage of an hour is worth one line.
        log.info({ shard: id, code }, 'Reconnecting to Discord');
      }
      awaySince ??= performance.now();
    });
    shard.on(WebSocketShardEvents.Error, ({ error }) => {
      lastReason = error.message;
      if (!isLeaving) log.warn({ shard: id, err: error }, 'Connection error');
    });
    shard.on(WebSocketShardEvents.Dispatch, ({ data: { t: name, d: data } }) => {
      // Told by the event itself: the library's own word of it may come before events that came before it.
      if (name === 'RESUMED') return resumed();
      replayed += 1;
      const ageMs = isReplaying ? ageIn(name, data) : 0;
      if (ageMs > ANSWERABLE_MS) {
        missed += 1;
        return;
      }
      try {
        onEvent(name, data, ageMs);
      } catch (error) {
        log.error({ event: name, err: error }, 'An event was lost');
      }
    });

    // What the library throws on an event that it cannot read may leave it in between.
    setInterval(() => {
      if (isLeaving || shard.status === WebSocketShardStatus.Ready) return;
      if (performance.now() - lastSign < LOST_MS) return;
      log.warn({ shard: id }, 'The connection was lost on the way and is opened anew');
      lastSign = performance.now();
      // What it threw on may have been the session.
      session = null;
      const opened =
        shard.status === WebSocketShardStatus.Idle
          ? shard.connect()
          : shard.destroy({ recover: WebSocketShardDestroyRecovery.Reconnect });
      opened.catch(() => {});
    }, LOST_MS).unref();

    return { shard, ready };
  }

  /** Milliseconds since an interaction was sent first; 0 for what is none. */
  function ageIn(name: string, data: unknown): number {
    const read = name === 'INTERACTION_CREATE' ? interactionEvent.safeParse(data) : undefined;
    return read?.success ? ageOf(read.data.id) : 0;
  }
}

/** Why the bot cannot log in, as a sentence. */
export function loginFailure(error: unknown): string {
  if (error instanceof Refused) {
    if (error.status === 401) return TOKEN_REFUSED;
    return `The login failed: Discord refused it (HTTP ${error.status}, code ${error.code})`;
  }
  const check = 'Check the connection, and DISCORD_API_URL if it is set';
  if (error instanceof GatewayClosed) {
    return `The login failed: the gateway let nobody in (${error.message}). ${check}`;
  }
  const reason = passingReason(error);
  return reason === undefined ? `The login failed. ${check}` : `The login failed: ${reason}. ${check}`;
}
