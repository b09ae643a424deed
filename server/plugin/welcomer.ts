/** Welcomes users the first time that they have the bot do something. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { welcome } from '../recap/index.ts';
import type { WelcomeOptions } from '../recap/index.ts';
import { systemRandomness, WelcomeStore } from '../store/index.ts';
import type { KeyValueStore } from '../store/index.ts';

/** What it takes. */
export interface WelcomerOptions {
  readonly api: WelcomeOptions['api'];
  readonly botUserId: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Told of each use that may be the first. It works in the background: nobody waits for it. */
export function welcomer(
  { api, botUserId, clock, log }: WelcomerOptions,
  kv: KeyValueStore,
): (userId: string) => void {
  const keeper = new WelcomeStore(kv, clock, systemRandomness);
  return (userId) => {
    void welcome({ api, botUserId, keeper, log }, userId);
  };
}
