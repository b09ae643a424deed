/** What the environment variables of a host mean. */
import { describe, expect, test } from '@jest/globals';
import { checkEnvironment } from '../../../../server/wire/goplugin/environment.ts';
import { GoPluginError } from '../../../../server/wire/goplugin/errors.ts';

const cookie = { name: 'MAGIC', value: 'Open sesame.' };
const magic = { MAGIC: 'Open sesame.' };

describe('checkEnvironment', () => {
  test.each([
    ['the cookie alone', {}, undefined, []],
    ['one version', { PLUGIN_PROTOCOL_VERSIONS: '1' }, undefined, [1]],
    ['several, one of them nonsense', { PLUGIN_PROTOCOL_VERSIONS: '2,x,1,' }, undefined, [2, 1]],
    ['a socket directory', { PLUGIN_UNIX_SOCKET_DIR: '/run/x' }, '/run/x', []],
    ['an empty socket directory', { PLUGIN_UNIX_SOCKET_DIR: '' }, undefined, []],
    ['ports, which are for TCP', { PLUGIN_MIN_PORT: '10000', PLUGIN_MAX_PORT: '1' }, undefined, []],
    ['an empty certificate', { PLUGIN_CLIENT_CERT: '' }, undefined, []],
  ])('%s', (_name, env, socketDirectory, protocolVersions) => {
    expect(checkEnvironment({ ...magic, ...env }, cookie)).toEqual({
      socketDirectory,
      protocolVersions,
    });
  });

  test.each([
    ['no cookie', {}, 'cookie'],
    ['another cookie', { MAGIC: 'Open sesame' }, 'cookie'],
    ['mutual TLS', { ...magic, PLUGIN_CLIENT_CERT: '-----BEGIN' }, 'environment'],
    ['a socket group', { ...magic, PLUGIN_UNIX_SOCKET_GROUP: 'staff' }, 'environment'],
  ])('refuses %s', (_name, env, code) => {
    const check = (): unknown => checkEnvironment(env, cookie);
    expect(check).toThrow(GoPluginError);
    expect(check).toThrow(expect.objectContaining({ code }));
  });
});
