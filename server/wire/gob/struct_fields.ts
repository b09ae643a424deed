/** The fields of a struct schema as the compilers need them: read once, in order, with their wire names. */

import { isPlainKey } from './code_generator.ts';
import { GobError } from './errors.ts';
import {
  asNode,
  type NamedField,
  type Schema,
  type SchemaNode,
  type StructSchema,
} from './schema.ts';

/** One field of a struct schema. */
export interface StructField {
  /** The property in TypeScript. */
  readonly key: string;
  /** The key as it may stand in generated source: `.id`, or a lookup in the data named `keys`. */
  readonly property: string;
  readonly wireName: string;
  readonly schema: SchemaNode;
}

const known = new WeakMap<StructSchema, readonly StructField[]>();

/**
 * The fields of a struct, in order. Getters are read once and never again: a getter that makes a new schema
 * on each call is one type all the same.
 *
 * @throws {GobError} `bad_schema` when two fields share a wire name, or a key cannot be a property.
 */
export function fieldsOf(struct: StructSchema): readonly StructField[] {
  const before = known.get(struct);
  if (before !== undefined) return before;
  const names = new Set<string>();
  const fields = Object.keys(struct.fields).map((key, index) => {
    const field = struct.fields[key];
    if (field === undefined || key === '__proto__')
      throw badField(struct, key, 'no field can be called that');
    const named = isNamed(field);
    const wireName = named ? field.wireName : key.charAt(0).toUpperCase() + key.slice(1);
    if (wireName === '' || names.has(wireName))
      throw badField(struct, key, 'its wire name is empty or taken');
    names.add(wireName);
    const property = isPlainKey(key) ? `.${key}` : `[keys[${index}]]`;
    return { key, property, wireName, schema: asNode(named ? field.schema : field) };
  });
  known.set(struct, fields);
  return fields;
}

/**
 * Whether every object seems to have this key. Such a field counts as given only when the object itself has
 * it: `{}` has no field `constructor`, though it has a property of that name.
 */
export function isInherited(key: string): boolean {
  return key in Object.prototype;
}

function isNamed(field: Schema | NamedField): field is NamedField {
  return 'wireName' in field;
}

function badField(struct: StructSchema, key: string, why: string): GobError {
  return new GobError(
    'bad_schema',
    `field ${JSON.stringify(key)} of struct ${struct.name}: ${why}`,
  );
}
