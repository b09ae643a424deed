/**
 * One of the two streams on which a host collects its plugin's output (standard output and error of a Go
 * plugin). A plugin may leave them silent.
 */
import type { ByteStream } from '../bytes/index.ts';
import { maxUnsentOutput } from './limits.ts';

const utf8 = new TextEncoder();

/** Takes text for the host's log. Never waits: what the host does not read in time is dropped. */
export class OutputStream {
  #stream: ByteStream | undefined;
  #unsent = 0;
  #dropped = 0;

  /** Connects it. Whatever the host sends on it, which go-plugin never does, is dropped. */
  attach(stream: ByteStream): void {
    this.#stream = stream;
    const detach = (): void => {
      this.#stream = undefined;
    };
    stream.receive({
      data: (chunk) => {
        stream.consumed(chunk.length);
      },
      end: () => {
        detach();
        stream.end();
      },
      error: detach,
    });
  }

  /** Characters that were dropped because no host was there or it did not read. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Sends `text`; the host logs it line by line. False when it was dropped. */
  write(text: string): boolean {
    const bytes = utf8.encode(text);
    if (this.#stream === undefined || this.#unsent + bytes.length > maxUnsentOutput) {
      this.#dropped += text.length;
      return false;
    }
    this.#unsent += bytes.length;
    const sent = (): void => {
      this.#unsent -= bytes.length;
    };
    this.#stream.write(bytes).then(sent, sent);
    return true;
  }
}
