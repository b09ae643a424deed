/** Every bound the codec keeps, so that no stream can make it hang, overflow the stack or eat the memory. */

/** Bounds of one decoder. */
export interface GobLimits {
  /** Largest message accepted, in bytes. Go itself stops at 8 GiB. */
  readonly maxMessageBytes: number;
  /** Most bytes a decoder holds that were pushed and not yet decoded. */
  readonly maxBufferedBytes: number;
  /** Most types a stream may define. Go has no such limit. */
  readonly maxTypes: number;
  /** Most fields one struct type may have. */
  readonly maxFieldsPerType: number;
  /** Most fields that all struct types of a stream may have together. */
  readonly maxFields: number;
  /** Longest name of a type or field, in UTF-16 code units. */
  readonly maxNameLength: number;
  /** Longest registered name of an interface's concrete type, in bytes. The same as Go's. */
  readonly maxInterfaceNameBytes: number;
  /**
   * How deep values may nest. Structs, slices, arrays, maps and interfaces count one level each, so that JSON
   * nests half as deep. Go allows 10,000 when it skips, and any depth when it does not.
   */
  readonly maxDepth: number;
  /** How much memory one decoded value may take beside its long strings and bytes, in words of 8 bytes. */
  readonly maxWords: number;
  /**
   * How often decoding of one value may start over because the message that continues it had not arrived.
   * Go starts a new message for each concrete type that is new inside an interface.
   */
  readonly maxRestarts: number;
  /** How many bytes those restarts may decode again in all; it bounds the time a value can take. */
  readonly maxRepeatedBytes: number;
}

/** The limits of a decoder that is given none. */
export const defaultLimits: GobLimits = {
  maxMessageBytes: 64 * 1024 * 1024,
  maxBufferedBytes: 128 * 1024 * 1024,
  maxTypes: 2_048,
  maxFieldsPerType: 1_024,
  maxFields: 16_384,
  maxNameLength: 1_024,
  maxInterfaceNameBytes: 1_024,
  maxDepth: 500,
  maxWords: 16 * 1024 * 1024,
  maxRestarts: 256,
  maxRepeatedBytes: 256 * 1024 * 1024,
};

/** How deep a value to encode may nest, counted like `maxDepth`. A value that contains itself ends here. */
export const maxEncodeDepth = 500;

/** How deep types and schemas may nest. Those that contain themselves are as deep as the way back. */
export const maxTypeDepth = 500;

/** Compiled decoders kept for one schema, one for each different wire type met. Past it they are dropped. */
export const maxPlansPerSchema = 64;

/** Compiled decoders and skippers kept for wire types that are decoded without a schema. */
export const maxSchemalessPlans = 512;
