/** Time zones to choose from, as this browser knows them. */
import type { ComboboxOption } from '../ui/index.ts';

/** Zones whose name or offset holds every word of `typed`; those where a part of the name begins with it first. */
export function searchZones(
  typed: string,
  current: string,
  instant: number,
): readonly ComboboxOption[] {
  const wanted = typed.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  const found = zonesWith(current).flatMap((zone) => {
    const name = zoneLabel(zone).toLowerCase();
    const offset = zoneOffset(zone, instant);
    const text = `${name} ${offset.toLowerCase()}`;
    if (!wanted.every((word) => text.includes(word))) return [];
    const begins = wanted.every((word) => ` ${name.replaceAll('/', ' ')}`.includes(` ${word}`));
    return [{ option: { value: zone, label: zoneLabel(zone), detail: offset }, begins }];
  });
  return [...found.filter(({ begins }) => begins), ...found.filter(({ begins }) => !begins)].map(
    ({ option }) => option,
  );
}

/** A zone's name to be read. */
export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** What the clocks of a zone are ahead of UTC, such as `GMT+1`; empty where this browser does not know it. */
export function zoneOffset(zone: string, instant: number): string {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
    return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

/** All of them; the current one and UTC even where the browser does not list them. */
function zonesWith(current: string): readonly string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}
