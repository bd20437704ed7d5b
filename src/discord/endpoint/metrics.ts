// What is counted of the bot while it runs, for Prometheus. No words, no ids: kinds, numbers and times.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Holdings, Lookup } from '../../scope/libraries.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { FirstResponse } from './response-carrier.ts';

/** Why a request was refused. */
export type Refusal = 'signature' | 'timestamp' | 'size' | 'slow' | 'malformed' | 'repeated';

export interface Metrics {
  /** An interaction was responded to, or was not, so many seconds after it came. */
  responded(kind: Interaction['kind'], outcome: FirstResponse | 'failed', seconds: number): void;
  refused(why: Refusal): void;
  lookedUp(how: Lookup): void;
  roundTrip(): void;
  /** Where the numbers are found that are asked for when somebody looks. */
  watch(holdings: () => Holdings, underway: () => number): void;
  readonly contentType: string;
  /** All of it in Prometheus's text format. */
  text(): Promise<string>;
}

/** In seconds: from what a short question takes to the three seconds that Discord waits. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3];

/** How often it is looked how late the event loop is, in milliseconds. The usual 10 keep a processor busy for one percent of the time. */
const LAG_MS = 200;

export function makeMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LAG_MS });
  const interactions = new Counter({
    name: 'verbatim_interactions_total',
    help: 'Interactions by kind, and whether they were answered, deferred or failed at first',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'verbatim_answer_seconds',
    help: 'Seconds until the first response to an interaction',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'verbatim_refused_requests_total',
    help: 'Requests that were refused, by reason',
    labelNames: ['reason'],
    registers,
  });
  const lookups = new Counter({
    name: 'verbatim_library_lookups_total',
    help: 'Libraries of servers and people that were in memory (hit), were made (miss), or were being made (shared)',
    labelNames: ['result'],
    registers,
  });
  const roundTrips = new Counter({
    name: 'verbatim_database_round_trips_total',
    help: 'Statements sent to a PostgreSQL server',
    registers,
  });
  return {
    responded(kind, outcome, elapsed) {
      interactions.inc({ kind, outcome });
      if (outcome !== 'failed') seconds.observe({ kind }, elapsed);
    },
    refused: (reason) => refusals.inc({ reason }),
    lookedUp: (result) => lookups.inc({ result }),
    roundTrip: () => roundTrips.inc(),
    watch(holdings, underway) {
      const gauge = (name: string, help: string, value: () => number) =>
        new Gauge({
          name,
          help,
          registers,
          collect() {
            this.set(value());
          },
        });
      gauge('verbatim_libraries_held', 'Libraries in memory', () => holdings().libraries);
      gauge('verbatim_libraries_bytes', 'Bytes that they take, at about', () => holdings().bytes);
      gauge('verbatim_answers_underway', 'Answers that are not sent yet', underway);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
