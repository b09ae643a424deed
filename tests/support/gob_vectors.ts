/**
 * The golden gob streams in `tests/fixtures/gob`, and what decoding them must give. `recorded.json` was taken down
 * from running peers; `tests/interop/vectors` makes the others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { GobValue } from '../../server/wire/gob/index.ts';

/** One stream, and its values as a decoder without a schema must see them. */
export interface GobVector {
  readonly name: string;
  readonly note: string;
  readonly bytes: Uint8Array;
  readonly values: readonly GobValue[];
}

const directory = join(import.meta.dirname, '../fixtures/gob');

/** All vectors, their names prefixed with the file they are from and numbered. */
export function gobVectors(): readonly GobVector[] {
  return readdirSync(directory).flatMap((file) => {
    const list = JSON.parse(readFileSync(join(directory, file), 'utf8')) as readonly Stored[];
    return list.map((stored, index) =>
      vectorOf({ ...stored, name: `${file.replace('.json', '')} ${index}: ${stored.name}` }),
    );
  });
}

/** The vector in one line of JSON, as `vectors -random` prints it. */
export function parseGobVector(line: string): GobVector {
  return vectorOf(JSON.parse(line) as Stored);
}

function vectorOf({ name, note, hex, values }: Stored): GobVector {
  return { name, note, bytes: fromHex(hex), values: values.map(untag) };
}

/** The vector whose name ends with `name`. */
export function gobVector(name: string): GobVector {
  const found = gobVectors().find((vector) => vector.name.endsWith(`: ${name}`));
  if (found === undefined) throw new Error(`there is no vector named ${name}`);
  return found;
}

/** Bytes from hexadecimal; blanks are ignored. */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
}

/** Bytes as hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

interface Stored {
  readonly name: string;
  readonly note: string;
  readonly hex: string;
  readonly values: readonly Tagged[];
}

/** The notation of the vectors; see `tests/interop/vectors/describe.go`. */
type Tagged =
  | null
  | boolean
  | string
  | readonly Tagged[]
  | { readonly int: string }
  | { readonly float: string }
  | { readonly complex: readonly [Tagged, Tagged] }
  | { readonly bytes: string }
  | { readonly map: readonly (readonly [Tagged, Tagged])[] }
  | { readonly struct: Readonly<Record<string, Tagged>> };

function untag(value: Tagged): GobValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Tagged[]).map(untag);
  const tagged = value as Exclude<typeof value, readonly Tagged[]>;
  if ('int' in tagged) {
    const number = Number(tagged.int);
    return Number.isSafeInteger(number) ? number : BigInt(tagged.int);
  }
  if ('float' in tagged) {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${tagged.float}`));
    return view.getFloat64(0);
  }
  if ('complex' in tagged) return { re: untag(tagged.complex[0]), im: untag(tagged.complex[1]) };
  if ('bytes' in tagged) return fromHex(tagged.bytes);
  if ('map' in tagged) return untagMap(tagged.map);
  return object(Object.entries(tagged.struct).map(([key, field]) => [key, untag(field)]));
}

function untagMap(pairs: readonly (readonly [Tagged, Tagged])[]): GobValue {
  const entries = pairs.map(([key, value]): [GobValue, GobValue] => [untag(key), untag(value)]);
  if (entries.some(([key]) => typeof key === 'object')) return entries;
  return object(entries.map(([key, value]) => [key as string, value]));
}

/** An object like those of the decoder: `Object.fromEntries` would lose a key named `__proto__`. */
function object(entries: readonly (readonly [string, GobValue])[]): GobValue {
  const result = Object.create(null) as Record<string, GobValue>;
  for (const [key, value] of entries) result[key] = value;
  return result;
}
