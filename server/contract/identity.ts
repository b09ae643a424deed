/** The names under which the plugin is known to Mattermost. None of them ever changes: stored posts carry them. */

/** The manifest's id; part of every route and of each websocket event's full name. */
export const pluginId = 'scheduled-recaps';

/** The username of the bot that sends recaps. */
export const botUsername = 'recapbot';

/** The name people see beside the bot's messages. */
export const botDisplayName = 'Recaps';

/** The word after the slash. */
export const commandTrigger = 'recap';

/** The type of a recap's post. At most 26 characters, beginning with `custom_`, as Mattermost's posts demand. */
export const postType = 'custom_scheduled_recap';

/** The names of the properties that a recap's post carries beside its text. */
export const postProps = {
  /** The run key: what a recovery looks for before anything is posted again. */
  runKey: 'scheduled_recap_run_key',
  /** The id of the schedule that the run belongs to. */
  scheduleId: 'scheduled_recap_schedule_id',
  /** A `RecapCard` as a JSON string, where it is not too long. */
  document: 'scheduled_recap_document',
  /** Start of the window, milliseconds since 1970 UTC, inclusive. */
  windowStart: 'scheduled_recap_window_start',
  /** End of the window, milliseconds since 1970 UTC, exclusive. */
  windowEnd: 'scheduled_recap_window_end',
} as const;
