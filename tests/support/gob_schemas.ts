/** The Go types of `tests/interop/vectors/types.go`, as schemas. */
import {
  any,
  array,
  bool,
  bytes,
  complex,
  float,
  int,
  int64,
  interfaceOf,
  map,
  named,
  opaque,
  optional,
  slice,
  string,
  struct,
  uint,
  uint64,
  type Schema,
  type StructSchema,
} from '../../server/wire/gob/index.ts';

/** Payload bytes as they are, of a Go type with its own encoding. */
export function payload(wireKind: 'gobEncoder' | 'binaryMarshaler' | 'textMarshaler'): Schema {
  return opaque<Uint8Array | undefined>({
    wireKind,
    zero: undefined,
    toBytes: (value) => value ?? new Uint8Array(),
    fromBytes: (value) => value,
  });
}

/** `Point` of the Go program that writes the vectors. */
export const point = struct('Point', { x: int, y: int });
const base = struct('Base', { id: string });

/** `Scalars` there: a field of each kind that stands alone. */
export const scalars = struct('Scalars', {
  b: bool,
  i: int64,
  i8: int,
  i16: int,
  i32: int,
  i64: int64,
  u: uint64,
  u8: uint,
  u16: uint,
  u32: uint,
  u64: uint64,
  p: uint,
  f32: float,
  f64: float,
  c64: complex,
  c128: complex,
  s: string,
  y: bytes,
});

/** `Pointers` there: fields that may be absent. */
export const pointers = struct('Pointers', {
  b: optional(bool),
  i: optional(int),
  u: optional(uint),
  f: optional(float),
  s: optional(string),
  y: optional(bytes),
  pp: named('PP', optional(optional(int))),
  st: optional(point),
  m: optional(map(string, int)),
  a: optional(array(int, 2)),
  l: optional(slice(string)),
});

/** `Composites` there: slices, arrays and maps, in each other too. */
export const composites = struct('Composites', {
  ints: slice(int),
  strings: slice(string),
  nested: slice(slice(string)),
  points: slice(point),
  refs: slice(optional(point)),
  bools: array(bool, 2),
  names: array(string, 2),
  none: array(int, 0),
  grid: array(array(int, 2), 2),
  byName: map(string, int),
  byInt: map(int, string),
  byUint: map(uint, bool),
  byFloat: map(float, string),
  byBool: map(bool, int),
  byPoint: map(point, string),
  byArray: map(array(int, 2), string),
  deep: map(string, map(string, slice(int))),
  blobs: slice(bytes),
  empties: slice(struct('Empty', {})),
  inner: point,
});

/** `Embedding` there: Go's embedded structs, which travel as fields. */
export const embedding = struct('Embedding', { base, point: optional(point), name: string });

/** `Tree` there: a type that contains itself. */
export const tree: StructSchema = struct('Tree', {
  name: string,
  get left() {
    return optional(tree);
  },
  get children() {
    return slice(tree);
  },
  get byName() {
    return map(string, tree);
  },
  any,
});

const inner: Readonly<Record<string, Schema>> = {
  '*plugin.ErrorString': struct('ErrorString', { code: int, err: string }),
  '*main.Inner1': struct('Inner1', { x: any }),
  'main.Inner2': struct('Inner2', { before: string, y: any, after: string }),
  'main.Point': point,
  'main.Number': int,
  'main.Names': slice(string),
};

/** An interface that knows some of the registered types. */
export const known = interfaceOf(inner);

/** `Holder` there: interfaces whose values may have any type. */
export const holder = struct('Holder', {
  a: any,
  err: known,
  list: slice(any),
  map: map(string, any),
  pair: array(any, 2),
  last: string,
});

/** The same Go type, with interfaces where `holder` has anys. */
export const knowingHolder = struct('Holder', {
  a: known,
  err: known,
  list: slice(known),
  map: map(string, known),
  pair: array(known, 2),
  last: string,
});

/** `Opaques` there: types with an encoding of their own. */
export const opaques = struct('Opaques', {
  time: payload('gobEncoder'),
  url: named('URL', optional(payload('binaryMarshaler'))),
  secret: payload('gobEncoder'),
  times: slice(payload('gobEncoder')),
  byUrl: named('ByURL', map(string, payload('binaryMarshaler'))),
  last: int,
});

/** `Post` there, shaped like Mattermost's. */
export const post = struct('Post', {
  id: string,
  createAt: int,
  props: map(string, any),
  fileIds: slice(string),
  remoteId: optional(string),
  metadata: optional(
    struct('Metadata', {
      reactions: slice(struct('Reaction', { userId: string, emojiName: string })),
      embeds: slice(struct('Embed', { type: string, data: any })),
      images: map(string, point),
    }),
  ),
});

/** The header of a net/rpc request. */
export const request = struct('Request', { serviceMethod: string, seq: uint });

/** Schemas to throw at any stream. */
export const allSchemas: readonly Schema[] = [
  scalars,
  pointers,
  composites,
  embedding,
  tree,
  holder,
  knowingHolder,
  opaques,
  post,
  request,
  any,
  known,
  slice(any),
  map(string, any),
  int,
  string,
  slice(string),
  optional(point),
];
