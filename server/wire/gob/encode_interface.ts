/**
 * How a value stands in an interface: the name its concrete type is registered under, the id of that type, a
 * count of the bytes that follow, and the value as at top level: a struct as it is, anything else after a
 * zero byte. `"hi"` in a Go `any`, and a nil:
 *
 *     06 "string"    name
 *     0c             int 6: type string
 *     04             4 bytes follow
 *     00             it is no struct
 *     02 "hi"
 *
 *     00             an empty name is nil, and nothing follows
 */

import { EncodeFault } from './encode_fault.ts';
import { outgoingType } from './outgoing_type.ts';
import type { Schema } from './schema.ts';
import type { Writer } from './writer.ts';

/** Writes `value`, of the concrete type `name` that `schema` describes, into an interface. */
export function encodeInInterface(
  writer: Writer,
  name: string,
  schema: Schema,
  encode: (writer: Writer, value: unknown) => void,
  value: unknown,
): void {
  const type = outgoingType(schema);
  writer.enter();
  writer.string(name);
  writer.typeId(type);
  const start = writer.beginCount();
  if (type.kind !== 'struct') writer.rawUint(0);
  try {
    encode(writer, value);
  } catch (thrown) {
    throw EncodeFault.within(thrown, `.(${name})`);
  }
  writer.endCount(start);
  writer.leave();
}
