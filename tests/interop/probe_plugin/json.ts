/** JSON with the three things it lacks: bytes, maps and 64-bit integers. */

/** Writes maps as objects, bytes as base64 and bigints as text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner instanceof Map) return Object.fromEntries(inner as Map<string, unknown>);
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('base64');
    if (typeof inner === 'bigint') return inner.toString();
    return inner;
  });
}

/** Reads JSON in which `{"$bytes": base64}` stands for bytes and `{"$map": {…}}` for a map. */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return inner;
    if ('$bytes' in inner) return new Uint8Array(Buffer.from(inner.$bytes as string, 'base64'));
    if ('$map' in inner) return new Map(Object.entries(inner.$map as object));
    return inner;
  });
}
