/** The command line of `npm start`. */
import { parseArgs } from 'node:util';

/** What the caller asked for. */
export interface StartOptions {
  /** Whether to leave after the first message. */
  readonly once: boolean;
  readonly port: number;
  /** After how many seconds to stop in any case; 0 is never. */
  readonly maxSeconds: number;
  /** Username of the sample user that gets the recap; undefined for the first person of the sample. */
  readonly user: string | undefined;
  readonly help: boolean;
}

/** What `--help` prints. */
export const usage = `Runs the packaged plugin in an embedded Mattermost stand-in with a sample workspace.

  --once             leave with code 0 after the first recap (1 when none arrives within 120 s)
  --port <number>    where to listen on 127.0.0.1 (default 8065; another one when it is taken)
  --user <username>  who gets the recap, and is signed in on the page (default: the first person of the sample)
  --max-seconds <n>  stop by itself after so many seconds (default: never)
  --help             this text
`;

/** @throws {TypeError} for an option that does not exist, or a number that is none. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      once: { type: 'boolean', default: false },
      port: { type: 'string', default: '8065' },
      'max-seconds': { type: 'string', default: '0' },
      user: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    once: values.once,
    port: whole(values.port, 'port', 65_535),
    maxSeconds: whole(values['max-seconds'], 'max-seconds', 10_000_000),
    user: values.user,
    help: values.help,
  };
}

function whole(text: string, name: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new TypeError(`--${name} takes a whole number up to ${String(max)}`);
}
