/** What a go-plugin host says to its plugin through environment variables. */
import { GoPluginError } from './errors.ts';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Proves that the process was started by a host that knows it: a variable and its exact value. */
export interface MagicCookie {
  readonly name: string;
  readonly value: string;
}

/** What the environment says, checked. */
export interface PluginEnvironment {
  /** Where the host wants the socket, if it says. */
  readonly socketDirectory: string | undefined;
  /** The versions of the application's own protocol that the host speaks; empty when it does not say. */
  readonly protocolVersions: readonly number[];
}

/**
 * Variables by which a host asks for more than this layer does. None may be ignored: the host would fail later
 * and less clearly.
 */
const unsupported = {
  PLUGIN_CLIENT_CERT: 'mutual TLS',
  PLUGIN_UNIX_SOCKET_GROUP: 'a socket group',
} as const;

/**
 * Reads the variables of hashicorp/go-plugin.
 *
 * `PLUGIN_MIN_PORT` and `PLUGIN_MAX_PORT` are not looked at: they are for hosts without unix sockets, and this
 * layer serves unix sockets only. `PLUGIN_MULTIPLEX_GRPC` concerns another protocol.
 *
 * @throws {GoPluginError} `cookie` when the magic cookie is missing or wrong, `environment` when the host asks
 * for what is not supported.
 */
export function checkEnvironment(env: Environment, cookie: MagicCookie): PluginEnvironment {
  if (env[cookie.name] !== cookie.value) {
    throw new GoPluginError(
      'cookie',
      'this program is a plugin: it is started by the server it is installed on, not by hand',
    );
  }
  for (const [name, wish] of Object.entries(unsupported)) {
    if ((env[name] ?? '') === '') continue;
    throw new GoPluginError('environment', `the host asks for ${wish} (${name}), unsupported here`);
  }
  const directory = env['PLUGIN_UNIX_SOCKET_DIR'] ?? '';
  return {
    socketDirectory: directory === '' ? undefined : directory,
    protocolVersions: parseVersions(env['PLUGIN_PROTOCOL_VERSIONS'] ?? ''),
  };
}

/** Like go-plugin, leaves out what is no number. */
function parseVersions(list: string): number[] {
  return list
    .split(',')
    .filter((part) => /^\d{1,9}$/u.test(part))
    .map(Number);
}
