/**
 * A local HTTP server that plays the servers behind AI engines, with their quirks. It listens on 127.0.0.1 and answers
 * POST /v1/chat/completions by a script: the next turn for each request, the last one again and again.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface LlmRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the server does with one request. */
export type LlmTurn = (request: LlmRequest, response: ServerResponse) => void;

/** A running server. */
export class LlmServer {
  /** What came, oldest first. */
  readonly requests: LlmRequest[] = [];
  readonly #turns: LlmTurn[] = [];
  readonly #server = createServer((incoming, response) => {
    this.#serve(incoming, response).catch(() => response.destroy());
  });

  /** Starts one on a free port. */
  static async start(): Promise<LlmServer> {
    const server = new LlmServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** The address as an administrator would enter it. */
  get baseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  /** Sets what comes next. */
  script(...turns: readonly LlmTurn[]): void {
    this.#turns.splice(0, Infinity, ...turns);
    this.requests.length = 0;
  }

  /** Stops it, also in the middle of an answer. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Uint8Array[] = [];
    for await (const piece of incoming) pieces.push(piece as Uint8Array);
    const text = Buffer.concat(pieces).toString();
    const request: LlmRequest = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: (text === '' ? {} : JSON.parse(text)) as LlmRequest['body'],
    };
    this.requests.push(request);
    const turn = this.#turns.length > 1 ? this.#turns.shift() : this.#turns[0];
    if (turn === undefined) response.writeHead(404).end();
    else turn(request, response);
  }
}

/** An answer with a JSON body. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): LlmTurn {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A chat completion with this text. */
export function says(text: string | null, more: object = {}): LlmTurn {
  return json(200, completion(text, more));
}

/** The body of a chat completion. */
export function completion(text: string | null, more: object = {}): object {
  const message = { role: 'assistant', content: text, ...more };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, finish_reason: 'stop', message }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

/** An error as OpenAI writes it. */
export function refuses(
  status: number,
  message: string,
  more: { readonly param?: string; readonly code?: string } = {},
  headers: Readonly<Record<string, string>> = {},
): LlmTurn {
  const error = { message, type: 'invalid_request_error', param: null, code: null, ...more };
  return json(status, { error }, headers);
}

/** The messages of a request, as the plugin wrote them. */
export function itemsOf({ body }: LlmRequest): readonly Record<string, unknown>[] {
  const [, user] = body['messages'] as readonly { content: string }[];
  const data = /^DATA (\w+)\n([^]*)\nEND \1/m.exec(user?.content ?? '')?.[2] ?? '';
  return data.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}
