/** What the tests of the bridge share. */
import { createLog, silentLog } from '../../../../server/log.ts';
import type { Log, LogLevel } from '../../../../server/log.ts';
import type { HttpHandler } from '../../../../server/mattermost/http/index.ts';
import { exchange } from './fake_exchange.ts';
import type { FakeOptions, Seen } from './fake_exchange.ts';

/** One logged line. */
export interface Line {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A log whose lines can be looked at. */
export function recorder(): { lines: Line[]; log: Log } {
  const lines: Line[] = [];
  const log = createLog((level, message, fields) => {
    lines.push({ level, message, fields: Object.fromEntries(fields) });
  });
  return { lines, log };
}

/** Sends `request` to `handler`; its body is empty unless the options say otherwise. */
export function run(
  handler: HttpHandler,
  request: Parameters<typeof exchange>[1],
  options: Partial<FakeOptions> = {},
): Promise<Seen> {
  return exchange(handler, request, { log: silentLog, body: new Uint8Array(), ...options });
}

/** A body of `length` bytes in which every place is different from its neighbours. */
export function pattern(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
}

/** Answers with the body of the request. */
export const echo: HttpHandler = (request) => Promise.resolve(new Response(request.body));

/** A request with a body, announced with its length or not. */
export function post(length?: number): Parameters<typeof exchange>[1] {
  const announced: [string, string[]][] =
    length === undefined ? [] : [['Content-Length', [String(length)]]];
  return { method: 'POST', url: '/echo', header: new Map(announced) };
}
