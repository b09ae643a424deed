/**
 * The one line a plugin prints to standard output, by which its host finds and checks it:
 * `core version | app version | network | address | protocol | certificate`.
 */
import { GoPluginError } from './errors.ts';
import { maxHandshakeLength, maxSocketPathLength } from './limits.ts';

/** go-plugin's own protocol version, `CoreProtocolVersion`. */
export const coreProtocolVersion = 1;

/** Shorter contents of the certificate field are noise by go-plugin's rule. */
const shortestCertificate = 51;

/** What a plugin announces. */
export interface Handshake {
  /** Version of the application's protocol: what the host offers in its environment variables. */
  readonly appVersion: number;
  readonly network: 'unix' | 'tcp';
  /** The socket's path, or host and port. */
  readonly address: string;
}

/**
 * The handshake line, its line break included.
 *
 * @throws {GoPluginError} `handshake` when the address cannot travel: too long, or with `|`, white space at an
 * end, or line breaks in it.
 */
export function formatHandshake(handshake: Handshake): string {
  const { appVersion, network, address } = handshake;
  checkAddress(network, address);
  return `${coreProtocolVersion}|${appVersion}|${network}|${address}|netrpc|\n`;
}

/**
 * Reads a handshake line as a host does: white space around it is dropped, fields after the fourth may be
 * missing.
 *
 * @throws {GoPluginError} `handshake` when it is no such line, or announces what is not supported: another core
 * version or protocol, or TLS.
 */
export function parseHandshake(line: string): Handshake {
  if (line.length > maxHandshakeLength)
    throw refuse(`longer than ${maxHandshakeLength} characters`);
  const [core, app, network, address, protocol = 'netrpc', certificate = ''] = line
    .trim()
    .split('|');
  if (core === undefined || app === undefined || network === undefined || address === undefined) {
    throw refuse('fewer than 4 fields');
  }
  if (parseVersion(core) !== coreProtocolVersion) throw refuse('an unknown core protocol version');
  if (network !== 'unix' && network !== 'tcp') throw refuse('an unknown network');
  if (protocol !== 'netrpc') throw refuse('a protocol other than netrpc');
  if (certificate.length >= shortestCertificate) throw refuse('a certificate');
  checkAddress(network, address);
  return { appVersion: parseVersion(app), network, address };
}

/** Whether a path is short enough for a unix socket. */
export function fitsSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= maxSocketPathLength;
}

function parseVersion(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw refuse('a version that is no number');
  return Number(text);
}

function checkAddress(network: Handshake['network'], address: string): void {
  if (address === '' || address.trim() !== address || /[|\r\n\0]/u.test(address)) {
    throw refuse('an address that cannot travel in it');
  }
  if (network === 'unix' && !fitsSocketPath(address)) {
    throw refuse(`a socket path of more than ${maxSocketPathLength} bytes`);
  }
}

function refuse(what: string): GoPluginError {
  return new GoPluginError('handshake', `the handshake line has ${what}`);
}
