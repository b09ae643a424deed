/**
 * The buttons of a recap's message, and the dialog behind one of them, as Mattermost tells of them.
 *
 * Who presses is who the server says is signed in: what the body says of users, and what a button carries, anybody can
 * make up. Mattermost shows people nothing of an answer that is no 200, so whatever goes wrong is a sentence in one.
 */
import type { Hono } from 'hono';
import * as z from 'zod';
import { timingRefusal } from '../command/index.ts';
import { externalApiBase, routes } from '../contract/index.ts';
import type { Schedule } from '../contract/index.ts';
import { toError } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { MessageKey, Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { Api } from '../mattermost/index.ts';
import { escapeText, recapLocale, whenFor } from '../recap/index.ts';
import type { RecapButtons } from '../recap/index.ts';
import { ScheduleError } from '../schedule/index.ts';
import type { RunService, ScheduleService, ScheduleWords } from '../schedule/index.ts';
import { addPress, addSubmission } from './interactive.ts';
import { readOwnWords } from './own_words.ts';
import type { Profile } from './profile.ts';
import type { Environment } from './routing.ts';
import { DialogState, fields, settingsDialog } from './settings_dialog.ts';
import { readSettings, settingsRefusal } from './settings_form.ts';
import type { DialogAnswer } from './settings_form.ts';

/** What the buttons stand on. */
export interface ActionOptions {
  readonly service: Pick<ScheduleService, 'read' | 'pause' | 'resume' | 'replace' | 'describe'>;
  readonly runs: Pick<RunService, 'runNow'>;
  readonly buttons: Pick<RecapButtons, 'refresh'>;
  readonly openDialog: Api['openInteractiveDialog'];
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  profileOf(userId: string): Promise<Profile>;
  wordsFor(locale: string, hourCycle: Profile['hourCycle']): ScheduleWords;
}

/** A press of a button, as far as it matters here. */
const Press = z.object({
  post_id: z.string().default(''),
  trigger_id: z.string().default(''),
  context: z.object({ schedule_id: z.string() }),
});

/** Somebody at work on a schedule of their own. */
interface Scene {
  readonly userId: string;
  readonly profile: Profile;
  readonly translator: Translator;
  readonly schedule: Schedule;
  /** The recap's message; empty, or any other, where somebody made the request up. */
  readonly postId: string;
  readonly triggerId: string;
}

/** What a button does. */
interface Action {
  /** Gives what the user reads then; undefined where nothing needs to be said. */
  readonly act: (scene: Scene) => Promise<string | undefined>;
  /** What is said where a limit is reached. */
  readonly limitKey: MessageKey;
}

/** Adds the routes. */
export function addActionRoutes(api: Hono<Environment>, options: ActionOptions): void {
  const actions = new Actions(options);
  const presses: readonly (readonly [string, Action])[] = [
    [routes.actionRun, { act: actions.run, limitKey: 'scheduled_recaps.action.run.limit' }],
    [routes.actionPause, { act: actions.pause, limitKey: 'scheduled_recaps.action.limit' }],
    [routes.actionResume, { act: actions.resume, limitKey: 'scheduled_recaps.action.limit' }],
    [routes.actionSettings, { act: actions.settings, limitKey: 'scheduled_recaps.action.limit' }],
  ];
  for (const [route, action] of presses) {
    addPress(api, route, (userId, body) => actions.press(userId, Press.parse(body), action));
  }
  addSubmission(api, routes.settingsDialog, (...filled) => actions.submit(...filled));
}

class Actions {
  readonly #options: ActionOptions;

  constructor(options: ActionOptions) {
    this.#options = options;
  }

  /** Does what a button does. Never rejects: gives what the user reads. */
  async press(
    userId: string,
    press: z.infer<typeof Press>,
    { act, limitKey }: Action,
  ): Promise<string | undefined> {
    let translator = translatorFor('en');
    let schedule: Schedule | undefined;
    try {
      const profile = await this.#options.profileOf(userId);
      translator = translatorFor(profile.locale, profile.hourCycle);
      schedule = await this.#options.service.read(userId, press.context.schedule_id);
      const { post_id: postId, trigger_id: triggerId } = press;
      return await act({ userId, profile, translator, schedule, postId, triggerId });
    } catch (thrown) {
      return this.#refusal(thrown, schedule, translator, limitKey);
    }
  }

  readonly run = async ({ userId, schedule, translator }: Scene): Promise<string> => {
    await this.#options.runs.runNow(userId, schedule.id);
    return titled(translator, 'scheduled_recaps.action.run.started', schedule);
  };

  readonly pause = async (scene: Scene): Promise<string> => {
    const { userId, schedule, translator } = scene;
    const paused = await this.#options.service.pause(userId, schedule.id, { pause_until: null });
    await this.#refresh(scene, paused);
    return titled(translator, 'scheduled_recaps.action.paused', paused);
  };

  readonly resume = async (scene: Scene): Promise<string> => {
    const { userId, schedule, translator } = scene;
    const resumed = await this.#options.service.resume(userId, schedule.id);
    await this.#refresh(scene, resumed);
    const at = resumed.next_run_at ?? 0;
    const when = whenFor({ from: at, to: at + 1 }, translator, resumed.timezone).full(at);
    return titled(translator, 'scheduled_recaps.action.resumed', resumed, { when });
  };

  readonly settings = async (scene: Scene): Promise<undefined> => {
    const { profile, schedule, translator, postId, triggerId } = scene;
    const { service, openDialog } = this.#options;
    const words = this.#options.wordsFor(profile.locale, profile.hourCycle);
    const described = service.describe(schedule, words);
    await openDialog({
      triggerId,
      url: externalApiBase + routes.settingsDialog,
      dialog: settingsDialog(described, postId, translator),
    });
  };

  /** Takes a dialog that was filled in. Never rejects: gives what Mattermost shows in it, nothing where all is well. */
  async submit(
    userId: string,
    state: string,
    submission: Readonly<Record<string, unknown>>,
  ): Promise<DialogAnswer> {
    const { service, log } = this.#options;
    let translator = translatorFor('en');
    let timeField: string | undefined;
    try {
      const profile = await this.#options.profileOf(userId);
      translator = translatorFor(profile.locale, profile.hourCycle);
      const { schedule_id: id, revision, post_id: postId } = DialogState.parse(JSON.parse(state));
      const schedule = await service.read(userId, id);
      const own = await readOwnWords(
        submission,
        schedule.timezone,
        this.#options.now(),
        translator,
      );
      if (own !== undefined) timeField = fields.ownWords;
      const settings = readSettings(schedule, submission, translator, own);
      if ('errors' in settings) return settings;
      const owner = { userId, timezone: profile.timezone };
      const changed = await service.replace(owner, id, { ...settings.choice, revision });
      const scene = { userId, profile, translator, schedule, postId, triggerId: '' };
      await this.#refresh(scene, changed);
      return {};
    } catch (thrown) {
      const answer = settingsRefusal(thrown, translator, timeField);
      if (answer !== undefined) return answer;
      log.error('the settings of a dialog could not be stored', { error: toError(thrown) });
      return { error: translator.text('scheduled_recaps.command.failed') };
    }
  }

  /** Buttons speak the language of the message above them. */
  async #refresh({ profile, postId }: Scene, schedule: Schedule): Promise<void> {
    if (postId === '') return;
    const locale = recapLocale(schedule.content, profile.locale);
    await this.#options.buttons.refresh(postId, schedule, translatorFor(locale));
  }

  /** Why a press did nothing, for the user. */
  #refusal(
    thrown: unknown,
    schedule: Schedule | undefined,
    translator: Translator,
    limitKey: MessageKey,
  ): string {
    if (thrown instanceof ScheduleError) {
      const { code, limit } = thrown;
      if (code === 'not_found' || schedule === undefined) {
        return translator.text('scheduled_recaps.action.gone');
      }
      if (code === 'not_allowed') return translator.text('scheduled_recaps.refused');
      if (code === 'busy') return titled(translator, 'scheduled_recaps.command.run.busy', schedule);
      if (code === 'limit') return translator.text(limitKey, { count: limit ?? 0 });
      if (thrown.field === 'recurrence.at') {
        return titled(translator, 'scheduled_recaps.action.past', schedule);
      }
      const reason = timingRefusal(thrown, translator.text);
      if (reason !== undefined) return reason;
    }
    this.#options.log.error('a button failed', { error: toError(thrown) });
    return translator.text('scheduled_recaps.command.failed');
  }
}

function titled(
  { text }: Translator,
  key: MessageKey,
  schedule: Schedule,
  values: Readonly<Record<string, string>> = {},
): string {
  return text(key, { title: escapeText(schedule.title), ...values });
}
