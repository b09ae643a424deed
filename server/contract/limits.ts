/**
 * The limits that hold everywhere and cannot be configured. What an administrator may lower or raise inside
 * them is in `server/config`.
 */
export const limits = {
  /** Length of a title, in characters (code points), not bytes. */
  titleCharacters: 100,
  /** Channels one schedule may name, whatever the administrator allows. */
  channelsPerSchedule: 100,
  /** Length of a schedule's own instructions to an AI engine, in characters (code points), not bytes. */
  instructionCharacters: 500,
  /** Action items of one recap that can be checked off. */
  checksPerRecap: 200,
  /** Length of a recap's card in its post, in characters of JSON. */
  cardCharacters: 48 * 1024,
  /** Schedules one user may have that can still run, whatever the administrator allows. */
  schedulesPerUser: 100,
  /** Times of day in one weekly recurrence. */
  timesOfDay: 4,
  /** Largest distance between two weeks of a weekly recurrence. */
  everyWeeks: 12,
  /** Length of an IANA zone name, in characters. */
  timezoneCharacters: 64,
  /** The first and the last local date that anything may name. */
  firstDate: '1970-01-01',
  lastDate: '2199-12-31',
  /** Size of a request's body, in bytes. */
  bodyBytes: 64 * 1024,
  /** Rows that one page of any list may hold. */
  pageRows: 100,
  /** Rows of a page when the request does not say. */
  defaultPageRows: 20,
  /** How many coming runs a schedule is described with. */
  describedRuns: 3,
} as const;
