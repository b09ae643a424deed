/** What the nodes say of themselves: one list, which each node changes once a minute at most. */
import * as z from 'zod';
import { NodeBeat } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { nodesKey } from './keys.ts';
import type { KeyValueStore } from './kv.ts';
import { beatKeptMs, maxNodes } from './limits.ts';
import { Patience } from './patience.ts';
import type { Randomness } from './randomness.ts';

const NodesRecord = z.object({
  nonce: z.string(),
  /** The newest first. */
  nodes: z.array(NodeBeat),
});

/** See the head of the file. All methods throw `StoreError`. */
export class NodeStore {
  readonly #kv: KeyValueStore;
  readonly #clock: Clock;
  readonly #random: Randomness;

  constructor(kv: KeyValueStore, clock: Clock, random: Randomness) {
    this.#kv = kv;
    this.#clock = clock;
    this.#random = random;
  }

  /** Replaces what the node said before. Whoever said nothing for `beatKeptMs` is forgotten. */
  async beat(beat: NodeBeat): Promise<void> {
    const patience = new Patience(this.#clock, this.#random);
    for (;;) {
      const entry = await this.#kv.get(nodesKey, NodesRecord);
      const oldest = this.#clock.now() - beatKeptMs;
      const others = (entry?.value.nodes ?? []).filter(
        ({ id, at }) => id !== beat.id && at > oldest,
      );
      const nodes = [beat, ...others].slice(0, maxNodes);
      const record = { nonce: this.#random.id(), nodes };
      const options = { expireInSeconds: beatKeptMs / 1000 };
      const written =
        entry === undefined
          ? await this.#kv.insert(nodesKey, record, options)
          : await this.#kv.swap(nodesKey, entry, record, options);
      if (written !== undefined) return;
      await patience.wait();
    }
  }

  /** What is known of all nodes, the newest word first. */
  async all(): Promise<readonly NodeBeat[]> {
    return (await this.#kv.get(nodesKey, NodesRecord))?.value.nodes ?? [];
  }
}
