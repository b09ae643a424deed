/** Values with every field set, made from schemas, and the form in which the Go side shows them. */
import { assertNever } from '../../server/errors.ts';
import type { NamedField, Schema, SchemaNode } from '../../server/wire/gob/schema.ts';

/** How deep a type that refers to itself is filled. */
const maxDepth = 4;

/** Makes values in which no two numbers and no two texts are equal. */
export class Samples {
  #count = 0;

  /** A value of `schema` as encoding takes it. */
  fill(schema: Schema, depth = 0): unknown {
    const node = schema as SchemaNode;
    this.#count += 1;
    switch (node.kind) {
      case 'bool':
        return true;
      case 'int':
      case 'uint':
        return this.#count;
      case 'int64':
      case 'uint64':
        return BigInt(this.#count);
      case 'float':
        return this.#count + 0.5;
      case 'complex':
        return { re: this.#count, im: 1 };
      case 'string':
        return `text ${this.#count} ü`;
      case 'bytes':
        return new Uint8Array([0, this.#count % 256, 255]);
      case 'slice':
        return depth < maxDepth ? [this.fill(node.element, depth + 1)] : [];
      case 'array':
        return Array.from({ length: node.length }, () => this.fill(node.element, depth + 1));
      case 'map':
        return new Map([[this.fill(node.key, depth + 1), this.fill(node.value, depth + 1)]]);
      case 'optional':
        return depth < maxDepth ? this.fill(node.schema, depth + 1) : undefined;
      case 'struct':
        return Object.fromEntries(
          fieldsOf(node.fields).map(([key, , inner]) => [key, this.fill(inner, depth + 1)]),
        );
      case 'any':
        return { list: ['x', true, 2.5], text: `any ${this.#count}` };
      case 'interface': {
        const [type, inner] = Object.entries(node.concretes)[0] ?? [];
        return inner === undefined ? undefined : { type, value: this.fill(inner, depth + 1) };
      }
      case 'opaque':
        return node.zero;
      default:
        return assertNever(node);
    }
  }
}

/** The value of `schema` as the Go side's dump shows it: Go's names, no zero fields, bytes as base64. */
export function asGo(schema: Schema, value: unknown): unknown {
  const node = schema as SchemaNode;
  if (value === undefined || value === null) return null;
  switch (node.kind) {
    case 'slice':
    case 'array':
      return (value as unknown[]).map((element) => asGo(node.element, element));
    case 'map':
      return Object.fromEntries(
        entriesOf(value).map(([key, inner]) => [key, asGo(node.value, inner)]),
      );
    case 'optional':
      return asGo(node.schema, value);
    case 'struct':
      return Object.fromEntries(
        fieldsOf(node.fields)
          .map(([key, wireName, inner]) => [
            wireName,
            asGo(inner, (value as Readonly<Record<string, unknown>>)[key]),
          ])
          .filter(([, inner]) => !isZero(inner)),
      );
    case 'interface':
      return asGo(
        node.concretes[(value as { type: string }).type] ?? { kind: 'any' },
        (value as { value: unknown }).value,
      );
    case 'bytes':
      return typeof value === 'string'
        ? value
        : Buffer.from(value as Uint8Array).toString('base64');
    case 'int64':
    case 'uint64':
      return Number(value);
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'complex':
    case 'string':
    case 'any':
    case 'opaque':
      return value;
    default:
      return assertNever(node);
  }
}

/** Leaves of `dump` only what `schema` knows: Go's structs may have fields that ours do not name. */
export function knownTo(schema: Schema, dump: unknown): unknown {
  const node = schema as SchemaNode;
  if (dump === undefined || dump === null) return null;
  switch (node.kind) {
    case 'slice':
    case 'array':
      return (dump as unknown[]).map((element) => knownTo(node.element, element));
    case 'map':
      return Object.fromEntries(
        Object.entries(dump).map(([key, inner]) => [key, knownTo(node.value, inner)]),
      );
    case 'optional':
      return knownTo(node.schema, dump);
    case 'struct':
      return Object.fromEntries(
        fieldsOf(node.fields)
          .map(([, wireName, inner]) => [
            wireName,
            knownTo(inner, (dump as Readonly<Record<string, unknown>>)[wireName]),
          ])
          .filter(([, inner]) => !isZero(inner)),
      );
    default:
      return dump;
  }
}

/** Whether a field counts as left out. Empty lists, maps and structs look alike in a dump. */
function isZero(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === 0 ||
    value === false ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function entriesOf(value: unknown): [string, unknown][] {
  return value instanceof Map
    ? [...(value as Map<string, unknown>).entries()]
    : Object.entries(value as object);
}

function fieldsOf(
  fields: Readonly<Record<string, Schema | NamedField>>,
): readonly (readonly [key: string, wireName: string, schema: Schema])[] {
  return Object.entries(fields).map(([key, field]) =>
    'wireName' in field
      ? [key, field.wireName, field.schema]
      : [key, key.charAt(0).toUpperCase() + key.slice(1), field],
  );
}
