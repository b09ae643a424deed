/** The text that Prometheus fetches. */
import { expect, test } from '@jest/globals';
import { Metrics } from '../../../server/metrics/index.ts';

test('is in the exposition format', () => {
  const metrics = new Metrics();
  metrics.countRun('delivered');
  metrics.countRun('delivered');
  metrics.countRun('we"ird\n');
  metrics.countResponse(200);
  metrics.countCommand();
  expect(metrics.expose(1234)).toBe(
    [
      '# HELP scheduled_recaps_runs_total Changes of runs on this node, by the status they changed to.',
      '# TYPE scheduled_recaps_runs_total counter',
      'scheduled_recaps_runs_total{status="delivered"} 2',
      'scheduled_recaps_runs_total{status="we\\"ird\\n"} 1',
      '# HELP scheduled_recaps_http_responses_total Answered HTTP requests, by status code.',
      '# TYPE scheduled_recaps_http_responses_total counter',
      'scheduled_recaps_http_responses_total{code="200"} 1',
      '# HELP scheduled_recaps_commands_total Slash commands that were run.',
      '# TYPE scheduled_recaps_commands_total counter',
      'scheduled_recaps_commands_total 1',
      '# HELP scheduled_recaps_resident_memory_bytes Memory that this process holds.',
      '# TYPE scheduled_recaps_resident_memory_bytes gauge',
      'scheduled_recaps_resident_memory_bytes 1234',
      '',
    ].join('\n'),
  );
});
