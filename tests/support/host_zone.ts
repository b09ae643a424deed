/** The time zone that a test is run in on purpose; see `zone_environment.cjs`. */

/** Its IANA name; undefined where the machine's own is left alone. */
export function hostZone(): string | undefined {
  const zone: unknown = Reflect.get(globalThis, 'hostZone');
  return typeof zone === 'string' ? zone : undefined;
}
