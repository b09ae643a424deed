/** The text that Prometheus fetches. */
import { describe, expect, test } from '@jest/globals';
import type { Run } from '../../../server/contract/index.ts';
import { Metrics, timedApi } from '../../../server/metrics/index.ts';
import type { Api } from '../../../server/mattermost/index.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { summary } from '../../support/scheduler_world.ts';

const facts = { residentBytes: 1234, longestStallSeconds: 0.02 };

const claimed = {
  status: 'claimed',
  trigger: 'schedule',
  attempts: 1,
  occurrence_at: 1000,
  started_at: 4000,
  finished_at: null,
  reason: null,
  summary: null,
} as Run;

describe('the text', () => {
  test('has what was counted, in the exposition format', async () => {
    const metrics = new Metrics();
    metrics.countRun(claimed);
    metrics.countRun({ ...claimed, status: 'delivered', finished_at: 4400, summary });
    metrics.countRun({ ...claimed, status: 'failed', finished_at: 9000, reason: 'timed_out' });
    metrics.countResponse(200);
    metrics.countCommand();
    metrics.noteTick(1_700_000_000_000);
    const text = await metrics.expose(facts);
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.split('\n');
    for (const line of [
      '# TYPE scheduled_recaps_runs_total counter',
      'scheduled_recaps_runs_total{status="delivered"} 1',
      'scheduled_recaps_run_failures_total{reason="timed_out"} 1',
      'scheduled_recaps_due_lag_seconds_bucket{le="2"} 0',
      'scheduled_recaps_due_lag_seconds_bucket{le="5"} 1',
      'scheduled_recaps_run_duration_seconds_sum{engine="test"} 0.4',
      'scheduled_recaps_http_responses_total{code="200"} 1',
      'scheduled_recaps_commands_total 1',
      'scheduled_recaps_last_tick_timestamp_seconds 1700000000',
      'scheduled_recaps_resident_memory_bytes 1234',
      'scheduled_recaps_event_loop_longest_stall_seconds 0.02',
    ]) {
      expect(lines).toContain(line);
    }
  });

  test('counts lateness once a run, and not that of runs asked for by hand', async () => {
    const metrics = new Metrics();
    metrics.countRun({ ...claimed, attempts: 2 });
    metrics.countRun({ ...claimed, trigger: 'manual' });
    expect(await metrics.expose(facts)).toContain('scheduled_recaps_due_lag_seconds_count 0');
  });

  test('two plugins in one process count apart', async () => {
    const [one, other] = [new Metrics(), new Metrics()];
    one.countCommand();
    expect(await other.expose(facts)).toContain('scheduled_recaps_commands_total 0');
  });
});

test('calls of the API are timed, failures too, and answered as ever', async () => {
  const clock = new ManualClock();
  const seen: unknown[] = [];
  const api = {
    kvGet: async (key: string) => {
      await clock.sleep(30);
      return key;
    },
    getUser: () => Promise.reject(new Error('gone')),
    logInfo: () => Promise.resolve(),
  };
  const timed = timedApi(api as unknown as Api, clock, (...call) => seen.push(call));
  const answer = timed.kvGet('key');
  await clock.advance(30);
  expect(await answer).toBe('key');
  await expect(timed.getUser('id')).rejects.toThrow('gone');
  await timed.logInfo('message', []);
  expect(seen).toEqual([
    ['kvGet', 0.03, false],
    ['getUser', 0, true],
  ]);
});
