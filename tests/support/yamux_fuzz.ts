/** One case of the yamux fuzzer: a session, a peer that bends the rules, apps that misbehave; all from a seed. */
import { silentLog } from '../../server/log.ts';
import type { ByteReceiver, ByteStream } from '../../server/wire/bytes/index.ts';
import { YamuxError, YamuxSession } from '../../server/wire/yamux/index.ts';
import type { YamuxConfig } from '../../server/wire/yamux/index.ts';
import { ManualClock, settle } from './manual_clock.ts';
import { Random } from './random.ts';
import { ScriptedTransport } from './scripted_transport.ts';
import { bend, cut, lawfulFrames } from './yamux_fuzz_input.ts';
import { parseFrames } from './yamux_frames.ts';

const tight: Partial<YamuxConfig> = {
  acceptBacklog: 2,
  maxStreams: 4,
  maxQueuedReplies: 3,
  maxSendPayloadBytes: 100,
  sendBatchBytes: 200,
};

/** How a case ended: `clean`, or the code of the error. */
export type FuzzOutcome = string;

/**
 * Runs the case of a seed.
 *
 * @throws {Error} when the session did anything but end clean or in a `YamuxError`, or broke a promise to its
 *   apps or a rule of the wire on the way.
 */
export async function runFuzzCase(seed: number): Promise<FuzzOutcome> {
  const random = new Random(seed);
  const role = random.pick(['client', 'server'] as const);
  const transport = new ScriptedTransport();
  const clock = new ManualClock();
  const config = random.oneIn(3) ? tight : {};
  const session = new YamuxSession(transport, { role, log: silentLog, clock, config });
  const apps: App[] = [];
  const adopt = (stream: ByteStream): void => {
    apps.push(new App(random, stream));
  };
  if (!random.oneIn(8)) session.onStream(adopt);
  for (const chunk of cut(random, bend(random, lawfulFrames(random, role)))) {
    if (random.oneIn(6)) transport.isFull = true;
    transport.feed(chunk);
    act(random, session, adopt, apps);
    if (transport.isFull && random.oneIn(3)) transport.drain();
    if (random.oneIn(8)) await settle();
  }
  if (random.oneIn(3)) void session.close();
  if (random.oneIn(2)) await settle();
  const isDone = transport.isEnded;
  transport.close(random.oneIn(4) ? new Error('the connection broke') : undefined);
  const outcome = await session.closed;
  await settle();
  must(outcome === undefined || outcome instanceof YamuxError, `ended with ${String(outcome)}`);
  must(outcome?.code !== 'internal', `failed inside: ${String(outcome?.cause)}`);
  must(session.streamCount === 0, 'streams are left');
  must(clock.sleeping === 0, 'timers are left');
  must(transport.isEnded && transport.isDestroyed, 'the transport is left open');
  for (const app of apps) app.check();
  checkOutput(transport.take(), isDone ? outcome?.goAway : undefined);
  return outcome?.code ?? 'clean';
}

function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(rule);
}

/** Something the program around the session does between two chunks. */
function act(
  random: Random,
  session: YamuxSession,
  adopt: (stream: ByteStream) => void,
  apps: readonly App[],
): void {
  switch (random.below(40)) {
    case 0:
    case 1:
      session.open(new Uint8Array(random.below(10))).then(adopt, expectYamuxError);
      return;
    case 2:
      session.ping().catch(expectYamuxError);
      return;
    case 3:
      if (random.oneIn(4)) session.goAway();
      return;
    case 4:
      if (random.oneIn(10)) void session.close();
      return;
    case 5:
    case 6:
    case 7:
      if (apps.length > 0) random.pick(apps).act();
      return;
    default:
  }
}

function expectYamuxError(thrown: unknown): void {
  must(thrown instanceof YamuxError, `an app was given ${String(thrown)}`);
}

