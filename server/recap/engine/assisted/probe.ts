/** One small question to the model that is set up, for the administrator to see whether it answers. */
import type { Clock } from '../../../clock.ts';
import { AiError } from '../ai/index.ts';
import type { AiErrorCode, Model } from '../ai/index.ts';

/** How it went. */
export type ProbeOutcome =
  'ok' | 'off' | Exclude<AiErrorCode, 'too_large' | 'redirected' | 'resting'>;

/** What the administrator gets to see. Never what the service said: it may repeat the key. */
export interface Probe {
  readonly outcome: ProbeOutcome;
  /** The model or service that answered; empty where none did. */
  readonly name: string;
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
}

/** How long the question may take with all its tries, in milliseconds: a browser waits for it. */
const probeMs = 45_000;

/** Room for the answer, in tokens; models that think first need some for that. */
const answerTokens = 256;

/** Asks the model; `undefined` is none. Never rejects for what is wrong with the model. */
export async function probeModel(
  model: Model | undefined,
  readerId: string,
  clock: Clock,
): Promise<Probe> {
  if (model === undefined) return { outcome: 'off', name: '', durationMs: 0 };
  const begun = clock.monotonic();
  const since = (): number => Math.round(clock.monotonic() - begun);
  const late = new AbortController();
  const done = new AbortController();
  const timeUp = clock.sleep(probeMs, done.signal).then(() => late.abort());
  try {
    const reply = await model.ask(questionOf(readerId), late.signal);
    const outcome = reply.text.trim() === '' ? 'invalid_answer' : 'ok';
    return { outcome, name: reply.model, durationMs: since() };
  } catch (thrown) {
    if (late.signal.aborted) return { outcome: 'timed_out', name: '', durationMs: since() };
    if (!(thrown instanceof AiError)) throw thrown;
    return { outcome: outcomeOf(thrown.code), name: '', durationMs: since() };
  } finally {
    done.abort();
    await timeUp;
  }
}

function questionOf(readerId: string): Parameters<Model['ask']>[0] {
  return {
    system: 'You are asked whether you are there. Answer with the JSON object {"answer":"yes"}.',
    user: 'Are you there?',
    schema: {
      type: 'object',
      properties: { answer: { type: 'string' } },
      required: ['answer'],
      additionalProperties: false,
    },
    maxAnswerTokens: answerTokens,
    readerId,
    channelId: '',
  };
}

function outcomeOf(code: AiErrorCode): ProbeOutcome {
  switch (code) {
    case 'too_large':
      return 'invalid_answer';
    case 'redirected':
      return 'refused';
    case 'resting':
      return 'busy';
    default:
      return code;
  }
}
