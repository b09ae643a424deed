/** The handshake line, written and read, with the lines go-plugin itself prints. */
import { describe, expect, test } from '@jest/globals';
import { GoPluginError } from '../../../../server/wire/goplugin/errors.ts';
import {
  fitsSocketPath,
  formatHandshake,
  parseHandshake,
} from '../../../../server/wire/goplugin/handshake.ts';

const longest = `/${'p'.repeat(106)}`;

describe('parseHandshake', () => {
  test.each([
    ['as printed by go-plugin', '1|1|unix|/tmp/plugin123|netrpc|', 1, 'unix', '/tmp/plugin123'],
    ['with a line break', '1|1|unix|/tmp/plugin123|netrpc|\n', 1, 'unix', '/tmp/plugin123'],
    ['with white space around', '  1|7|unix|/tmp/a b|netrpc  \r\n', 7, 'unix', '/tmp/a b'],
    ['without a protocol', '1|1|unix|/tmp/x', 1, 'unix', '/tmp/x'],
    ['over TCP', '1|1|tcp|127.0.0.1:10000|netrpc|', 1, 'tcp', '127.0.0.1:10000'],
    ['with a short certificate', `1|1|unix|/tmp/x|netrpc|${'c'.repeat(50)}`, 1, 'unix', '/tmp/x'],
    ['with more fields', '1|1|unix|/tmp/x|netrpc||true', 1, 'unix', '/tmp/x'],
    ['with the longest path', `1|1|unix|${longest}|netrpc|`, 1, 'unix', longest],
  ])('%s', (_name, line, appVersion, network, address) => {
    expect(parseHandshake(line)).toEqual({ appVersion, network, address });
  });

  test.each([
    ['empty', ''],
    ['a banner', 'Listening on port 8080'],
    ['too few fields', '1|1|unix'],
    ['another core version', '2|1|unix|/tmp/x|netrpc|'],
    ['no core version', '|1|unix|/tmp/x|netrpc|'],
    ['a version with a sign', '1|-1|unix|/tmp/x|netrpc|'],
    ['an endless version', '1|99999999999999999999|unix|/tmp/x|netrpc|'],
    ['another network', '1|1|udp|/tmp/x|netrpc|'],
    ['another protocol', '1|1|unix|/tmp/x|grpc|'],
    ['a certificate', `1|1|unix|/tmp/x|netrpc|${'c'.repeat(51)}`],
    ['no address', '1|1|unix||netrpc|'],
    ['a path too long', `1|1|unix|${longest}p|netrpc|`],
    ['a path too long in bytes', `1|1|unix|/${'é'.repeat(54)}|netrpc|`],
    ['a line too long', `1|1|tcp|${'h'.repeat(5_000)}|netrpc|`],
  ])('refuses %s', (_name, line) => {
    expect(() => parseHandshake(line)).toThrow(GoPluginError);
  });
});

describe('formatHandshake', () => {
  test('prints what a host expects, byte for byte', () => {
    const line = formatHandshake({ appVersion: 1, network: 'unix', address: '/tmp/plugin1/host' });
    expect(line).toBe('1|1|unix|/tmp/plugin1/host|netrpc|\n');
  });

  test.each(['', ' /tmp/x', '/tmp/x\n', '/tmp/a|b', '/tmp/a\nb', '/tmp/a\0', `${longest}p`])(
    'refuses the path %j',
    (address) => {
      expect(() => formatHandshake({ appVersion: 1, network: 'unix', address })).toThrow(
        GoPluginError,
      );
    },
  );
});

test.each([
  ['107 bytes', longest, true],
  ['108 bytes', `${longest}p`, false],
  ['107 bytes in fewer characters', `/${'é'.repeat(53)}`, true],
])('fitsSocketPath: %s', (_name, path, fits) => {
  expect(fitsSocketPath(path)).toBe(fits);
});
