/** The order in which people of a language think of the days of the week. */

interface WeekInfo {
  /** 1 for Monday to 7 for Sunday. */
  readonly firstDay: number;
}

/** The seven days, 0 for Sunday, from the one on which the week begins; Monday where the browser does not know. */
export function weekOrder(locale: string): readonly number[] {
  const known = new Intl.Locale(locale) as {
    getWeekInfo?(): WeekInfo;
    readonly weekInfo?: WeekInfo;
  };
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return Array.from({ length: 7 }, (_, index) => (first + index) % 7);
}
