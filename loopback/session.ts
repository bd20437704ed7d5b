// One gateway session and what it was sent.
import type { WebSocket } from 'ws';
import { snowflake } from './people.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** What a client has been told since it identified, so that it can be told again. */
export interface Session {
  readonly id: string;
  /** The line to the client, while there is one. */
  socket: WebSocket | undefined;
  /** The sequence number of the last event. */
  readonly last: number;
  emit(event: string, data: unknown): void;
  /** Sends again what came after event number `seq`. */
  replay(seq: number): void;
}

export function openSession(socket: WebSocket): Session {
  const events: { t: string; d: unknown }[] = [];
  const sendEvent = (index: number) => {
    const event = events[index];
    if (event) session.socket?.send(JSON.stringify({ op: OP.dispatch, s: index + 1, ...event }));
  };
  const session: Session = {
    id: snowflake(),
    socket,
    get last() {
      return events.length;
    },
    emit(t, d) {
      events.push({ t, d });
      sendEvent(events.length - 1);
    },
    replay(seq) {
      for (let index = seq; index < events.length; index += 1) sendEvent(index);
    },
  };
  return session;
}

export function send(socket: WebSocket | undefined, op: number, d: unknown): void {
  socket?.send(JSON.stringify({ op, d, s: null, t: null }));
}
