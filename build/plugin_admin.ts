/** What a developer does to a plugin on a running server, and the environment that says which server. */
import { z } from 'zod';

import { BuildError } from './errors.ts';

/** The plugin part of a server's administration. Every method throws {@link BuildError} `server_refused`. */
export interface PluginAdmin {
  /** Which server this is, for people. */
  readonly where: string;
  /** Installs a bundle, replacing an earlier one of the same id. */
  upload(fileName: string, bundle: Uint8Array<ArrayBuffer>): Promise<void>;
  enable(id: string): Promise<void>;
  disable(id: string): Promise<void>;
  /** Lines of the server's log, oldest first: the last `count` of them. */
  logs(count: number): Promise<readonly string[]>;
}

/** A running process that a server may take for the plugin it is. */
export interface AttachablePlugin {
  /** The manifest, with its version. */
  readonly manifest: { readonly id: string };
  /** Path of the unix socket on which the process waits. */
  readonly socketPath: string;
  readonly pid: number;
}

/** What only the local-mode socket lets one do. Every method throws {@link BuildError} `server_refused`. */
export interface LocalAdmin extends PluginAdmin {
  /** Has the server use a process that it did not start. */
  attach(plugin: AttachablePlugin): Promise<void>;
  /** Has the server let go of the plugin, whoever started its process. */
  detach(id: string): Promise<void>;
}

/** Which server to talk to, and as whom. */
export interface ServerAddress {
  /** The local-mode socket, which is tried first: it needs no login. */
  readonly socketPath: string;
  readonly siteUrl: string | undefined;
  readonly token: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** A server address that can be used over HTTP. */
export interface SiteAddress {
  readonly url: string;
  readonly login:
    { readonly token: string } | { readonly username: string; readonly password: string };
}

/** Where Mattermost puts its local-mode socket when nothing else is configured. */
const defaultSocketPath = '/var/tmp/mattermost_local.socket';

/** Reads the variables that the plugin template's own tool reads. Empty ones count as absent. */
export function serverAddress(env: Readonly<Record<string, string | undefined>>): ServerAddress {
  const read = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  return {
    socketPath: read('MM_LOCALSOCKETPATH') ?? defaultSocketPath,
    siteUrl: read('MM_SERVICESETTINGS_SITEURL'),
    token: read('MM_ADMIN_TOKEN'),
    username: read('MM_ADMIN_USERNAME'),
    password: read('MM_ADMIN_PASSWORD'),
  };
}

/**
 * The address as a site to log in to.
 *
 * @throws {BuildError} `usage`, naming the variable that is missing.
 */
export function siteAddress(address: ServerAddress): SiteAddress {
  const { siteUrl, token, username, password, socketPath } = address;
  if (siteUrl === undefined) {
    throw new BuildError(
      'usage',
      `No server answers at the socket ${socketPath}, and MM_SERVICESETTINGS_SITEURL is not set. ` +
        'Set it to the address of the server.',
    );
  }
  if (token !== undefined) return { url: siteUrl, login: { token } };
  if (username === undefined) {
    throw new BuildError(
      'usage',
      'MM_ADMIN_TOKEN is not set, and neither is MM_ADMIN_USERNAME. Set the token, or the name and MM_ADMIN_PASSWORD.',
    );
  }
  if (password === undefined) {
    throw new BuildError('usage', 'MM_ADMIN_USERNAME is set, but MM_ADMIN_PASSWORD is not.');
  }
  return { url: siteUrl, login: { username, password } };
}

const logLines = z.array(z.string());

/** Narrows the answer of `GET /api/v4/logs`. */
export function parseLogLines(answer: unknown): readonly string[] {
  const parsed = logLines.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new BuildError('server_refused', 'The server answered with no log.', {
    cause: parsed.error,
  });
}
