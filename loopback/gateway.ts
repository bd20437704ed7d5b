// The WebSocket gateway: identify, resume, heartbeat, events.
import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { closeCodeFor, type Identify } from './identify.ts';
import { OP, openSession, type Session, send } from './session.ts';
import type { User } from './wire.ts';

export interface Gateway {
  /** Every identification there was, refused ones among them. */
  readonly identifies: readonly Identify[];
  /** How many times a session was resumed. */
  readonly resumes: number;
  readonly heartbeats: number;
  readonly connected: boolean;
  /** Resolves once a client has logged in or resumed; rejects after `patience` milliseconds. */
  ready(patience?: number): Promise<void>;
  /** Sends an event; while the client is away it waits for the session to be resumed. False where nobody is logged in. */
  dispatch(event: string, data: unknown): boolean;
  /** Delivers events to a function of this process, as if it were logged in, until it is called with nothing. */
  attach(receive: ((event: string, data: unknown) => void) | undefined): void;
  /** Cuts the line without a closing frame. */
  drop(): void;
  /** Closes the line with a code, such as 4004. */
  close(code: number, reason?: string): void;
  /** Asks the client to reconnect and resume (opcode 7). */
  reconnect(): void;
  /** Tells the client that its session is over (opcode 9); it may resume only if `resumable`. */
  invalidate(resumable: boolean): void;
  /** While false, heartbeats go unanswered: the client must find that the line is dead. */
  acknowledging: boolean;
  /** While set, whoever identifies is turned away with this close code. */
  refuseWith: number | undefined;
  stop(): void;
}

export interface GatewayFacts {
  readonly token: string;
  readonly bot: User;
  readonly applicationId: string;
  readonly guildId: string;
  readonly heartbeatInterval: number;
  /** Where the server can be reached, without a path: `ws://127.0.0.1:1234`. */
  readonly address: () => string;
}

export function createGateway(server: Server, facts: GatewayFacts): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const identifies: Identify[] = [];
  const waiting = new Set<() => void>();
  let current: Session | undefined;
  let attached: ((event: string, data: unknown) => void) | undefined;
  let resumes = 0;
  let heartbeats = 0;

  const live = (session: Session) => {
    current = session;
    for (const done of waiting) done();
    waiting.clear();
  };

  function identify(socket: WebSocket, d: Identify): Session | undefined {
    identifies.push(d);
    const refusedWith = gateway.refuseWith ?? closeCodeFor(d, facts.token);
    if (refusedWith !== undefined) {
      socket.close(refusedWith);
      return undefined;
    }
    const session = openSession(socket);
    sessions.set(session.id, session);
    session.emit('READY', {
      v: 10,
      user: { ...facts.bot, verified: true, mfa_enabled: false, email: null },
      guilds: [{ id: facts.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: `${facts.address()}/resume`,
      shard: d.shard ?? [0, 1],
      application: { id: facts.applicationId, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
    });
    live(session);
    return session;
  }

  function resume(
    socket: WebSocket,
    d: { token: string; session_id: string; seq: number },
  ): Session | undefined {
    const session = sessions.get(d.session_id);
    if (d.token !== facts.token) {
      socket.close(4004);
      return undefined;
    }
    if (!session) {
      send(socket, OP.invalidSession, false);
      return undefined;
    }
    if (d.seq > session.last) {
      socket.close(4007);
      return undefined;
    }
    session.socket = socket;
    session.replay(d.seq);
    session.emit('RESUMED', {});
    resumes += 1;
    live(session);
    return session;
  }

  sockets.on('connection', (socket) => {
    let session: Session | undefined;
    const isLive = () => session?.socket === socket;
    send(socket, OP.hello, { heartbeat_interval: facts.heartbeatInterval });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (!session || session.socket !== socket) return;
      session.socket = undefined;
      // A client that says goodbye has no session to come back to.
      if (code === 1000 || code === 1001) forget(session);
    });
    socket.on('message', (data) => {
      const payload = parse(data);
      if (!payload) return socket.close(4002);
      switch (payload.op) {
        case OP.heartbeat:
          heartbeats += 1;
          if (gateway.acknowledging) send(socket, OP.heartbeatAck, null);
          return;
        case OP.identify:
          if (isLive()) return socket.close(4005);
          session = identify(socket, payload.d as Identify);
          return;
        case OP.resume:
          if (isLive()) return socket.close(4005);
          session = resume(socket, payload.d as { token: string; session_id: string; seq: number });
          return;
        default:
          if (!isLive()) return socket.close(4003);
          if (payload.op !== OP.presence) socket.close(4001);
      }
    });
  });

  function forget(session: Session) {
    sessions.delete(session.id);
    if (current === session) current = undefined;
  }

  const gateway: Gateway = {
    identifies,
    acknowledging: true,
    refuseWith: undefined,
    get resumes() {
      return resumes;
    },
    get heartbeats() {
      return heartbeats;
    },
    get connected() {
      return current?.socket !== undefined;
    },
    ready(patience = 10_000) {
      if (current?.socket) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`No client logged in within ${patience} ms.`)),
          patience,
        );
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    attach(receive) {
      attached = receive;
    },
    dispatch(event, data) {
      if (attached) {
        // As it would come over a wire: nothing of it is shared.
        attached(event, structuredClone(data));
        return true;
      }
      if (!current) return false;
      current.emit(event, data);
      return true;
    },
    drop() {
      const socket = current?.socket;
      if (current) current.socket = undefined;
      socket?.terminate();
    },
    close(code, reason) {
      const session = current;
      const socket = session?.socket;
      if (!session || !socket) return;
      session.socket = undefined;
      if (code === 1000 || code === 1001) forget(session);
      socket.close(code, reason);
    },
    reconnect() {
      send(current?.socket, OP.reconnect, null);
    },
    invalidate(resumable) {
      const session = current;
      const socket = session?.socket;
      if (session) session.socket = undefined;
      if (session && !resumable) forget(session);
      send(socket, OP.invalidSession, resumable);
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  return gateway;
}

function parse(data: RawData): { op: number; d: unknown } | undefined {
  try {
    return JSON.parse(data.toString());
  } catch {
    return undefined;
  }
}
