/** Input for the fuzzer: lawful conversations of a yamux peer, then bent. */
import type { Role } from '../../server/wire/yamux/index.ts';
import type { Random } from './random.ts';
import { frame, header } from './yamux_frames.ts';

const window = 262144;
const edges = [
  0,
  1,
  2,
  0xff,
  0x100,
  131072,
  window - 1,
  window,
  window + 1,
  0x7fffffff,
  0xffffffff,
];

/** Frames that a peer of a session with this role could lawfully send. */
export function lawfulFrames(random: Random, role: Role): Uint8Array[] {
  const theirFirst = role === 'server' ? 1 : 2;
  const ourFirst = role === 'server' ? 2 : 1;
  const frames: Uint8Array[] = [];
  const open: { id: number; credit: number }[] = [];
  let opened = 0;
  const count = 1 + random.below(24);
  const payload = (most: number): Uint8Array => {
    const length = random.oneIn(40) ? random.below(window) : random.below(40);
    return new Uint8Array(Math.min(most, length)).fill(random.below(256));
  };
  for (let index = 0; index < count; index++) {
    const kind = random.below(12);
    if (kind < 3 || open.length === 0) {
      const id = theirFirst + 2 * opened++;
      const bytes = random.oneIn(2) ? payload(window) : undefined;
      frames.push(frame(bytes === undefined ? 'window' : 'data', ['syn'], id, bytes ?? 0));
      open.push({ id, credit: window - (bytes?.length ?? 0) });
      continue;
    }
    const stream = random.pick(open);
    if (kind < 7) {
      const bytes = payload(stream.credit);
      stream.credit -= bytes.length;
      frames.push(frame('data', [], stream.id, bytes));
    } else if (kind === 7) frames.push(frame('window', [], stream.id, random.below(window)));
    else if (kind === 8) {
      open.splice(open.indexOf(stream), 1);
      const bytes = payload(stream.credit);
      const isReset = random.oneIn(3);
      frames.push(
        frame(random.oneIn(2) ? 'data' : 'window', [isReset ? 'rst' : 'fin'], stream.id, bytes),
      );
      if (frames.at(-1)?.[1] === 1) frames.splice(-1, 1, header(1, isReset ? 8 : 4, stream.id, 0));
    } else if (kind === 9)
      frames.push(frame('ping', [random.oneIn(3) ? 'ack' : 'syn'], 0, random.uint32()));
    else if (kind === 10) {
      const id = ourFirst + 2 * random.below(3);
      frames.push(frame('window', [random.oneIn(4) ? 'rst' : 'ack'], id, random.below(1000)));
    } else if (random.oneIn(8)) frames.push(frame('goaway', [], 0, random.below(2)));
  }
  return frames;
}

/** Bends the conversation in a few places and joins it to one array of bytes. */
export function bend(random: Random, frames: Uint8Array[]): Uint8Array {
  const bent = [...frames];
  const times = random.below(5);
  for (let time = 0; time < times && bent.length > 0; time++) {
    const at = random.below(bent.length);
    const victim = Buffer.from(bent[at] ?? []);
    // Cut too short by an earlier turn to have fields left.
    if (victim.length < 12) continue;
    switch (random.below(9)) {
      case 0:
        flip(random, victim, victim.length);
        bent[at] = victim;
        break;
      case 1:
        flip(random, victim, 12);
        bent[at] = victim;
        break;
      case 2:
        victim.writeUInt32BE(random.oneIn(2) ? random.pick(edges) : random.below(100), 8);
        bent[at] = victim;
        break;
      case 3:
        victim.writeUInt16BE(random.below(random.oneIn(4) ? 65536 : 16), 2);
        bent[at] = victim;
        break;
      case 4:
        victim.writeUInt32BE(random.oneIn(4) ? random.uint32() : random.below(10), 4);
        bent[at] = victim;
        break;
      case 5:
        bent.splice(at, 0, victim);
        break;
      case 6:
        bent.splice(at, 1);
        break;
      case 7:
        bent.splice(random.below(bent.length), 0, ...bent.splice(at, 1));
        break;
      default:
        bent[at] = cutOut(random, victim);
    }
  }
  const bytes = Buffer.concat(bent);
  return random.oneIn(6) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
}

/** Cuts bytes into chunks: not at all, byte by byte, or anywhere. */
export function cut(random: Random, bytes: Uint8Array): Uint8Array[] {
  const style = random.below(4);
  if (style === 0) return [bytes];
  const chunks: Uint8Array[] = [];
  const most = style === 1 && bytes.length < 400 ? 1 : 8 + bytes.length / (1 + random.below(8));
  for (let at = 0; at < bytes.length;) {
    const length = 1 + random.below(most);
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return chunks;
}

function flip(random: Random, bytes: Buffer, within: number): void {
  if (bytes.length === 0) return;
  const at = random.below(Math.min(within, bytes.length));
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
}

/** Removes bytes somewhere, or puts random ones there. */
function cutOut(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const length = random.below(20);
  if (random.oneIn(2)) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  const noise = Buffer.from(Array.from({ length }, () => random.below(256)));
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
}
