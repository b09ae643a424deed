/**
 * What a Go type looks like to gob, said in TypeScript.
 *
 * A schema is a plain value that gives both the codec and the static type: `Infer<typeof Post>` is what
 * decoding yields, `Input<typeof Post>` what encoding takes. Nothing here touches bytes; `encode.ts` and
 * `decode.ts` compile schemas into functions, once for each schema (and, when decoding, each wire type).
 *
 * Vocabulary: *wire name* is the name of a Go struct field as it travels; the *key* is the property in
 * TypeScript. The wire name is the key with its first letter in upper case (`channelId` is `ChannelId`) unless
 * the field says otherwise with `named`.
 */

/**
 * A description of a Go type. `_types` never exists at run time: it carries what decoding yields and what
 * encoding takes to the type checker.
 */
export interface Schema<Out = unknown, In = unknown> {
  readonly kind: SchemaKind;
  readonly _types?: { readonly out: Out; readonly in: In };
}

/** What decoding with this schema yields. */
export type Infer<S> = S extends { readonly _types?: { readonly out: infer Out } } ? Out : never;
/** What encoding with this schema takes. */
export type Input<S> = S extends { readonly _types?: { readonly in: infer In } } ? In : never;

/** A Go `bool`. */
export interface BoolSchema extends Schema<boolean, boolean> {
  readonly kind: 'bool';
}

/**
 * A signed Go integer as a JavaScript number. Decoding a value beyond 2^53 gives the nearest number; use
 * `int64` where every bit matters. Encoding takes safe integers only.
 */
export interface IntSchema extends Schema<number, number> {
  readonly kind: 'int';
}

/** A signed Go integer of up to 64 bits, without loss. */
export interface Int64Schema extends Schema<bigint, bigint> {
  readonly kind: 'int64';
}

/** An unsigned Go integer as a JavaScript number, with the limits of `IntSchema`. */
export interface UintSchema extends Schema<number, number> {
  readonly kind: 'uint';
}

/** An unsigned Go integer of up to 64 bits, without loss. */
export interface Uint64Schema extends Schema<bigint, bigint> {
  readonly kind: 'uint64';
}

/** A Go `float32` or `float64`. */
export interface FloatSchema extends Schema<number, number> {
  readonly kind: 'float';
}

/** Real and imaginary part of a complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A Go `complex64` or `complex128`. */
export interface ComplexSchema extends Schema<Complex, Complex> {
  readonly kind: 'complex';
}

/** A Go `string`. Bytes that are no UTF-8 decode to U+FFFD. */
export interface StringSchema extends Schema<string, string> {
  readonly kind: 'string';
}

/** A Go `[]byte`. Decoded arrays are copies of their own, never views of the network buffer. */
export interface BytesSchema extends Schema<Uint8Array, Uint8Array> {
  readonly kind: 'bytes';
}

/** A Go slice. Empty and nil are the same thing on the wire. */
export interface SliceSchema<E extends Schema = Schema> extends Schema<
  Infer<E>[],
  readonly Input<E>[]
> {
  readonly kind: 'slice';
  readonly element: E;
}

/** A Go array of fixed length. */
export interface ArraySchema<E extends Schema = Schema> extends Schema<
  Infer<E>[],
  readonly Input<E>[]
> {
  readonly kind: 'array';
  readonly element: E;
  readonly length: number;
}

/** A Go map, as a JavaScript `Map`: keys from outside never become property names. */
export interface MapSchema<K extends Schema = Schema, V extends Schema = Schema> extends Schema<
  Map<Infer<K>, Infer<V>>,
  ReadonlyMap<Input<K>, Input<V>>
> {
  readonly kind: 'map';
  readonly key: K;
  readonly value: V;
}

/** A field whose wire name does not follow from its key. */
export interface NamedField<S extends Schema = Schema> {
  readonly wireName: string;
  readonly schema: S;
}

/** The fields of a struct: key to schema. A field may be a getter, which is how a type refers to itself. */
export type Fields = Readonly<Record<string, Schema | NamedField>>;

type SchemaOf<F> = F extends NamedField<infer S> ? S : F;

