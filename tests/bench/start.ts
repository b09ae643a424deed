/** From the start of a plugin's process to its handshake line. */
import type { Home } from './home.ts';
import { alternate, medians } from './pair.ts';
import type { Row } from './table.ts';

const rounds = 9;

/** Activates and deactivates each plugin in turn. Both are down afterwards. */
export async function startRows({ host, ids }: Home): Promise<readonly Row[]> {
  const times = await alternate(ids, rounds, async (id) => {
    await host.enable(id);
    const { startMs } = host.node().active(id);
    await host.disable(id);
    return startMs;
  });
  return [
    {
      what: 'process start to handshake line',
      unit: 'ms',
      ...medians(times, (ms) => ms),
      goal: { kind: 'value', most: 500 },
    },
  ];
}
