/** Websocket connections of one node: `/api/v4/websocket` with its challenge, its actions and the workspace's events. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { newId } from '../ids.ts';
import { readCredentials, type Login, type Sessions } from '../sign_in/index.ts';
import type { SocketEvent, Workspace } from '../workspace/index.ts';

/** How long a connection has to say who it is, in milliseconds. */
const authenticationTimeoutMs = 30_000;

const action = z.object({
  seq: z.number().default(0),
  action: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

/** What the hub stands on. */
export interface HubOptions {
  readonly workspace: Workspace;
  readonly sessions: Sessions;
  readonly serverVersion: string;
  readonly now: () => number;
}

/** One client. Without a login it gets no events. */
interface Connection {
  readonly id: string;
  readonly socket: WebSocket;
  readonly timer: NodeJS.Timeout;
  login: Login | undefined;
  seq: number;
}

/** All connections of a node. */
export class SocketHub {
  readonly #options: HubOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #unsubscribe: () => void;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#unsubscribe = options.workspace.signals.onSocketEvent((event) => this.#publish(event));
  }

  /** Takes over a connection that asked for an upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#connect(request, client));
  }

  /** Drops every connection, as a network does that goes away. Clients may come back. */
  drop(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  /** Ends every connection. May be called twice. */
  close(): void {
    this.#unsubscribe();
    for (const { socket, timer } of this.#connections) {
      clearTimeout(timer);
      socket.terminate();
    }
    this.#connections.clear();
    this.#server.close();
  }

  #connect(request: IncomingMessage, socket: WebSocket): void {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { token } = readCredentials({
      authorization: request.headers.authorization,
      cookie: request.headers.cookie,
      query: searchParams,
    });
    const timer = setTimeout(() => socket.close(), authenticationTimeoutMs);
    timer.unref();
    const connection: Connection = { id: newId(), socket, timer, login: undefined, seq: 0 };
    this.#connections.add(connection);
    socket.on('message', (data) => this.#act(connection, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(timer);
      this.#connections.delete(connection);
    });
    if (token !== '') this.#authenticate(connection, token);
  }

  #authenticate(connection: Connection, token: string): boolean {
    connection.login = this.#options.sessions.byToken(token, this.#options.now());
    if (connection.login === undefined) return false;
    clearTimeout(connection.timer);
    this.#send(connection, {
      event: 'hello',
      data: { server_version: this.#options.serverVersion, connection_id: connection.id },
      audience: { userId: connection.login.session.userId },
    });
    return true;
  }

  #act(connection: Connection, data: RawData): void {
    const parsed = action.safeParse(parseJson(data));
    if (!parsed.success) return;
    const { seq, action: name, data: given } = parsed.data;
    const reply = (body: object): void =>
      connection.socket.send(JSON.stringify({ ...body, seq_reply: seq }));
    if (name === 'authentication_challenge') {
      const token = typeof given['token'] === 'string' ? given['token'] : '';
      if (this.#authenticate(connection, token)) reply({ status: 'OK' });
      else connection.socket.close();
    } else if (connection.login === undefined) {
      const error = { id: 'api.web_socket_router.not_authenticated.app_error', status_code: 401 };
      reply({ status: 'FAIL', error });
    } else if (name === 'ping') {
      const { now, serverVersion } = this.#options;
      reply({ status: 'OK', data: { text: 'pong', version: serverVersion, server_time: now() } });
    } else reply({ status: 'OK' });
  }

  #publish(event: SocketEvent): void {
    for (const connection of this.#connections) {
      if (this.#gets(connection, event)) this.#send(connection, event);
    }
  }

  /** `WebConn.ShouldSendEvent`. */
  #gets({ id, login }: Connection, { audience }: SocketEvent): boolean {
    if (login === undefined) return false;
    const { userId } = login.session;
    const { channels, teams } = this.#options.workspace;
    if (isSet(audience.connectionId)) return audience.connectionId === id;
    if (isSet(audience.omitConnectionId) && audience.omitConnectionId === id) return false;
    if (isSet(audience.userId)) return audience.userId === userId;
    if (audience.omitUsers?.has(userId) === true) return false;
    if (isSet(audience.channelId)) return channels.member(audience.channelId, userId) !== undefined;
    if (isSet(audience.teamId)) return teams.member(audience.teamId, userId)?.deleteAt === 0;
    return true;
  }

  #send(connection: Connection, { event, data, audience }: SocketEvent): void {
    const broadcast = {
      omit_users: null,
      user_id: audience.userId ?? '',
      channel_id: audience.channelId ?? '',
      team_id: audience.teamId ?? '',
      connection_id: audience.connectionId ?? '',
      omit_connection_id: audience.omitConnectionId ?? '',
    };
    connection.socket.send(JSON.stringify({ event, data, broadcast, seq: connection.seq }));
    connection.seq += 1;
  }
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function parseJson(data: RawData): unknown {
  try {
    // The default of `ws` is to hand over a Buffer; its type allows more.
    return JSON.parse(Buffer.isBuffer(data) ? data.toString() : '');
  } catch {
    return undefined;
  }
}