/** What decoding a struct yields: every key is there; absent fields hold Go's zero value. */
export type InferFields<F> = { -readonly [K in keyof F]: Infer<SchemaOf<F[K]>> };

/** What encoding a struct takes: absent and undefined fields are Go's zero value. */
export type InputFields<F> = { readonly [K in keyof F]?: Input<SchemaOf<F[K]>> | undefined };

/** A Go struct. Its name is informational only; fields match by wire name. */
export interface StructSchema<F = Fields> extends Schema<InferFields<F>, InputFields<F>> {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: F;
}

/** A Go pointer: absent on the wire is `undefined`; a given zero is sent explicitly. */
export interface OptionalSchema<S extends Schema = Schema> extends Schema<
  Infer<S> | undefined,
  Input<S> | undefined
> {
  readonly kind: 'optional';
  readonly schema: S;
}

/** A value that may sit in a Go `any`: what JSON has, and the few more that a decoder meets. */
export type GobValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly GobValue[]
  | { readonly [key: string]: GobValue };

/**
 * A Go `any`. Decodes whatever concrete type arrives to a `GobValue` (structs by wire name, maps and structs
 * as objects without a prototype, integers as bigint when beyond 2^53, opaque kinds as bytes). Encodes null,
 * boolean, string, number (as float64, as JSON has it), bigint (as int64), bytes (as `[]uint8`), arrays
 * (as `[]interface {}`) and plain objects (as `map[string]interface {}`); undefined is nil.
 */
export interface AnySchema extends Schema<GobValue, GobValue | undefined> {
  readonly kind: 'any';
}

/** The concrete types an interface may hold, by the name Go registered them under. */
export type Concretes = Readonly<Record<string, Schema>>;

/** A decoded interface value: one of the known types, another one decoded without a schema, or nil. */
export type InterfaceValue<C> =
  | {
      [N in keyof C & string]: { readonly type: N; readonly value: Infer<C[N]> };
    }[keyof C & string]
  | { readonly type: 'unknown'; readonly name: string; readonly value: GobValue }
  | undefined;

/** An interface value to encode: one of the known types, or nil. */
export type InterfaceInput<C> =
  | {
      [N in keyof C & string]: { readonly type: N; readonly value: Input<C[N]> };
    }[keyof C & string]
  | undefined;

/** A Go interface with a closed set of expected concrete types, such as `error`. */
export interface InterfaceSchema<C = Concretes> extends Schema<
  InterfaceValue<C>,
  InterfaceInput<C>
> {
  readonly kind: 'interface';
  readonly concretes: C;
}

/** How a Go type with its own encoding travels: which of gob's three wire kinds, and its bytes. */
export interface OpaqueSchema<T = unknown> extends Schema<T, T> {
  readonly kind: 'opaque';
  readonly wireKind: 'gobEncoder' | 'binaryMarshaler' | 'textMarshaler';
  /** The value when the field is absent. */
  readonly zero: T;
  /** Payload bytes of a value. Method syntax on purpose: schemas of any T are one family. */
  toBytes(value: T): Uint8Array;
  /** Turns payload bytes into the value; what it throws becomes the cause of a `GobError`. */
  fromBytes(bytes: Uint8Array): T;
}

/** Every schema, told apart by `kind`: what the compilers of codecs walk over. */
export type SchemaNode =
  | BoolSchema
  | IntSchema
  | Int64Schema
  | UintSchema
  | Uint64Schema
  | FloatSchema
  | ComplexSchema
  | StringSchema
  | BytesSchema
  | SliceSchema
  | ArraySchema
  | MapSchema
  | StructSchema
  | OptionalSchema
  | AnySchema
  | InterfaceSchema
  | OpaqueSchema;

/** The name of each kind of schema. */
export type SchemaKind =
  | 'bool'
  | 'int'
  | 'int64'
  | 'uint'
  | 'uint64'
  | 'float'
  | 'complex'
  | 'string'
  | 'bytes'
  | 'slice'
  | 'array'
  | 'map'
  | 'struct'
  | 'optional'
  | 'any'
  | 'interface'
  | 'opaque';

/** Narrows a schema to the union of all kinds: the one place that knows there are no others. */
export function asNode(schema: Schema): SchemaNode {
  return schema as SchemaNode;
}
