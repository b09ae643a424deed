/** Gob streams put together by hand, right and wrong ones. */
import { compileEncode } from '../../server/wire/gob/compile_encode.ts';
import type { Input } from '../../server/wire/gob/index.ts';
import { wireTypeSchema } from '../../server/wire/gob/wire_type.ts';
import { Writer } from '../../server/wire/gob/writer.ts';
import { fromHex } from './gob_vectors.ts';

/** A part of a stream: bytes, or their hexadecimal notation. */
export type Part = Uint8Array | string;

function write(act: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  writer.reset(new Map());
  act(writer);
  return writer.copy();
}

/** Parts one after the other. */
export function bytesOf(...parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? fromHex(part) : part))),
  );
}

/** An unsigned integer. */
export function uint(value: number): Uint8Array {
  return write((writer) => writer.rawUint(value));
}

/** A signed integer, such as a type id. */
export function int(value: number): Uint8Array {
  return write((writer) => writer.rawInt(value));
}

/** A string with its count. */
export function text(value: string): Uint8Array {
  return write((writer) => writer.string(value));
}

/** A message: the count of its bytes, and they. */
export function message(...parts: readonly Part[]): Uint8Array {
  const body = bytesOf(...parts);
  return bytesOf(uint(body.length), body);
}

/** The inside of a definition message. */
export function definitionBody(id: number, type: Input<typeof wireTypeSchema>): Uint8Array {
  return bytesOf(
    int(-id),
    write((writer) => compileEncode(wireTypeSchema)(writer, type)),
  );
}

/** A definition message. */
export function definition(id: number, type: Input<typeof wireTypeSchema>): Uint8Array {
  return message(definitionBody(id, type));
}

/** A definition of a struct with these fields. */
export function structDefinition(id: number, fields: Readonly<Record<string, number>>): Uint8Array {
  const field = Object.entries(fields).map(([name, type]) => ({ name, id: type }));
  return definition(id, { structT: { commonType: { name: 'T', id }, field } });
}
