/**
 * The product's runner as a plugin that does nothing else and ticks when it is asked to: the packaged product ticks once
 * a minute, too seldom to be timed. Same code, same store, same wire.
 */
import { tmpdir } from 'node:os';

import { systemClock } from '../../../server/clock.ts';
import { runPlugin, stderrLog } from '../../../server/mattermost/index.ts';
import type { Api, Hooks } from '../../../server/mattermost/index.ts';
import { Runner } from '../../../server/schedule/runner.ts';
import type { RunHandler } from '../../../server/schedule/index.ts';
import {
  DueIndex,
  KeyValueStore,
  Mutex,
  RunStore,
  ScheduleStore,
  systemRandomness,
  UserStore,
} from '../../../server/store/index.ts';

const log = stderrLog((line) => process.stderr.write(line));
const leaseMs = 30_000;

/** Nothing is due here. */
const handler: RunHandler = {
  run: () => Promise.reject(new Error('something was due')),
  preview: () => Promise.reject(new Error('nobody asks')),
  findDelivered: () => Promise.reject(new Error('something was due')),
  tellFailure: () => Promise.resolve(),
};

function runnerOver(api: Api): Runner {
  const shared = { clock: systemClock, random: systemRandomness, log };
  const kv = new KeyValueStore(api, systemClock);
  const due = new DueIndex(kv);
  const users = new UserStore(kv, systemClock, systemRandomness);
  const schedules = new ScheduleStore(kv, due, users, { ...shared, historyDays: () => 90 });
  const runs = new RunStore(kv, schedules, { clock: systemClock, leaseMs });
  const mutex = new Mutex(kv, { ...shared, name: 'tick' });
  const owner = systemRandomness.id();
  return new Runner({
    ...shared,
    schedules,
    runs,
    due,
    mutex,
    handler,
    owner,
    leaseMs,
    concurrency: 8,
  });
}

/** Ticks `count` times and answers how long each took, in microseconds. */
function hooksOver(api: Api): Hooks {
  const runner = runnerOver(api);
  return {
    serveHttp: async (request) => {
      const count = Number(new URL(request.url).searchParams.get('count'));
      const took: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const before = performance.now();
        await runner.tick();
        took.push((performance.now() - before) * 1000);
      }
      return Response.json(took);
    },
  };
}

const running = await runPlugin({
  env: process.env,
  stdout: process.stdout,
  temporaryDirectory: tmpdir(),
  log,
  clock: systemClock,
  hooks: ({ api }) => hooksOver(api),
});
await running.ended;
process.exit();
