/**
 * The built-in engine, assisted by an AI: a channel that may leave the server, and whose reader and administrator want
 * it, is written by a model; every other channel, and every one with which the model fails, is quoted as ever. So there
 * always is a recap, and it says who wrote it.
 */
import type { Clock } from '../../../clock.ts';
import { toError } from '../../../errors.ts';
import type { Log } from '../../../log.ts';
import type { Collected, CollectedChannel } from '../../collected.ts';
import type { FallbackReason, RecapDocument, RecapFallback } from '../../document.ts';
import { AiError, writeChannel } from '../ai/index.ts';
import type { Model, WrittenChannel } from '../ai/index.ts';
import type { Engine, EngineOptions } from '../engine.ts';
import { merge } from './merge.ts';
import { mayLeave } from './policy.ts';
import type { AiPolicy } from './policy.ts';

/** How long the AI may take over all channels of one recap, in ms: half of what a run may take. */
const recapMs = 5 * 60_000;

/** What the engine works with. */
export interface AssistedOptions {
  readonly builtIn: Engine;
  readonly clock: Clock;
  readonly log: Log;
  /** The model that the administrator has set up, if any. Asked anew for each recap, as is the policy. */
  readonly model: () => Model | undefined;
  readonly policy: () => AiPolicy;
  /** A new random word, that nobody can guess. */
  readonly nonce: () => string;
}

/** The engine; see the head of the file. */
export function assistedEngine(options: AssistedOptions): Engine {
  return {
    name: options.builtIn.name,
    write: async (collected, engineOptions) => {
      const base = await options.builtIn.write(collected, engineOptions);
      const { engine = 'automatic' } = engineOptions;
      if (engine === 'built_in') return base;
      const model = options.model();
      const channels = collected.channels.filter((channel) => channel.posts.length > 0);
      if (model !== undefined) return assist(options, model, base, collected, engineOptions);
      if (engine === 'automatic' || channels.length === 0) return base;
      return { ...base, fallbacks: channels.map((channel) => fallback(channel, 'not_configured')) };
    },
  };
}

async function assist(
  options: AssistedOptions,
  model: Model,
  base: RecapDocument,
  collected: Collected,
  engineOptions: EngineOptions,
): Promise<RecapDocument> {
  const { clock, log, nonce } = options;
  const policy = options.policy();
  const { signal } = engineOptions;
  const late = new AbortController();
  const done = new AbortController();
  void clock.sleep(recapMs, AbortSignal.any([done.signal, signal])).then(() => {
    late.abort(new AiError('timed_out', `the recap took longer than ${recapMs} ms`));
  });
  const written = new Map<string, WrittenChannel>();
  const fallbacks: RecapFallback[] = [];
  const writeOne = async (channel: CollectedChannel): Promise<void> => {
    if (!mayLeave(channel.kind, policy)) {
      fallbacks.push(fallback(channel, 'not_allowed'));
      return;
    }
    try {
      const by = await writeChannel(model, channel, collected, {
        length: engineOptions.length,
        language: engineOptions.language ?? collected.reader.locale,
        instructions: engineOptions.instructions ?? '',
        onlyReader: engineOptions.focus === 'concerns_me',
        nonce,
        signal: AbortSignal.any([signal, late.signal]),
      });
      written.set(channel.id, by);
    } catch (thrown) {
      signal.throwIfAborted();
      const code = thrown instanceof AiError ? thrown.code : 'fault';
      log.warn('a channel is quoted, because the AI did not write it', {
        engine: model.engine,
        channel: channel.id,
        code,
        error: toError(thrown),
      });
      fallbacks.push(fallback(channel, reasonOf(thrown)));
    }
  };
  try {
    const channels = collected.channels.filter((channel) => channel.posts.length > 0);
    await Promise.all(channels.map(writeOne));
  } finally {
    done.abort();
  }
  signal.throwIfAborted();
  return merge(base, { engine: model.engine, written, fallbacks: inOrder(fallbacks, base) });
}

function fallback({ id, name }: CollectedChannel, reason: FallbackReason): RecapFallback {
  return { channelId: id, name, reason };
}

/** In the order of the recap, not in that in which channels failed. */
function inOrder(fallbacks: readonly RecapFallback[], base: RecapDocument): RecapFallback[] {
  return base.channels.flatMap(({ channelId }) =>
    fallbacks.filter((each) => each.channelId === channelId),
  );
}

/** What the reader is told; the log knows more. */
function reasonOf(thrown: unknown): FallbackReason {
  if (!(thrown instanceof AiError)) return 'unavailable';
  switch (thrown.code) {
    case 'timed_out':
      return 'timed_out';
    case 'invalid_answer':
      return 'invalid_answer';
    case 'unreachable':
    case 'refused':
    case 'busy':
    case 'failed':
    case 'too_large':
    case 'redirected':
    case 'resting':
      return 'unavailable';
  }
}
