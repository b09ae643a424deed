/** Looks over everything a type is made of. */

import { createHash } from 'node:crypto';

import type { IncomingType } from './incoming_type.ts';
import type { TypeRegistry } from './type_registry.ts';
import type { TypeDefinition } from './wire_type.ts';

/** What a type amounts to, whatever its ids are on this stream. */
export interface Survey {
  /** A hash that is equal for two types when they have the same structure and field names. */
  readonly signature: string;
  /** The type and those of its parts whose values hold interfaces, and so may go on in later messages. */
  readonly splitting: ReadonlySet<IncomingType>;
}

const surveys = new WeakMap<IncomingType, Survey>();

/**
 * Surveys a type and all it refers to, each part once: parts are numbered in the order they are met, which
 * makes the signature independent of ids, and finite for types that contain themselves.
 *
 * @throws {GobError} `undefined_type` when a part was never defined.
 */
export function survey(root: IncomingType, types: TypeRegistry): Survey {
  const before = surveys.get(root);
  if (before !== undefined) return before;
  const made = make(root, types);
  surveys.set(root, made);
  return made;
}

function make(root: IncomingType, types: TypeRegistry): Survey {
  const numbers = new Map<IncomingType, number>([[root, 0]]);
  const users = new Map<IncomingType, IncomingType[]>();
  const structure: unknown[] = [];
  for (const type of numbers.keys()) {
    const parts = partIds(type.definition).map((id) => types.get(id));
    for (const part of parts) {
      if (!numbers.has(part)) numbers.set(part, numbers.size);
      const usersOfPart = users.get(part);
      if (usersOfPart === undefined) users.set(part, [type]);
      else usersOfPart.push(type);
    }
    structure.push([...outline(type.definition), ...parts.map((part) => numbers.get(part))]);
  }
  const splitting = new Set(
    [...numbers.keys()].filter((type) => type.definition.kind === 'interface'),
  );
  for (const type of splitting) {
    for (const user of users.get(type) ?? []) splitting.add(user);
  }
  const signature = createHash('sha256').update(JSON.stringify(structure)).digest('base64');
  return { signature, splitting };
}

function partIds(definition: TypeDefinition): readonly number[] {
  switch (definition.kind) {
    case 'array':
    case 'slice':
      return [definition.element];
    case 'map':
      return [definition.key, definition.element];
    case 'struct':
      return definition.fields.map((field) => field.id);
    default:
      return [];
  }
}

/** What the structure of a type says beside its parts. */
function outline(definition: TypeDefinition): readonly unknown[] {
  switch (definition.kind) {
    case 'array':
      return ['array', definition.length];
    case 'struct':
      return ['struct', definition.fields.map((field) => field.name)];
    case 'opaque':
      return [definition.wireKind];
    default:
      return [definition.kind];
  }
}
