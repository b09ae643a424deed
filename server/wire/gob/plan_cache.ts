/** Compiled decoders, shared by all streams of the process: a new stream compiles nothing twice. */

import { skipped, anything, type DecodeTarget } from './decode_target.ts';
import type { Decode } from './incoming_type.ts';
import { maxPlansPerSchema, maxSchemalessPlans } from './limits.ts';

const plans = new WeakMap<DecodeTarget, Map<string, Decode>>();

/** The decoder of types with this signature into `target`, if one is kept. */
export function cachedPlan(target: DecodeTarget, signature: string): Decode | undefined {
  return plans.get(target)?.get(signature);
}

/**
 * Keeps a decoder. When a target has met too many different types, which no honest peer has, all of its
 * decoders are dropped; streams that use them keep them.
 */
export function cachePlan(target: DecodeTarget, signature: string, plan: Decode): void {
  let ofTarget = plans.get(target);
  if (ofTarget === undefined) plans.set(target, (ofTarget = new Map<string, Decode>()));
  const most = target === skipped || target === anything ? maxSchemalessPlans : maxPlansPerSchema;
  if (ofTarget.size >= most) ofTarget.clear();
  ofTarget.set(signature, plan);
}
