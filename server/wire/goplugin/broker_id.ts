/** The first four bytes of a brokered stream in each direction: its id, little endian. */
import type { ByteStream } from '../bytes/index.ts';
import { GoPluginError } from './errors.ts';

const idLength = 4;

/** An id as it travels. */
export function encodeId(id: number): Uint8Array {
  const bytes = new Uint8Array(idLength);
  new DataView(bytes.buffer).setUint32(0, id, true);
  return bytes;
}

/**
 * Reads the id off the front of a stream and gives the stream back: whatever came with the id stays in it for
 * the next receiver.
 *
 * @throws {GoPluginError} as a rejection: `refused` when the stream ends or breaks before four bytes have come.
 */
export function readId(stream: ByteStream): Promise<number> {
  const bytes = new Uint8Array(idLength);
  let filled = 0;
  return new Promise((resolve, reject) => {
    stream.receive({
      data: (chunk) => {
        const taken = chunk.subarray(0, idLength - filled);
        bytes.set(taken, filled);
        filled += taken.length;
        stream.consumed(taken.length);
        if (filled < idLength) return;
        stream.release(chunk.subarray(taken.length));
        resolve(new DataView(bytes.buffer).getUint32(0, true));
      },
      end: () => {
        stream.end();
        reject(new GoPluginError('refused', 'the other side closed the brokered stream'));
      },
      error: (cause) => {
        reject(new GoPluginError('refused', 'the brokered stream broke', { cause }));
      },
    });
  });
}
