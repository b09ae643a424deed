/**
 * The types of gob itself: the ids both sides know from the start, and the struct in which all other types
 * are described. gob describes itself in its own terms, so that struct is an ordinary schema.
 *
 * A definition is a message of its own: the negated id, and a `wireType`. `type Request struct { Method
 * string; Seq uint }` as type 65:
 *
 *     26                       38 bytes follow
 *       ff 81                  int -65: this defines type 65
 *       03                     field 2 of wireType: StructT
 *         01                   field 0 of structType: CommonType
 *           01 07 "Request"    Name
 *           01 ff 82           Id, again
 *           00
 *         01 02                field 1 of structType: two fields
 *           01 06 "Method" 01 0c 00    type 6, string
 *           01 03 "Seq" 01 06 00       type 3, uint
 *         00
 *       00
 *
 * Ids are signed integers everywhere, so that 6 is `0c`.
 */

import { int, optional, slice, string, struct } from './make_schema.ts';
import type { Infer, OpaqueSchema } from './schema.ts';

/** Types that are known without a definition. Id 8 is any Go interface. */
export const basicIds = {
  bool: 1,
  int: 2,
  uint: 3,
  float: 4,
  bytes: 5,
  string: 6,
  complex: 7,
  interface: 8,
} as const;

/** A type that is known without a definition. */
export type BasicKind = keyof typeof basicIds;

/** The id of `wireType`, the struct that definitions are made of. */
export const wireTypeId = 16;

/** The smallest id a stream may define; those below are gob's own. */
export const firstUserId = 64;

/** The first id this encoder hands out. Go's own does the same. */
export const firstSentId = 65;

const commonType = struct('CommonType', { name: string, id: int });
const opaqueType = struct('gobEncoderType', { commonType });

/** The struct that describes a type on the wire. Exactly one of its fields is set. */
export const wireTypeSchema = struct('wireType', {
  arrayT: optional(struct('arrayType', { commonType, elem: int, len: int })),
  sliceT: optional(struct('sliceType', { commonType, elem: int })),
  structT: optional(
    struct('structType', {
      commonType,
      field: slice(struct('fieldType', { name: string, id: int })),
    }),
  ),
  mapT: optional(struct('mapType', { commonType, key: int, elem: int })),
  gobEncoderT: optional(opaqueType),
  binaryMarshalerT: optional(opaqueType),
  textMarshalerT: optional(opaqueType),
});

/** A definition as it travels. */
export type WireType = Infer<typeof wireTypeSchema>;

/** One of the three ways in which a Go type can bring its own encoding. */
export type OpaqueKind = OpaqueSchema['wireKind'];

/** A field of a struct type: its wire name and the id of its type. */
export interface TypeField {
  readonly name: string;
  readonly id: number;
}

/** What a stream says about a type, with the ids of the types it is made of. */
export type TypeDefinition =
  | { readonly kind: BasicKind }
  | { readonly kind: 'array'; readonly element: number; readonly length: number }
  | { readonly kind: 'slice'; readonly element: number }
  | { readonly kind: 'map'; readonly key: number; readonly element: number }
  | { readonly kind: 'struct'; readonly name: string; readonly fields: readonly TypeField[] }
  | { readonly kind: 'opaque'; readonly wireKind: OpaqueKind };

const basic = Object.entries(basicIds).map(([kind, id]): [number, TypeDefinition] => [
  id,
  { kind: kind as BasicKind },
]);

function structOf(name: string, fields: Readonly<Record<string, number>>): TypeDefinition {
  const list = Object.entries(fields).map(([fieldName, id]) => ({ name: fieldName, id }));
  return { kind: 'struct', name, fields: list };
}

/** What every stream knows before the first byte: the basic types, and those of `wireTypeSchema`. */
export const builtInTypes: ReadonlyMap<number, TypeDefinition> = new Map<number, TypeDefinition>([
  ...basic,
  [
    wireTypeId,
    structOf('wireType', {
      ArrayT: 17,
      SliceT: 19,
      StructT: 20,
      MapT: 23,
      GobEncoderT: 24,
      BinaryMarshalerT: 24,
      TextMarshalerT: 24,
    }),
  ],
  [17, structOf('arrayType', { CommonType: 18, Elem: basicIds.int, Len: basicIds.int })],
  [18, structOf('CommonType', { Name: basicIds.string, Id: basicIds.int })],
  [19, structOf('sliceType', { CommonType: 18, Elem: basicIds.int })],
  [20, structOf('structType', { CommonType: 18, Field: 22 })],
  [21, structOf('fieldType', { Name: basicIds.string, Id: basicIds.int })],
  [22, { kind: 'slice', element: 21 }],
  [23, structOf('mapType', { CommonType: 18, Key: basicIds.int, Elem: basicIds.int })],
  [24, structOf('gobEncoderType', { CommonType: 18 })],
]);
