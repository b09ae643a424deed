/** One case of fuzzing the gob decoder: a true stream, bent at random and cut at random. */
import {
  any,
  decodeOnce,
  encodeOnce,
  GobDecoder,
  GobEncoder,
  GobError,
  incomplete,
  type Schema,
} from '../../server/wire/gob/index.ts';
import { allSchemas } from './gob_schemas.ts';
import { fromHex, gobVectors } from './gob_vectors.ts';
import { Random } from './random.ts';

/** Bytes that mean something to gob: ends, counts of integers, small ids, their negatives. */
const telling = [0x00, 0x01, 0x02, 0x10, 0x7f, 0x80, 0x82, 0xf7, 0xf8, 0xfc, 0xfe, 0xff];

/** Integers that make good lengths and counts. */
const lengths = [
  '00',
  '01',
  '7f',
  'ff80',
  'feffff',
  'fc7fffffff',
  'f87fffffffffffffff',
  'f8ffffffffffffffff',
];

let streams: readonly Uint8Array[] | undefined;

/** The golden vectors, and streams in which several of our own values follow each other. */
function trueStreams(): readonly Uint8Array[] {
  if (streams !== undefined) return streams;
  const golden = gobVectors().map((vector) => vector.bytes);
  const own = allSchemas.flatMap((schema) =>
    golden.flatMap((bytes) => {
      try {
        const value: unknown = decodeOnce(schema, bytes);
        const encoder = new GobEncoder();
        const first = encoder.encode(schema, value);
        return [Uint8Array.from([...first, ...encoder.encode(schema, value)])];
      } catch {
        return [];
      }
    }),
  );
  const long = encodeOnce(
    any,
    Array.from({ length: 200 }, (_, index) => ({ id: `p${index}` })),
  );
  streams = [...golden, ...own, long];
  return streams;
}

/**
 * Decodes one bent stream and says how that ended: `value` when all of it was decoded, `incomplete`, or the
 * code of the `GobError`.
 *
 * @throws {Error} when it ended in any other way, or the decoder lived on after an error.
 */
export function runGobFuzzCase(seed: number): string {
  const random = new Random(seed);
  let bytes = random.pick(trueStreams());
  for (let times = random.below(5); times > 0; times--) bytes = bend(bytes, random);
  const schema = random.oneIn(3) ? undefined : random.pick(allSchemas);
  const discards = random.oneIn(8);
  const decoder = new GobDecoder();
  try {
    for (const chunk of cut(bytes, random)) {
      decoder.push(chunk);
      while (decodeNext(decoder, schema, discards));
    }
    return decoder.buffered === 0 ? 'value' : 'incomplete';
  } catch (thrown) {
    if (!(thrown instanceof GobError)) throw thrown;
    requireDead(decoder, thrown);
    return thrown.code;
  }
}

function decodeNext(decoder: GobDecoder, schema: Schema | undefined, discards: boolean): boolean {
  if (discards) return decoder.discard();
  const value = schema === undefined ? decoder.decodeAny() : decoder.decode(schema);
  return value !== incomplete;
}

function requireDead(decoder: GobDecoder, error: GobError): void {
  try {
    decoder.decodeAny();
  } catch (again) {
    if (again === error) return;
  }
  throw new Error('the decoder lives on after an error', { cause: error });
}

function bend(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + random.below(random.oneIn(4) ? 64 : 6));
  const head = bytes.subarray(0, at);
  switch (random.below(8)) {
    case 0: {
      const copy = bytes.slice();
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      return copy;
    }
    case 1: {
      const copy = bytes.slice();
      if (at < copy.length) copy[at] = random.pick(telling);
      return copy;
    }
    case 2:
      return head;
    case 3:
      return join(head, bytes.subarray(end));
    case 4:
      return join(bytes.subarray(0, end), bytes.subarray(at));
    case 5: {
      const other = random.pick(trueStreams());
      const from = random.below(other.length);
      return join(head, other.subarray(from, from + random.below(80)), bytes.subarray(end));
    }
    case 6:
      return join(head, fromHex(random.pick(lengths)), bytes.subarray(at + 1));
    default:
      return join(bytes, random.pick(trueStreams()));
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function cut(bytes: Uint8Array, random: Random): Uint8Array[] {
  if (random.oneIn(2)) return [bytes];
  const most = random.oneIn(4) ? 1 : 40;
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const next = at + 1 + random.below(most);
    chunks.push(bytes.subarray(at, next));
    at = next;
  }
  return chunks;
}
