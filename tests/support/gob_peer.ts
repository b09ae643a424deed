/** Go's own encoding/gob as a peer: decodes what our encoder made, and encodes it again. */
import { spawnSync } from 'node:child_process';

import { fromHex, parseGobVector, toHex, type GobVector } from './gob_vectors.ts';

/** What Go made of a stream. */
export type GoAnswer =
  | { readonly json: string; readonly bytes: Uint8Array; readonly error?: undefined }
  | { readonly error: string };

/**
 * Sends streams to `vectors -verify`, each under the name of the Go type that its values have there; the name
 * `ignored` lets Go skip the values. An answer is the last value of the stream as JSON, and encoded again.
 *
 * @throws {Error} when the program fails.
 */
export function askGo(
  executable: string,
  streams: readonly (readonly [string, Uint8Array])[],
): readonly GoAnswer[] {
  const input = streams.map(([name, bytes]) => `${name} ${toHex(bytes)}\n`).join('');
  const { status, stdout, stderr } = spawnSync(executable, ['-verify'], {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`the Go peer failed: ${stderr}`);
  return stdout.trimEnd().split('\n').map(parse);
}

/**
 * Streams of random values that Go encoded, with interfaces in interfaces of ever new types.
 *
 * @throws {Error} when the program fails.
 */
export function randomGoVectors(
  executable: string,
  count: number,
  seed: number,
): readonly GobVector[] {
  const { status, stdout, stderr } = spawnSync(executable, ['-random', `${count}`, `${seed}`], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`the Go peer failed: ${stderr}`);
  return stdout.trimEnd().split('\n').map(parseGobVector);
}

function parse(line: string): GoAnswer {
  const [verdict, json = '', hex = ''] = line.split(' ');
  return verdict === 'ok' ? { json, bytes: fromHex(hex) } : { error: line.slice('error '.length) };
}
