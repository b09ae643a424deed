/**
 * Two nodes run what is due. At every call that the first one makes on the way, recorded from a run that went well,
 * it is killed, stands still for longer than its lease, or has the call fail: whatever it was about, each occurrence
 * ends in exactly one message or in a failure with its reason, and nothing stays behind in the store.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { fakeTimeMissing } from '../host/index.ts';
import { canFail } from '../support/api_calls.ts';
import { complaints, FaultMatrix, summary } from '../support/fault_matrix.ts';
import type { Cell, Harms } from '../support/fault_matrix.ts';

jest.setTimeout(10 * 60_000);

/** Names a file for the matrix as JSON; without it none is written. */
const artefact = process.env['CLUSTER_MATRIX'];

/** Hosts that rehearse side by side: as many as keep two cores busy. */
const stands = 3;

const killed: Harms = {
  'killed before': { action: { kind: 'kill', when: 'before' } },
  'killed after': { action: { kind: 'kill', when: 'after' } },
};
/** A replica that stands still for minutes: all that is read is what there was before the run. */
const stale: Harms = {
  'killed after, stale reads': {
    action: { kind: 'kill', when: 'after' },
    lag: { writes: Number.MAX_SAFE_INTEGER },
  },
};
const frozen: Harms = { frozen: { action: { kind: 'pause', when: 'before' } } };
const failing: Harms = {
  'fails before': { action: { kind: 'error', when: 'before' } },
  'fails after': { action: { kind: 'error', when: 'after' } },
  'fails twice before': { action: { kind: 'error', when: 'before' }, again: true },
  'fails twice after': { action: { kind: 'error', when: 'after' }, again: true },
};

const missing = fakeTimeMissing();
if (missing !== undefined) process.stderr.write(`${missing}: no fault matrix\n`);

(missing === undefined ? describe : describe.skip)('at every call of the run path', () => {
  let matrix: FaultMatrix;
  beforeAll(async () => {
    matrix = await FaultMatrix.start(stands);
  });
  afterAll(async () => {
    process.stdout.write(`\n${matrix.table()}\n`);
    if (artefact !== undefined) await matrix.save(artefact);
    await matrix.close();
  });

  function verdict(cells: readonly Cell[]): void {
    expect(complaints(cells)).toEqual([]);
    expect(summary(cells)).toBe(`${cells.length} cells, 0 duplicates, 0 lost, 0 orphans`);
  }

  test('the path is as long as it should be', () => {
    const names = new Set(matrix.steps.map(({ name }) => name));
    for (const name of [
      'KVList',
      'KVSetWithOptions insert lock',
      'KVSetWithOptions insert fence',
      'KVSetWithOptions swap fence',
      'KVSetWithOptions put due entry',
      'KVSetWithOptions drop due entry',
      'KVSetWithOptions put ended run',
      'KVSetWithOptions swap schedule',
      'KVSetWithOptions remove lock',
      'GetPostsForChannel',
      'CreatePost',
    ]) {
      expect(names).toContain(name);
    }
  });

  test('the node is killed: the other finishes the run', async () => {
    verdict(await matrix.rehearse(killed));
  });

  test('the node is killed while the replica stands still', async () => {
    verdict(await matrix.rehearse(stale));
  });

  test('the node stands still for longer than its lease, and then goes on', async () => {
    verdict(await matrix.rehearse(frozen));
  });

  test('the call fails, once or twice, before it has taken effect or after', async () => {
    verdict(await matrix.rehearse(failing, ({ name }) => canFail(name)));
  });
});
