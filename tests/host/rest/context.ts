/** What the REST routes of one node stand on, and the helpers that all of them use. */
import type { Context, Hono } from 'hono';
import type { Manifest } from '../plugins/index.ts';
import type { User } from '../../../server/mattermost/model/index.ts';
import { AppFailure } from '../app_failure.ts';
import type { HostNode } from '../host_node.ts';
import type { Interactions } from '../interactions.ts';
import type { Login } from '../sign_in/index.ts';
import type { SharedServices } from '../services.ts';

/** Installing and switching plugins, on all nodes. */
export interface PluginAdministration {
  install(bundle: Uint8Array, force: boolean): Promise<Manifest>;
  enable(id: string): Promise<void>;
  disable(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  isEnabled(id: string): boolean;
  readonly nodes: readonly HostNode[];
}

/** The server behind the routes. */
export interface RestContext {
  readonly node: HostNode;
  readonly services: SharedServices;
  readonly admin: PluginAdministration;
  readonly interactions: Interactions;
}

/** What a request knows once its session was found. */
export interface RestEnvironment {
  Variables: { login: Login; user: User };
}

/** The REST interface of one node, while its routes are added. */
export type RestApp = Hono<RestEnvironment>;
/** One request to it, by somebody who is signed in. */
export type RestRequest = Context<RestEnvironment>;

/** @throws {AppFailure} 403 unless the user may do it. */
export function requirePermission({ services }: RestContext, user: User, permission: string): void {
  if (!services.workspace.permissions.to(user.id, permission)) throw forbidden();
}

/** @throws {AppFailure} 403 unless the user may read the channel. */
export function requireChannel({ services }: RestContext, user: User, channelId: string): void {
  const { permissions } = services.workspace;
  if (!permissions.toChannel(user.id, channelId, 'read_channel')) throw forbidden();
}

/** The user that a path names: `me`, or an id. */
export function userOf(request: RestRequest, { services }: RestContext): User {
  const id = request.req.param('user') ?? 'me';
  return id === 'me' ? request.get('user') : services.workspace.users.get(id);
}

/** The page a query asks for. */
export function pageOf(request: RestRequest): { page: number; perPage: number } {
  return {
    page: Number(request.req.query('page') ?? 0),
    perPage: Number(request.req.query('per_page') ?? 60),
  };
}

function forbidden(): AppFailure {
  return new AppFailure('Permissions', 'api.context.permissions.app_error', 403);
}
