/** The two places a plugin's answer can go: a client's connection, or memory. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { HttpHeader } from '../../../server/mattermost/model/index.ts';
import type { ResponseSink } from '../process/index.ts';

/** Go's `http.ResponseWriter` over a response of node's server. */
export class ClientSink implements ResponseSink {
  readonly #response: ServerResponse;
  #header: HttpHeader = new Map();

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  header(): HttpHeader {
    return this.#header;
  }

  syncHeader(header: HttpHeader): void {
    this.#header = header;
  }

  writeHeader(status: number): void {
    checkStatus(status);
    // Go logs a second call and goes on.
    if (this.#response.headersSent) return;
    this.#response.writeHead(
      status,
      [...this.#header].flatMap(([name, values]) => values.flatMap((value) => [name, value])),
    );
  }

  async write(piece: Uint8Array): Promise<void> {
    if (!this.#response.headersSent) this.writeHeader(200);
    if (this.#response.destroyed) throw new Error('write: broken pipe');
    if (this.#response.write(piece)) return;
    const settled = new AbortController();
    const { signal } = settled;
    try {
      await Promise.race([
        once(this.#response, 'drain', { signal }),
        once(this.#response, 'close', { signal }),
      ]);
    } finally {
      // Takes the listener of the loser away again.
      settled.abort();
    }
  }

  flush(): void {
    if (!this.#response.headersSent) this.writeHeader(200);
    this.#response.flushHeaders();
  }
}

/** Keeps the whole answer. */
export class MemorySink implements ResponseSink {
  status = 0;
  #header: HttpHeader = new Map();
  readonly #pieces: Uint8Array[] = [];

  get body(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }

  header(): HttpHeader {
    return this.#header;
  }

  syncHeader(header: HttpHeader): void {
    this.#header = header;
  }

  writeHeader(status: number): void {
    checkStatus(status);
    if (this.status === 0) this.status = status;
  }

  write(piece: Uint8Array): Promise<void> {
    if (this.status === 0) this.status = 200;
    this.#pieces.push(piece);
    return Promise.resolve();
  }

  flush(): void {
    if (this.status === 0) this.status = 200;
  }
}

function checkStatus(status: number): void {
  if (status < 100 || status > 999) throw new Error(`invalid WriteHeader code ${String(status)}`);
}
