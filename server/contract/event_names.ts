/** The websocket events as the plugin publishes them. Mattermost puts `custom_<plugin id>_` before each name. */

/** See the head of the file. */
export const events = {
  /** A schedule was created, changed or deleted. Payload: `ScheduleEvent`. */
  schedule: 'schedule_changed',
  /** A run moved on. Payload: `RunEvent`. */
  run: 'run_changed',
  /** A run has read one more channel. Payload: `RunProgressEvent`. */
  progress: 'run_progress',
  /** Action items of a recap were checked off, or not any more. Payload: `ChecksEvent`. */
  checks: 'checks_changed',
} as const;
