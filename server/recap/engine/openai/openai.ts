/** A model behind an endpoint that speaks OpenAI's Chat Completions, hosted or self-hosted. */
import type * as library from 'openai';
import type { OpenAI } from 'openai';
import * as z from 'zod';
import type { Clock } from '../../../clock.ts';
import { AiError, Guard, maxAnswerBytes } from '../ai/index.ts';
import type { GuardOptions, Model, Question, Reply } from '../ai/index.ts';
import { boundedFetch } from './bounded_fetch.ts';
import { fullDialect, withoutRefused } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { refusal, translate } from './translate.ts';

/** One endpoint. */
export interface OpenAiOptions extends GuardOptions {
  /** With its path, such as `https://api.openai.com/v1`; http or https. */
  readonly baseUrl: string;
  /** Empty where the endpoint wants none. */
  readonly key: string;
  readonly model: string;
  /** The network; a test's own where given. */
  readonly send?: typeof fetch;
}

type Request = OpenAI.ChatCompletionCreateParamsNonStreaming;
type Package = Pick<typeof library, 'OpenAI' | 'APIError'>;

/** The package, evaluated. */
interface Loaded {
  readonly client: OpenAI;
  readonly errors: Package['APIError'];
}

/** Little chance: the same messages should give the same recap. */
const temperature = 0.2;

/** What is read of an answer. */
const Completion = z.object({
  model: z.string().max(200).optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** A model at an endpoint. What the endpoint refuses and how it fares is remembered as long as this lives. */
export function openAiModel(options: OpenAiOptions): Model {
  const guard = new Guard(options);
  let dialect = fullDialect;
  let loaded: Promise<Loaded> | undefined;
  return {
    engine: 'openai',
    ask: async (question, signal) => {
      loaded ??= load(options);
      const ready = await loaded;
      for (;;) {
        const spoken = dialect;
        const request = requestFor(options.model, question, spoken);
        const reply = await guard.run(
          (attempt) => send(ready, request, spoken, options.clock, attempt),
          signal,
        );
        if ('text' in reply) return { text: reply.text, model: options.model };
        // Another call may have learnt the same in the meantime.
        if (dialect === spoken) dialect = reply.instead;
      }
    },
  };
}

/** The package is large, and most servers never need it: it is evaluated with the first question. */
async function load(options: OpenAiOptions): Promise<Loaded> {
  const { APIError, OpenAI }: Package = await import('openai');
  const client = new OpenAI({
    baseURL: options.baseUrl,
    // Empty is no key to the package, which would look for one in the environment then.
    apiKey: options.key === '' ? 'none' : options.key,
    ...(options.key === '' ? { defaultHeaders: { Authorization: null } } : {}),
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    // Ours is shorter and covers the answer's body.
    timeout: 2 * options.timeoutMs,
    logLevel: 'off',
    fetch: boundedFetch(maxAnswerBytes, options.send),
  });
  return { client, errors: APIError };
}

/** One request: its answer, or the dialect to try instead. @throws {AiError} */
async function send(
  { client, errors }: Loaded,
  request: Request,
  spoken: Dialect,
  clock: Pick<Clock, 'now'>,
  signal: AbortSignal,
): Promise<Pick<Reply, 'text'> | { readonly instead: Dialect }> {
  let answer: unknown;
  try {
    answer = await client.chat.completions.create(request, { signal });
  } catch (thrown) {
    const words = refusal(thrown, errors);
    const instead = words === undefined ? undefined : withoutRefused(spoken, words);
    if (instead !== undefined) return { instead };
    throw translate(thrown, errors, clock);
  }
  const completion = Completion.safeParse(answer);
  const [choice] = completion.data?.choices ?? [];
  if (choice === undefined) throw new AiError('failed', 'the answer is no chat completion');
  const { content, refusal: refused } = choice.message;
  if (typeof refused === 'string' && refused !== '') {
    throw new AiError('invalid_answer', 'the model did not want to answer');
  }
  return { text: content ?? '' };
}

function requestFor(model: string, question: Question, dialect: Dialect): Request {
  return {
    model,
    messages: [
      // `system` is understood everywhere; the newer `developer` is not.
      { role: 'system', content: question.system },
      { role: 'user', content: question.user },
    ],
    ...(dialect.temperature ? { temperature } : {}),
    ...(dialect.length === 'none' ? {} : { [dialect.length]: question.maxAnswerTokens }),
    ...formatFor(question, dialect),
  };
}

function formatFor({ schema }: Question, { format }: Dialect): Partial<Request> {
  switch (format) {
    case 'json_schema':
      return {
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'recap', strict: true, schema: { ...schema } },
        },
      };
    case 'json_object':
      return { response_format: { type: 'json_object' } };
    case 'prompt':
      return {};
  }
}
