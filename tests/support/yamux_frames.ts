/** Yamux frames for tests: built and read independently of the code under test. */

const types = ['data', 'window', 'ping', 'goaway'] as const;
/** A frame type by its name in tests. */
export type TypeName = (typeof types)[number];

const flagBits = { syn: 1, ack: 2, fin: 4, rst: 8 } as const;
/** A flag by its name in tests. */
export type FlagName = keyof typeof flagBits;

/** A frame as tests see it. */
export interface Frame {
  type: TypeName;
  flags: FlagName[];
  id: number;
  length: number;
  /** Empty but for data frames. */
  payload: Uint8Array;
}

/** Bytes of a header with any values, lawful or not. */
export function header(type: number, flags: number, id: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(type, 1);
  bytes.writeUInt16BE(flags, 2);
  bytes.writeUInt32BE(id, 4);
  bytes.writeUInt32BE(length, 8);
  return bytes;
}

/** Bytes of a frame: `frame('data', ['syn'], 1, bytes)`, `frame('window', [], 1, 131072)`. */
export function frame(
  type: TypeName,
  flags: readonly FlagName[],
  id: number,
  content: number | Uint8Array = 0,
): Uint8Array {
  const bits = flags.reduce((sum, name) => sum | flagBits[name], 0);
  const length = typeof content === 'number' ? content : content.length;
  const start = header(types.indexOf(type), bits, id, length);
  return typeof content === 'number' ? start : Buffer.concat([start, content]);
}

/** Reads whole frames back. Fails when the bytes end inside one or are no frames. */
export function parseFrames(bytes: Uint8Array): Frame[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const frames: Frame[] = [];
  for (let at = 0; at < buffer.length;) {
    if (buffer.length - at < 12) throw new Error(`${buffer.length - at} bytes are left over`);
    const type = types[buffer.readUInt8(at + 1)];
    if (buffer.readUInt8(at) !== 0 || type === undefined) throw new Error(`no frame at ${at}`);
    const bits = buffer.readUInt16BE(at + 2);
    const length = buffer.readUInt32BE(at + 8);
    const end = at + 12 + (type === 'data' ? length : 0);
    if (end > buffer.length) throw new Error(`the frame at ${at} is cut off`);
    frames.push({
      type,
      flags: flagNames(bits),
      id: buffer.readUInt32BE(at + 4),
      length,
      payload: buffer.subarray(at + 12, end),
    });
    at = end;
  }
  return frames;
}

/** Frames in words: `window syn 1 0`, `data fin 3 5`, `ping ack 0 77`. */
export function words(bytes: Uint8Array): string[] {
  return parseFrames(bytes).map(({ type, flags, id, length }) =>
    [type, ...flags, id, length].join(' '),
  );
}

function flagNames(bits: number): FlagName[] {
  const names: FlagName[] = [];
  for (const name of ['syn', 'ack', 'fin', 'rst'] as const) {
    if ((bits & flagBits[name]) !== 0) names.push(name);
  }
  return names;
}
