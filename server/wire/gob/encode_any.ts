/** Encodes what JSON has, and a little more, into a Go `any`. */

import { EncodeFault } from './encode_fault.ts';
import { encodeInInterface } from './encode_interface.ts';
import { anyMap, anySlice } from './outgoing_type.ts';
import { bool, bytes, float, int64, string, uint64 } from './make_schema.ts';
import type { Writer } from './writer.ts';

/**
 * Writes a value into a Go `any` under the names Go registers by itself (`bool`, `string`, `float64`,
 * `int64`, `uint64`, `[]uint8`) and the two that JSON needs (`[]interface {}`, `map[string]interface {}`).
 */
export function encodeAny(writer: Writer, value: unknown): void {
  switch (typeof value) {
    case 'undefined':
      writer.rawUint(0);
      return;
    case 'boolean':
      encodeInInterface(writer, 'bool', bool, encodeBool, value);
      return;
    case 'number':
      encodeInInterface(writer, 'float64', float, encodeFloat, value);
      return;
    case 'string':
      encodeInInterface(writer, 'string', string, encodeString, value);
      return;
    case 'bigint':
      if (BigInt.asIntN(64, value) === value)
        encodeInInterface(writer, 'int64', int64, encodeInt64, value);
      else encodeInInterface(writer, 'uint64', uint64, encodeUint64, value);
      return;
    case 'object':
      encodeObject(writer, value);
      return;
    default:
      throw new EncodeFault(`a ${typeof value} cannot be sent`);
  }
}

function encodeObject(writer: Writer, value: object | null): void {
  if (value === null) {
    writer.rawUint(0);
  } else if (value instanceof Uint8Array) {
    encodeInInterface(writer, '[]uint8', bytes, encodeBytes, value);
  } else if (Array.isArray(value)) {
    encodeInInterface(writer, '[]interface {}', anySlice, encodeSlice, value);
  } else if (isPlain(value)) {
    encodeInInterface(writer, 'map[string]interface {}', anyMap, encodeMap, value);
  } else {
    throw new EncodeFault('it is no plain object');
  }
}

const encodeBool = (writer: Writer, value: unknown): void => writer.bool(value);
const encodeFloat = (writer: Writer, value: unknown): void => writer.float(value);
const encodeString = (writer: Writer, value: unknown): void => writer.string(value);
const encodeInt64 = (writer: Writer, value: unknown): void => writer.int64(value);
const encodeUint64 = (writer: Writer, value: unknown): void => writer.uint64(value);
const encodeBytes = (writer: Writer, value: unknown): void => writer.byteSlice(value);

function encodeSlice(writer: Writer, value: unknown): void {
  const elements = value as readonly unknown[];
  writer.enter();
  writer.rawUint(elements.length);
  let index = 0;
  try {
    for (; index < elements.length; index++) encodeAny(writer, elements[index]);
  } catch (thrown) {
    throw EncodeFault.within(thrown, `[${index}]`);
  }
  writer.leave();
}

function encodeMap(writer: Writer, value: unknown): void {
  const entries = Object.entries(value as object);
  writer.enter();
  writer.rawUint(entries.length);
  let index = 0;
  try {
    for (const [key, item] of entries) {
      writer.string(key);
      encodeAny(writer, item);
      index++;
    }
  } catch (thrown) {
    throw EncodeFault.within(thrown, `[entry ${index}]`);
  }
  writer.leave();
}

/** Whether nothing but the root of all objects is inherited from: no class instance, whatever realm it is of. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
