/** Start, death, restart and end of a plugin under Mattermost's own supervisor. */
import { expect, test } from '@jest/globals';

import { buildGoBundle } from '../bench/go_bundle.ts';
import type { GoHost, ProcessFigures } from './go_host.ts';
import { buildProbe } from './probe_bundle.ts';
import { describeInterop, probeId } from './suite.ts';

/** The server kills a plugin that is still there 2 seconds after it was asked to go. */
const deactivationMs = 2000;

/** How many times the plugin is activated and deactivated, if they fit into the time. */
const wantedCycles = 1000;
const cyclesMs = 5 * 60_000;

/** Cycles before memory is first looked at: heaps and pools have their size by then. */
const warmUpCycles = 20;

/** How much larger a later plugin process may be than the first, in bytes: they all start alike. */
const allowedPluginGrowth = 20_000_000;

/** Cycles of the plugin in Go that ours is compared with. */
const yardstickCycles = 200;

/**
 * How much more the host's heap may grow with a cycle of ours than with one of a plugin in Go. Mattermost's package
 * itself keeps some 15 kB of every activation, whatever the plugin is written in.
 */
const allowedHeapRatio = 1.5;

describeInterop(
  'Lifecycle under Mattermost’s own supervisor',
  async (host) => {
    await host.install(await buildProbe());
  },
  (suite) => {
    test('activation, and a clean end within 2 seconds', async () => {
      await suite.host.activate(probeId);
      const { pluginPid } = await suite.host.figures(probeId);
      expect(pluginPid).toBeGreaterThan(0);
      expect(await suite.host.deactivate(probeId)).toBeLessThan(deactivationMs);
      expect((await suite.host.figures(probeId)).pluginPid).toBe(0);
    });

    test('the end leaves no warning in the server’s log', async () => {
      await suite.host.takeLogs();
      await suite.host.activate(probeId);
      await suite.host.deactivate(probeId);
      const grave = (await suite.host.takeLogs()).filter((line) =>
        /"level":"(?:warn|error|fatal|panic)"/.test(line),
      );
      expect(grave).toEqual([]);
    });

    test('a killed process is restarted by the health check', async () => {
      await suite.host.activate(probeId);
      const before = (await suite.host.figures(probeId)).pluginPid;
      process.kill(before, 'SIGKILL');
      const running = 2;
      expect(await suite.host.checkHealth(probeId)).toBe(running);
      const after = (await suite.host.figures(probeId)).pluginPid;
      expect(after).toBeGreaterThan(0);
      expect(after).not.toBe(before);
      const response = await fetch(`${suite.host.url}/plugins/${probeId}/`);
      expect(await response.text()).toBe('ok');
      await suite.host.deactivate(probeId);
    }, 30_000);

    test('an interrupt from the terminal does not end it', async () => {
      await suite.host.activate(probeId);
      const { pluginPid } = await suite.host.figures(probeId);
      process.kill(pluginPid, 'SIGINT');
      const response = await fetch(`${suite.host.url}/plugins/${probeId}/`);
      expect(await response.text()).toBe('ok');
      expect((await suite.host.figures(probeId)).pluginPid).toBe(pluginPid);
      await suite.host.deactivate(probeId);
    });

    test(
      'activation cycles pile up no files or processes, and no more memory than with a plugin in Go',
      async () => {
        // The host's own memory of calls and log lines would count as growth.
        await suite.host.record(false);
        const goId = await suite.host.install(await buildGoBundle());
        const yardstick = await cycle(suite.host, goId, yardstickCycles, cyclesMs);
        const ours = await cycle(suite.host, probeId, wantedCycles, cyclesMs);
        process.stdout.write(`Go plugin:  ${describeCycles(yardstick)}\n`);
        process.stdout.write(`TypeScript: ${describeCycles(ours)}\n`);
        expect(heapGrowth(ours)).toBeLessThan(allowedHeapRatio * heapGrowth(yardstick));
        expect(ours.last.goroutines - ours.first.goroutines).toBeLessThanOrEqual(2);
        expect(ours.last.openFiles - ours.first.openFiles).toBeLessThanOrEqual(2);
        expect(ours.last.pluginPid).toBe(0);
        expect(ours.largestPlugin - ours.firstPlugin).toBeLessThan(allowedPluginGrowth);
      },
      cyclesMs + 120_000,
    );
  },
);

/** What many activations and deactivations left behind. Bytes. */
interface Cycles {
  readonly count: number;
  readonly ms: number;
  /** After the warm-up. */
  readonly first: ProcessFigures;
  readonly last: ProcessFigures;
  /** Resident memory of the first plugin process looked at, and of the largest. */
  readonly firstPlugin: number;
  readonly largestPlugin: number;
}

/** Activates and deactivates a plugin `wanted` times, or as often as fits into `withinMs`. */
async function cycle(host: GoHost, id: string, wanted: number, withinMs: number): Promise<Cycles> {
  const start = performance.now();
  const residents: number[] = [];
  let count = 0;
  let first = await host.figures(id);
  for (; count < wanted && performance.now() - start < withinMs; count += 1) {
    await host.activate(id);
    if (count % 100 === 0) residents.push((await host.figures(id)).pluginResident);
    await host.deactivate(id);
    await host.takeLogs();
    if (count === warmUpCycles) first = await host.figures(id);
  }
  const last = await host.figures(id);
  expect(count).toBeGreaterThan(warmUpCycles);
  return {
    count,
    ms: performance.now() - start,
    first,
    last,
    firstPlugin: residents[0] ?? 0,
    largestPlugin: Math.max(...residents),
  };
}

/** Bytes of the host's heap that a cycle leaves behind. */
function heapGrowth({ count, first, last }: Cycles): number {
  return (last.hostHeap - first.hostHeap) / (count - warmUpCycles);
}

function describeCycles(cycles: Cycles): string {
  const { count, ms, first, last, largestPlugin } = cycles;
  return (
    `${count} activation cycles in ${Math.round(ms / 1000)} s: ` +
    `host heap +${Math.round(heapGrowth(cycles))} bytes a cycle, ` +
    `goroutines ${first.goroutines} -> ${last.goroutines}, ` +
    `open files ${first.openFiles} -> ${last.openFiles}, ` +
    `largest plugin ${Math.round(largestPlugin / 1e6)} MB`
  );
}
