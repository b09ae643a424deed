/** What Mattermost's own package says crosses the wire, and schemas put in the same words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema, SchemaNode } from '../../../server/wire/gob/index.ts';

/** The kinds of a method's parameters and results. */
interface Signature {
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** The contents of the fixture; `tests/interop/surface` writes it. */
export interface Surface {
  /** Fields of each struct in order: name and kind. */
  readonly structs: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly api: Readonly<Record<string, Signature>>;
  readonly hooks: Readonly<Record<string, Signature>>;
}

/** Read from Mattermost's server/public by reflection. */
export const surface = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/mattermost/surface.json'), 'utf8'),
) as Surface;

/** Names of structs that are called differently in Go. */
const goNames: Readonly<Record<string, string>> = { LicenseCustomer: 'Customer' };

/** A schema's kind as the fixture writes it. Pointers do not exist on the wire, so none are written. */
export function kindOf(schema: Schema): string {
  const node = schema as SchemaNode;
  switch (node.kind) {
    case 'optional':
      return kindOf(node.schema);
    case 'slice':
      return `[]${kindOf(node.element)}`;
    case 'array':
      return `[${node.length}]${kindOf(node.element)}`;
    case 'map':
      return `map[${kindOf(node.key)}]${kindOf(node.value)}`;
    case 'struct':
      return goNames[node.name] ?? node.name;
    case 'interface':
      return Object.keys(node.concretes).includes('*plugin.ErrorString') ? 'error' : 'any';
    case 'opaque':
      return node.wireKind;
    case 'int64':
      return 'int';
    case 'uint64':
      return 'uint';
    default:
      return node.kind;
  }
}

/** A kind of the fixture as it looks on the wire. */
export function withoutPointers(kind: string): string {
  return kind.replaceAll('*', '');
}
