/** The HTTP port of one node, on 127.0.0.1 only: plugin routes, REST, websocket, and the page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toError } from '../../../server/errors.ts';
import type { HostNode } from '../host_node.ts';
import { Interactions } from '../interactions.ts';
import { restApi } from '../rest/index.ts';
import type { PluginAdministration } from '../rest/index.ts';
import { serveSite } from '../page/index.ts';
import type { SharedServices } from '../services.ts';
import { servePermalink } from './permalink_page.ts';
import { servePluginRoute } from './plugin_route.ts';
import { respond, toRequest } from './web_standard.ts';
import { SocketHub } from './socket_hub.ts';

/** Where everything listens. */
const address = '127.0.0.1';

/** A node's port. */
export class HttpServer {
  readonly #server: Server;
  readonly #hub: SocketHub;
  readonly #node: HostNode;
  readonly #services: SharedServices;
  readonly #rest: ReturnType<typeof restApi>;
  #port = 0;
  #closing: Promise<void> | undefined;

  private constructor(node: HostNode, services: SharedServices, admin: PluginAdministration) {
    this.#node = node;
    this.#services = services;
    this.#hub = new SocketHub({ ...services, now: () => node.clock.now() });
    this.#rest = restApi({ node, services, admin, interactions: new Interactions(node, services) });
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('upgrade', (request, socket, head) => {
      const isApi = request.url?.startsWith(`${services.subpath}/api/v4/websocket`) === true;
      if (isApi) this.#hub.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  /** Listens on `port`, or on a free one when it is taken or 0. */
  static async listen(
    node: HostNode,
    services: SharedServices,
    admin: PluginAdministration,
    port: number,
  ): Promise<HttpServer> {
    const server = new HttpServer(node, services, admin);
    try {
      await server.#listen(port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken) throw error;
      await server.#listen(0);
    }
    return server;
  }

  /** Where it listens, or listened. */
  get url(): string {
    return `http://${address}:${String(this.#port)}${this.#services.subpath}`;
  }

  /** Drops all websockets; clients may come back. */
  dropSockets(): void {
    this.#hub.drop();
  }

  /** Ends all connections and stops listening. May be called twice. */
  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      this.#hub.close();
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
    return this.#closing;
  }

  #listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, address, () => {
        this.#server.off('error', reject);
        this.#port = (this.#server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  async #route(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [node, services] = [this.#node, this.#services];
    if (/^\/plugins\/[^/]/.test(path)) {
      await servePluginRoute(node, services, request, response);
    } else if (await serveSite(node, services, path, request, response)) {
      // A browser got the page, or a file.
    } else if (!servePermalink(node, services, path, request, response)) {
      await respond(response, await this.#rest(toRequest(request)));
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { subpath } = this.#services;
    const url = request.url ?? '/';
    try {
      if (url === subpath) response.writeHead(302, { Location: `${subpath}/` }).end();
      else if (url.startsWith(`${subpath}/`))
        await this.#route(url.slice(subpath.length), request, response);
      else response.writeHead(404).end();
    } catch (error) {
      this.#services.log
        .server(this.#node.index)
        .error('request failed', { error: toError(error) });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }
}