/** The app of one stream. It reads, or not, throws, resets, hands over, writes too much. */
class App implements ByteReceiver {
  readonly #random: Random;
  readonly #stream: ByteStream;
  readonly #temper: number;
  #due = 0;
  #told: 'nothing' | 'end' | 'error' = 'nothing';
  #isSettled = false;
  /** What the session did wrong. Kept until `check`: thrown here, the session would take it for the app's throw. */
  #fault: string | undefined;

  constructor(random: Random, stream: ByteStream) {
    this.#random = random;
    this.#stream = stream;
    this.#temper = random.below(8);
    void stream.closed.then((cause) => {
      this.#isSettled = true;
      if (cause !== undefined) expectYamuxError(cause);
    });
    if (this.#temper !== 0) stream.receive(this);
  }

  data(chunk: Uint8Array): void {
    this.#expect(chunk.length > 0, 'an app was given an empty chunk');
    this.#expect(this.#told === 'nothing', 'an app was given data after the end');
    if (this.#temper === 1) throw new Error('an app that throws');
    if (this.#temper === 2 && this.#random.oneIn(3)) {
      this.#stream.reset();
      return;
    }
    if (this.#temper === 3 && this.#random.oneIn(2)) {
      this.#stream.release(chunk.subarray(chunk.length >>> 1));
      this.#stream.consumed(chunk.length >>> 1);
      if (this.#random.oneIn(2)) this.#stream.receive(this);
      return;
    }
    this.#due += chunk.length;
    if (this.#temper === 4) return;
    this.#stream.consumed(this.#due);
    this.#due = 0;
    if (this.#temper === 5) this.#stream.write(chunk).catch(expectYamuxError);
  }

  end(): void {
    this.#expect(this.#told !== 'error', 'an app was told of the end after an error');
    this.#expect(
      this.#told === 'nothing' || this.#temper === 3,
      'an app was told of the end twice',
    );
    this.#told = 'end';
    if (this.#temper !== 6) this.#stream.end();
  }

  error(cause: Error): void {
    this.#expect(this.#told !== 'error', 'an app was told of an error twice');
    this.#expect(cause instanceof YamuxError, `an app was given ${String(cause)}`);
    this.#told = 'error';
    if (this.#temper === 7) throw new Error('an app that throws at the end');
  }

  act(): void {
    const kind = this.#random.below(5);
    if (kind === 0) this.#stream.reset();
    else if (kind === 1) this.#stream.end();
    else if (kind === 2) {
      this.#stream.consumed(this.#due);
      this.#due = 0;
    } else {
      const length = this.#random.oneIn(20) ? 300_000 : this.#random.below(3000);
      this.#stream.write(new Uint8Array(length)).catch(expectYamuxError);
    }
  }

  check(): void {
    must(this.#fault === undefined, this.#fault ?? '');
    must(this.#isSettled, `stream ${this.#stream.id} never settled`);
  }

  #expect(holds: boolean, rule: string): void {
    if (!holds) this.#fault ??= rule;
  }
}

/** What the session wrote must be frames, with one FIN a stream and nothing after FIN or RST. */
function checkOutput(bytes: Uint8Array, goAway: number | undefined): void {
  const frames = parseFrames(bytes);
  const ended = new Map<number, 'fin' | 'rst'>();
  for (const { type, flags, id } of frames) {
    if (type !== 'data' && type !== 'window') continue;
    // The peer may use an id again; our ACK starts its next life. A refusal stands alone.
    if (flags.includes('ack')) ended.delete(id);
    if (ended.get(id) === 'rst') must(flags.includes('rst'), `a frame after RST on stream ${id}`);
    if (ended.get(id) === 'fin') {
      must(type === 'window' && !flags.includes('fin'), `data or FIN after FIN on stream ${id}`);
    }
    if (flags.includes('rst')) ended.set(id, 'rst');
    else if (flags.includes('fin')) ended.set(id, 'fin');
  }
  if (goAway === undefined) return;
  const last = frames.at(-1);
  must(last?.type === 'goaway' && last.length === goAway, 'the error was not announced');
}
