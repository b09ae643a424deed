/** The REST routes, below `/plugins/<plugin id>`. A segment that begins with a colon is a parameter. */
import { pluginId } from './identity.ts';

/** What every route begins with, as the plugin sees it. */
export const apiBase = '/api/v1';

/** What every route begins with, as a browser sees it below the site's own path. */
export const externalApiBase = `/plugins/${pluginId}${apiBase}`;

/** Each route below `apiBase`. */
export const routes = {
  /** GET: a page of the user's schedules. POST: creates one. */
  schedules: '/schedules',
  /** GET, PUT (replaces), DELETE. */
  schedule: '/schedules/:schedule_id',
  /** POST: an unsaved schedule in words, with its next runs. Stores nothing. */
  validate: '/schedules/validate',
  /** POST: an unsaved schedule's recap as it would be now. Sends and stores nothing. */
  preview: '/schedules/preview',
  /** POST: its recap as it would be now, with settings that are not saved. Sends and stores nothing. */
  changedPreview: '/schedules/:schedule_id/preview',
  /** POST: pauses it, for good or until a day. */
  pause: '/schedules/:schedule_id/pause',
  /** POST: lets it run again, from now on. */
  resume: '/schedules/:schedule_id/resume',
  /** POST: brings a schedule back that was deleted moments ago. */
  restore: '/schedules/:schedule_id/restore',
  /** POST: ends the run that is at work, before its message leaves. */
  cancel: '/schedules/:schedule_id/cancel',
  /** POST: runs it now. */
  run: '/schedules/:schedule_id/run',
  /** GET: a page of its runs, newest first. */
  history: '/schedules/:schedule_id/history',
  /** GET, PUT: what the reader of a recap has checked off in it. */
  checks: '/recaps/:post_id/checks',
  /** POST: the buttons of a recap's message, as Mattermost tells of a press. Always answered with 200. */
  actionRun: '/actions/run',
  actionPause: '/actions/pause',
  actionResume: '/actions/resume',
  actionSettings: '/actions/settings',
  /** POST: the dialog of the settings, filled in, as Mattermost tells of it. Always answered with 200. */
  settingsDialog: '/actions/settings/submit',
  /** POST: the buttons of what `/recap` answers. Always answered with 200. */
  actionCreate: '/actions/create',
  actionDiscard: '/actions/discard',
  actionRestore: '/actions/restore',
  /** POST: the dialog of `/recap new`, filled in. Always answered with 200. */
  newDialog: '/actions/new/submit',
  /** GET: the user's schedules, as Mattermost suggests them while a command is typed. */
  suggestions: '/suggestions/schedules',
  /** GET: this interface as an OpenAPI document. */
  openApi: '/openapi.json',
  /** GET: all that is kept of the user. */
  exportData: '/export',
  /** GET, for who manages the system: how the plugin fares. */
  health: '/admin/health',
  /** POST, for who manages the system: asks the AI something. */
  testAi: '/admin/test_ai',
  /** GET: what a form has to know of the settings. */
  clientConfig: '/client_config',
} as const;

/** Fills the parameter of a route in. */
export function scheduleRoute(
  route: Extract<(typeof routes)[keyof typeof routes], `${string}:schedule_id${string}`>,
  scheduleId: string,
): string {
  return route.replace(':schedule_id', scheduleId);
}

/** Fills the parameter of a recap's route in. */
export function recapRoute(route: typeof routes.checks, postId: string): string {
  return route.replace(':post_id', postId);
}
