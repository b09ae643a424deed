/** Times of day and days, in the user's language, zone and clock. */

/** How times are shown. */
export interface TimeStyle {
  readonly locale: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly isMilitary: boolean;
}

/** The time of day, such as 9:05 AM or 09:05. */
export function timeOfDay(at: number, { locale, timeZone, isMilitary }: TimeStyle): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: isMilitary ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: isMilitary ? 'h23' : 'h12',
  }).format(at);
}

/** The day, such as Tuesday, March 3. */
export function dayOf(at: number, { locale, timeZone }: TimeStyle): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(at);
}
