/**
 * The buttons of a recap's message, and the dialog behind one of them, as Mattermost tells of them.
 *
 * Who presses is who the server says is signed in: what the body says of users, and what a button carries, anybody can
 * make up. Mattermost shows people nothing of an answer that is no 200, so whatever goes wrong is a sentence in one.
 */
import type { Hono } from 'hono';
import * as z from 'zod';
import { failureText } from '../command/index.ts';
import { externalApiBase, routes } from '../contract/index.ts';
import type { Schedule } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { MessageKey, Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { Api } from '../mattermost/index.ts';
import { dateAndTime, escapeText, recapLocale } from '../recap/index.ts';
import type { RecapButtons } from '../recap/index.ts';
import type { RunService, ScheduleService, ScheduleWords } from '../schedule/index.ts';
import { dialogFailure } from './dialog_failure.ts';
import { addPress, addSubmission } from './interactive.ts';
import { readOwnWords } from './own_words.ts';
import type { Profile } from './profile.ts';
import type { Environment } from './routing.ts';
import { DialogState, settingsDialog } from './settings_dialog.ts';
import { readSettings } from './settings_form.ts';
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

/** What a button does. Gives what the user reads then; undefined where nothing needs to be said. */
type Act = (scene: Scene) => Promise<string | undefined>;

/** Adds the routes. */
export function addActionRoutes(api: Hono<Environment>, options: ActionOptions): void {
  const actions = new Actions(options);
  const presses: readonly (readonly [string, Act])[] = [
    [routes.actionRun, actions.run],
    [routes.actionPause, actions.pause],
    [routes.actionResume, actions.resume],
    [routes.actionSettings, actions.settings],
  ];
  for (const [route, act] of presses) {
    addPress(api, route, (userId, body) => actions.press(userId, Press.parse(body), act));
  }
  addSubmission(api, routes.settingsDialog, (...filled) => actions.submit(...filled));
}

class Actions {
  readonly #options: ActionOptions;

  constructor(options: ActionOptions) {
    this.#options = options;
  }

  /** Does what a button does. Never rejects: gives what the user reads. */
  async press(userId: string, press: z.infer<typeof Press>, act: Act): Promise<string | undefined> {
    let translator = translatorFor('en');
    try {
      const profile = await this.#options.profileOf(userId);
      translator = translatorFor(profile.locale, profile.hourCycle);
      const schedule = await this.#options.service.read(userId, press.context.schedule_id);
      const { post_id: postId, trigger_id: triggerId } = press;
      return await act({ userId, profile, translator, schedule, postId, triggerId });
    } catch (thrown) {
      return failureText(thrown, translator, this.#options.log, 'a button failed');
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
    const when = dateAndTime(at, translator, resumed.timezone);
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
      const settings = readSettings(schedule, submission, translator, own);
      if ('errors' in settings) return settings;
      const owner = { userId, timezone: profile.timezone };
      const changed = await service.replace(owner, id, { ...settings.choice, revision });
      const scene = { userId, profile, translator, schedule, postId, triggerId: '' };
      await this.#refresh(scene, changed);
      return {};
    } catch (thrown) {
      return dialogFailure(thrown, submission, translator, log);
    }
  }

  /** Buttons speak the language of the message above them. */
  async #refresh({ profile, postId }: Scene, schedule: Schedule): Promise<void> {
    if (postId === '') return;
    const locale = recapLocale(schedule.content, profile.locale);
    await this.#options.buttons.refresh(postId, schedule, translatorFor(locale));
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
