/** Start, death, restart and end of a plugin under Mattermost's own supervisor. */
import { expect, test } from '@jest/globals';

import { buildProbe } from './probe_bundle.ts';
import { describeInterop, probeId } from './suite.ts';

/** The server kills a plugin that is still there 2 seconds after it was asked to go. */
const deactivationMs = 2000;

/** How many times the plugin is activated and deactivated, if they fit into the time. */
const wantedCycles = 1000;
const cyclesMs = 5 * 60_000;

/** Cycles before memory is first looked at: heaps and pools have their size by then. */
const warmUpCycles = 20;

/** How much the host's heap may grow over all cycles, in bytes: less than 1 kB a cycle. */
const allowedHeapGrowth = 1_000_000;

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
      'activation cycles do not pile up memory, files or processes',
      async () => {
        // The host's own memory of calls and log lines would count as growth.
        await suite.host.record(false);
        const start = performance.now();
        let cycles = 0;
        let first = await suite.host.figures(probeId);
        let resident = 0;
        for (; cycles < wantedCycles && performance.now() - start < cyclesMs; cycles += 1) {
          await suite.host.activate(probeId);
          if (cycles % 100 === 0) {
            const figures = await suite.host.figures(probeId);
            resident = Math.max(resident, figures.pluginResident);
          }
          await suite.host.deactivate(probeId);
          await suite.host.takeLogs();
          if (cycles === warmUpCycles) first = await suite.host.figures(probeId);
        }
        const last = await suite.host.figures(probeId);
        process.stdout.write(
          `${cycles} activation cycles in ${Math.round((performance.now() - start) / 1000)} s: ` +
            `host heap ${first.hostHeap} -> ${last.hostHeap} bytes, ` +
            `goroutines ${first.goroutines} -> ${last.goroutines}, ` +
            `open files ${first.openFiles} -> ${last.openFiles}, ` +
            `largest plugin ${Math.round(resident / 1e6)} MB\n`,
        );
        expect(cycles).toBeGreaterThan(warmUpCycles);
        expect(last.hostHeap - first.hostHeap).toBeLessThan(allowedHeapGrowth);
        expect(last.goroutines - first.goroutines).toBeLessThanOrEqual(2);
        expect(last.openFiles - first.openFiles).toBeLessThanOrEqual(2);
        expect(last.pluginPid).toBe(0);
      },
      cyclesMs + 60_000,
    );
  },
);
