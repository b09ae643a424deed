/** The encoding half: values in, messages of one gob stream out. */

import { compileEncode, compileTopLevel, type Encode } from './compile_encode.ts';
import { EncodeFault } from './encode_fault.ts';
import { describe, typesToDefine, type OutgoingType } from './outgoing_type.ts';
import type { Input, Schema } from './schema.ts';
import { firstSentId, wireTypeSchema } from './wire_type.ts';
import { Writer } from './writer.ts';

/** A larger buffer than this, in bytes, is let go after use instead of kept for the next value. */
const keptWriterBytes = 1024 * 1024;

/** Writers waiting for use. More than one only while an opaque schema encodes within an encoding. */
const idleWriters: Writer[] = [];

/**
 * Encodes the values of one stream. Every definition a value needs goes out in front of it, once for each
 * stream; so the bytes of two encoders cannot be mixed, and every result must be sent, in order.
 */
export class GobEncoder {
  #ids = new Map<OutgoingType, number>();
  readonly #prepared = new WeakMap<Schema, Encode>();

  /**
   * The messages that carry `value`: the definitions not yet sent on this stream, then the value.
   *
   * @throws {GobError} `bad_value` with the path of what does not fit, `opaque`, or `bad_schema`. Nothing
   *   counts as sent then, and the encoder goes on.
   */
  encode<S extends Schema>(schema: S, value: Input<S>): Uint8Array {
    const writer = idleWriters.pop() ?? new Writer();
    try {
      return this.#encode(writer, schema, value);
    } catch (thrown) {
      throw thrown instanceof EncodeFault ? thrown.toGobError() : thrown;
    } finally {
      if (writer.capacity <= keptWriterBytes) idleWriters.push(writer);
    }
  }

  #encode(writer: Writer, schema: Schema, value: unknown): Uint8Array {
    const prepared = this.#prepared.get(schema);
    if (prepared !== undefined) {
      writer.reset(this.#ids);
      const start = writer.beginCount();
      prepared(writer, value);
      writer.endCount(start);
      return writer.copy();
    }
    const encode = compileTopLevel(schema);
    const ids = new Map(this.#ids);
    const fresh = typesToDefine(schema).filter((type) => !ids.has(type));
    for (const type of fresh) ids.set(type, firstSentId + ids.size);
    writer.reset(ids);
    for (const type of fresh) define(writer, ids, type);
    const start = writer.beginCount();
    encode(writer, value);
    writer.endCount(start);
    this.#ids = ids;
    this.#prepared.set(schema, encode);
    return writer.copy();
  }
}

function define(writer: Writer, ids: ReadonlyMap<OutgoingType, number>, type: OutgoingType): void {
  const idOf = (part: OutgoingType): number =>
    part.kind === 'basic' ? part.id : (ids.get(part) ?? 0);
  const start = writer.beginCount();
  writer.rawInt(-idOf(type));
  compileEncode(wireTypeSchema)(writer, describe(type, idOf));
  writer.endCount(start);
}

/**
 * A whole stream that holds one value, definitions included.
 *
 * @throws {GobError} as `GobEncoder.encode` does.
 */
export function encodeOnce<S extends Schema>(schema: S, value: Input<S>): Uint8Array {
  return new GobEncoder().encode(schema, value);
}
