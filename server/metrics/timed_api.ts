/** The plugin API with a watch on each call. */
import type { Clock } from '../clock.ts';
import type { Api } from '../mattermost/index.ts';

/** Told of each call when it is over. */
export type CallObserver = (method: string, seconds: number, failed: boolean) => void;

/** The same API; `observe` is told how long each call took. Logging is left out: it is no work of the plugin's. */
export function timedApi(api: Api, clock: Pick<Clock, 'monotonic'>, observe: CallObserver): Api {
  const timed = Object.entries(api).map(([method, call]: [string, unknown]) => [
    method,
    typeof call === 'function' && !method.startsWith('log')
      ? timedCall(method, call as Call, clock, observe)
      : call,
  ]);
  // The one cast: `fromEntries` forgets which key had which method.
  return Object.fromEntries(timed) as Api;
}

type Call = (...values: readonly unknown[]) => Promise<unknown>;

function timedCall(
  method: string,
  call: Call,
  clock: Pick<Clock, 'monotonic'>,
  observe: CallObserver,
): Call {
  return async (...values) => {
    const begun = clock.monotonic();
    let failed = true;
    try {
      const answer = await call(...values);
      failed = false;
      return answer;
    } finally {
      observe(method, (clock.monotonic() - begun) / 1000, failed);
    }
  };
}
