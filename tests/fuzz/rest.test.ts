/** The REST interface of the packaged plugin under requests that are made up from its own document. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { externalApiBase, pluginId, routes } from '../../server/contract/index.ts';
import { testSeed } from '../support/test_seed.ts';
import { ProductWorld } from '../support/product_world.ts';
import { runSchemathesis, schemathesisMissing } from './schemathesis.ts';

/** How long requests are made up, in seconds; the run ends a little later. */
const budgetSeconds = 30;

/**
 * What must hold of every answer, whatever was asked. Not among it: 405 for methods that are not in the document. TRACE
 * cannot become a standard `Request`, so it is answered with 400; the others are in the tests of the interface.
 */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'allow_header_conformance',
  'ignored_auth',
];

const reason = schemathesisMissing();
if (reason !== undefined) process.stdout.write(`REST under made-up requests: ${reason}\n`);
const describeHere = reason === undefined ? describe : describe.skip;

describeHere('made-up requests', () => {
  let world: ProductWorld;

  beforeAll(async () => {
    world = await ProductWorld.start();
    // Limits would answer nearly everything with 429.
    world.host.config.savePlugin(pluginId, {
      maxschedulesperuser: 100,
      maxrunsbyhandperday: 1000,
      minminutesbetweenruns: 1,
    });
  }, 120_000);
  afterAll(() => world.close(), 60_000);

  test(
    'are answered as the document says, and never with a fault of our own',
    async () => {
      // Who manages the system, so that no route is out of reach.
      const grace = await world.login('grace.lin');
      const seed = testSeed();
      const { exitCode, output } = await runSchemathesis(
        [
          'run',
          `${grace.url}${externalApiBase}${routes.openApi}`,
          `--url=${grace.url}${externalApiBase}`,
          `--header=Authorization: Bearer ${grace.token}`,
          `--checks=${checks.join(',')}`,
          `--max-time=${budgetSeconds}`,
          `--seed=${seed}`,
          '--continue-on-failure',
          '--no-color',
          '--warnings=off',
        ],
        4 * budgetSeconds * 1000,
      );
      process.stdout.write(`${summaryOf(output)} (seed ${seed})\n`);
      expect(exitCode === 0 ? '' : output).toBe('');
      const errors = world.host.log.lines.filter(({ level }) => level === 'error');
      expect(errors).toEqual([]);
    },
    5 * budgetSeconds * 1000,
  );
});

/** The lines of a run that count. */
function summaryOf(output: string): string {
  const lines = output
    .split('\n')
    .filter((line) => /generated|Test cases|passed|failed/.test(line));
  return lines.map((line) => line.trim()).join('; ');
}
