/**
 * Turns pairs of a type on the wire and a target into functions that read values: once for each pair, shared
 * by all streams on which the type has the same structure.
 *
 * As in Go, kinds must match exactly wherever both sides declare them, even if no value ever arrives; struct
 * fields match by name; fields that only one side has are skipped, or zero.
 */

import { compileAnything } from './decode_anything.ts';
import { compileInto } from './decode_schema.ts';
import { anything, type DecodeTarget } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { Decode, IncomingType } from './incoming_type.ts';
import { maxTypeDepth } from './limits.ts';
import type { Parts } from './parts.ts';
import { cachedPlan, cachePlan } from './plan_cache.ts';
import { asNode } from './schema.ts';
import { compileSkip } from './skip.ts';
import { fieldsOf } from './struct_fields.ts';
import { survey } from './survey.ts';
import type { TypeRegistry } from './type_registry.ts';
import type { TypeDefinition } from './wire_type.ts';

/**
 * The function that reads values of `type` as they stand at top level and in interfaces: structs as they are,
 * anything else after a zero byte.
 *
 * @throws {GobError} `mismatch`, `undefined_type` or `limit`.
 */
export function outerDecoder(
  types: TypeRegistry,
  type: IncomingType,
  target: DecodeTarget,
): Decode {
  const before = type.outer.get(target);
  if (before !== undefined) return before;
  const { signature } = survey(type, types);
  const decode = cachedPlan(target, signature) ?? compileOuter(types, type, target);
  cachePlan(target, signature, decode);
  type.outer.set(target, decode);
  return decode;
}

function compileOuter(types: TypeRegistry, type: IncomingType, target: DecodeTarget): Decode {
  const isInterface = type.definition.kind === 'interface';
  const wanted = target.kind === 'any' && !isInterface ? anything : target;
  requireCommonField(type, wanted);
  const { splitting } = survey(type, types);
  const decode = new Compilation(types, splitting).run(type, wanted);
  if (type.definition.kind === 'struct') return decode;
  return (source) => {
    if (source.uint() === 0) return decode(source);
    throw new GobError('malformed', 'no zero in front of a value that is no struct');
  };
}

/** Go refuses a struct that shares no field with the receiver's, unless one of them has none at all. */
function requireCommonField({ definition }: IncomingType, target: DecodeTarget): void {
  const node = target.kind === 'optional' ? asNode(target.schema) : target;
  if (definition.kind !== 'struct' || node.kind !== 'struct') return;
  const wanted = new Set(fieldsOf(node).map((field) => field.wireName));
  if (wanted.size === 0 || definition.fields.length === 0) return;
  if (definition.fields.some((field) => wanted.has(field.name))) return;
  throw new GobError('mismatch', `struct ${node.name} shares no field with what arrived`);
}

/** A decoder that is being made, or was. */
interface Entry {
  decode: Decode | undefined;
}

/** One run of the compiler. What it made is kept only when all of it succeeded. */
class Compilation implements Parts {
  readonly #types: TypeRegistry;
  readonly #splitting: ReadonlySet<IncomingType>;
  /** A type that contains itself finds itself here. */
  readonly #entries = new Map<IncomingType, Map<DecodeTarget, Entry>>();
  #depth = 0;

  constructor(types: TypeRegistry, splitting: ReadonlySet<IncomingType>) {
    this.#types = types;
    this.#splitting = splitting;
  }

  run(type: IncomingType, target: DecodeTarget): Decode {
    const result = this.#decoder(type, target);
    for (const [made, targets] of this.#entries) {
      for (const [madeFor, { decode }] of targets) {
        if (decode !== undefined) made.inner.set(madeFor, decode);
      }
    }
    return result;
  }

  definition(id: number): TypeDefinition {
    return this.#types.get(id).definition;
  }

  decoder(id: number, target: DecodeTarget): Decode {
    return this.#decoder(this.#types.get(id), target);
  }

  bytesEach(...ids: readonly number[]): number {
    return ids.some((id) => this.#splitting.has(this.#types.get(id))) ? 0 : ids.length;
  }

  #decoder(type: IncomingType, target: DecodeTarget): Decode {
    const before = type.inner.get(target);
    if (before !== undefined) return before;
    let targets = this.#entries.get(type);
    if (targets === undefined) this.#entries.set(type, (targets = new Map<DecodeTarget, Entry>()));
    const underway = targets.get(target);
    if (underway !== undefined) return underway.decode ?? late(underway);
    if (++this.#depth > maxTypeDepth) {
      throw new GobError('limit', `types nest deeper than ${maxTypeDepth} levels`);
    }
    const entry: Entry = { decode: undefined };
    targets.set(target, entry);
    entry.decode = this.#compile(type, target);
    this.#depth--;
    return entry.decode;
  }

  #compile({ definition }: IncomingType, target: DecodeTarget): Decode {
    if (target.kind === 'skipped') return compileSkip(definition, this);
    if (target.kind === 'anything') return compileAnything(definition, this);
    return compileInto(definition, target, this);
  }
}

function late(entry: Entry): Decode {
  return (source) => entry.decode?.(source);
}
