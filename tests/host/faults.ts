/** Faults on demand: what shall go wrong with which call of the plugin API, and when. */
import type { Clock } from '../../server/clock.ts';
import { AppFailure } from './app_failure.ts';

/**
 * What a fault does. `before` the call has its effect, or `after` it and before its reply. A process that is killed
 * before the effect died before the call left: there is none.
 */
export type FaultAction =
  | { readonly kind: 'error'; readonly when: 'before' | 'after'; readonly error?: AppFailure }
  | { readonly kind: 'delay'; readonly when: 'before' | 'after'; readonly ms: number }
  | { readonly kind: 'disconnect'; readonly when: 'before' | 'after' }
  | { readonly kind: 'kill'; readonly when: 'before' | 'after' }
  | { readonly kind: 'pause'; readonly when: 'before' | 'after' };

/** A call of the plugin API as it reaches the server. */
export interface ApiCall {
  /** Go name of the method. */
  readonly method: string;
  readonly node: number;
  /** The decoded arguments, in order. */
  readonly args: readonly unknown[];
}

/** Which calls a fault meets. */
export interface FaultRule {
  /** Go name of the API method, such as `KVGet`; left out, every method. */
  readonly method?: string;
  /** Only calls from the plugin on this node. */
  readonly node?: number;
  /** Only calls that this says yes to; asked once for each call that meets the rest of the rule. */
  readonly matches?: (args: readonly unknown[], method: string) => boolean;
  /** How many matching calls pass unharmed first. Default 0. */
  readonly skip?: number;
  /** How many calls are met after those. Default 1; Infinity for all. */
  readonly times?: number;
  readonly action: FaultAction;
}

/** What a fault can do to the process that called. */
export interface FaultTarget {
  readonly node: number;
  disconnect(): void;
  kill(): void;
  pause(): void;
}

/** A rule that was set, and how often it has struck. */
export interface Fault {
  /** How many calls it has met. */
  readonly struck: number;
  /** Takes the rule away. */
  clear(): void;
}

interface ActiveRule {
  readonly rule: FaultRule;
  seen: number;
  struck: number;
}

/** The actions that one call meets. */
export type CallFaults = readonly FaultAction[];

const none: CallFaults = [];

/** The rules in force. Shared by all nodes of a host. */
export class Faults {
  readonly #clock: Clock;
  readonly #rules = new Set<ActiveRule>();
  readonly #watchers = new Set<(call: ApiCall) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Puts a rule in force. */
  add(rule: FaultRule): Fault {
    const active: ActiveRule = { rule, seen: 0, struck: 0 };
    this.#rules.add(active);
    return {
      get struck() {
        return active.struck;
      },
      clear: () => void this.#rules.delete(active),
    };
  }

  clear(): void {
    this.#rules.clear();
  }

  /** Shows every call to `watcher`, before it has its effect; the returned function ends it. */
  watch(watcher: (call: ApiCall) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Counts a call against the rules, and gives what it meets; nearly always nothing. */
  meet(method: string, node: number, args: () => readonly unknown[]): CallFaults {
    for (const watcher of this.#watchers) watcher({ method, node, args: args() });
    if (this.#rules.size === 0) return none;
    const actions: FaultAction[] = [];
    for (const active of this.#rules) {
      const { rule } = active;
      if (rule.method !== undefined && rule.method !== method) continue;
      if (rule.node !== undefined && rule.node !== node) continue;
      if (rule.matches !== undefined && !rule.matches(args(), method)) continue;
      active.seen += 1;
      const from = rule.skip ?? 0;
      if (active.seen <= from || active.seen > from + (rule.times ?? 1)) continue;
      active.struck += 1;
      actions.push(rule.action);
    }
    return actions;
  }

  /**
   * Lets the actions of one moment happen.
   *
   * @throws {AppFailure} when one of them is an error, or the call is not to have an effect.
   */
  async strike(actions: CallFaults, when: 'before' | 'after', target: FaultTarget): Promise<void> {
    for (const action of actions) {
      if (action.when !== when) continue;
      switch (action.kind) {
        case 'error':
          throw action.error ?? new AppFailure('Fault', 'app.fault.injected', 500);
        case 'delay':
          await this.#clock.sleep(action.ms);
          break;
        case 'disconnect':
          target.disconnect();
          break;
        case 'kill':
          target.kill();
          if (when === 'before') throw new AppFailure('Fault', 'app.fault.killed', 500);
          break;
        case 'pause':
          target.pause();
          break;
      }
    }
  }
}
