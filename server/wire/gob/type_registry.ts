/** The types that one incoming stream has defined so far. */

import { GobError } from './errors.ts';
import { IncomingType } from './incoming_type.ts';
import type { GobLimits } from './limits.ts';
import { builtInTypes, firstUserId, type TypeDefinition, type WireType } from './wire_type.ts';

const builtIn: ReadonlyMap<number, IncomingType> = new Map(
  [...builtInTypes].map(([id, definition]) => [id, new IncomingType(definition)]),
);

/** Types by id. Definitions made by an attempt to decode that did not succeed can be taken back. */
export class TypeRegistry {
  readonly #limits: GobLimits;
  readonly #types = new Map<number, IncomingType>(builtIn);
  /** Ids in the order of their definition, each with the struct fields defined up to and with it. */
  readonly #defined: { readonly id: number; readonly fields: number }[] = [];

  constructor(limits: GobLimits) {
    this.#limits = limits;
  }

  /** How many types the stream has defined; what `rollBack` takes. */
  get size(): number {
    return this.#defined.length;
  }

  /**
   * The type with this id.
   *
   * @throws {GobError} `undefined_type`.
   */
  get(id: number): IncomingType {
    const type = this.#types.get(id);
    if (type === undefined) throw new GobError('undefined_type', `type ${id} was never defined`);
    return type;
  }

  /**
   * Adds a definition. Ids of its parts may be unknown still.
   *
   * @throws {GobError} `duplicate_type`, `malformed` or `limit`.
   */
  define(id: number, wireType: WireType): void {
    if (id < firstUserId || this.#types.has(id)) {
      throw new GobError('duplicate_type', `type ${id} is defined twice, or is gob's own`);
    }
    if (this.size >= this.#limits.maxTypes) {
      throw new GobError('limit', `the stream defines more than ${this.#limits.maxTypes} types`);
    }
    const definition = this.#check(toDefinition(id, wireType));
    const before = this.#defined.at(-1)?.fields ?? 0;
    const fields = before + (definition.kind === 'struct' ? definition.fields.length : 0);
    if (fields > this.#limits.maxFields) {
      throw new GobError(
        'limit',
        `the stream's types have more than ${this.#limits.maxFields} fields`,
      );
    }
    this.#types.set(id, new IncomingType(definition));
    this.#defined.push({ id, fields });
  }

  /** Forgets all definitions but the first `size`. */
  rollBack(size: number): void {
    for (const { id } of this.#defined.splice(size)) this.#types.delete(id);
  }

  #check(definition: TypeDefinition): TypeDefinition {
    if (definition.kind !== 'struct') return definition;
    const { maxFieldsPerType, maxNameLength } = this.#limits;
    if (definition.fields.length > maxFieldsPerType) {
      throw new GobError('limit', `a struct type has more than ${maxFieldsPerType} fields`);
    }
    const names = new Set(definition.fields.map((field) => field.name));
    if (names.size < definition.fields.length || names.has('')) {
      throw new GobError('malformed', 'a struct type has fields of the same name, or of none');
    }
    for (const name of names) {
      if (name.length <= maxNameLength) continue;
      throw new GobError('limit', `a field name has more than ${maxNameLength} characters`);
    }
    return definition;
  }
}

/** What a definition says. The id inside it is not looked at: Go's own differs for types with an encoding. */
function toDefinition(id: number, wireType: WireType): TypeDefinition {
  const { arrayT, sliceT, structT, mapT, gobEncoderT, binaryMarshalerT, textMarshalerT } = wireType;
  const found: TypeDefinition[] = [];
  if (arrayT !== undefined) {
    if (arrayT.len < 0)
      throw new GobError('malformed', `type ${id} is an array of negative length`);
    found.push({ kind: 'array', element: arrayT.elem, length: arrayT.len });
  }
  if (sliceT !== undefined) found.push({ kind: 'slice', element: sliceT.elem });
  if (structT !== undefined) {
    found.push({ kind: 'struct', name: structT.commonType.name, fields: structT.field });
  }
  if (mapT !== undefined) found.push({ kind: 'map', key: mapT.key, element: mapT.elem });
  if (gobEncoderT !== undefined) found.push({ kind: 'opaque', wireKind: 'gobEncoder' });
  if (binaryMarshalerT !== undefined) found.push({ kind: 'opaque', wireKind: 'binaryMarshaler' });
  if (textMarshalerT !== undefined) found.push({ kind: 'opaque', wireKind: 'textMarshaler' });
  const [definition] = found;
  if (definition === undefined || found.length > 1) {
    throw new GobError(
      'malformed',
      `the definition of type ${id} has ${found.length} kinds instead of one`,
    );
  }
  return definition;
}
