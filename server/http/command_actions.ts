/**
 * The buttons below what `/recap` answers, its dialog, and its suggestions, as Mattermost asks for them.
 *
 * As with the buttons of a recap, who presses is who the server says is signed in, and all that a button carries is
 * checked as if a stranger had sent it. The answers that bear the buttons are seen by one user only: when one is
 * pressed, its answer gives way to what came of it.
 */
import type { Hono } from 'hono';
import * as z from 'zod';
import { failureText, propose, propsOf, suggestSchedules } from '../command/index.ts';
import type { Answer } from '../command/index.ts';
import { Id, routes, ScheduleInput } from '../contract/index.ts';
import type { Schedule } from '../contract/index.ts';
import { toError } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { Api } from '../mattermost/index.ts';
import { dateAndTime, escapeText } from '../recap/index.ts';
import { ScheduleError } from '../schedule/index.ts';
import type { ScheduleService, ScheduleWords } from '../schedule/index.ts';
import { dialogFailure } from './dialog_failure.ts';
import { addPress, addSubmission } from './interactive.ts';
import { NewDialogState, readNew } from './new_dialog.ts';
import { readOwnWords } from './own_words.ts';
import type { Profile } from './profile.ts';
import { refuseOtherMethods } from './routing.ts';
import type { Environment } from './routing.ts';
import type { DialogAnswer } from './settings_form.ts';

/** What the buttons stand on. */
export interface CommandActionOptions {
  readonly service: Pick<
    ScheduleService,
    'create' | 'check' | 'validate' | 'restore' | 'list' | 'describe'
  >;
  /** Shows messages that one user sees. */
  readonly whisper: Pick<Api, 'sendEphemeralPost' | 'updateEphemeralPost'>;
  readonly botUserId: string;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** A name that nobody else comes up with, 26 characters. */
  nonce(): string;
  profileOf(userId: string): Promise<Profile>;
  wordsFor(locale: string, hourCycle: Profile['hourCycle']): ScheduleWords;
  /** How people call a channel; undefined where the user may not read it. */
  channelName(
    userId: string,
    channelId: string,
    translator: Translator,
  ): Promise<string | undefined>;
}

/** A press of a button, as far as it matters here. */
const Press = z.object({
  post_id: z.string().default(''),
  channel_id: z.string().default(''),
  context: z.object({
    nonce: z.string().max(64).default(''),
    schedule: z.string().default(''),
    schedule_id: z.string().default(''),
  }),
});
type Press = z.infer<typeof Press>;

/** Somebody who pressed. */
interface Scene {
  readonly userId: string;
  readonly profile: Profile;
  readonly translator: Translator;
  readonly context: Press['context'];
}

type Act = (scene: Scene) => Promise<string>;

/** Adds the routes. */
export function addCommandRoutes(api: Hono<Environment>, options: CommandActionOptions): void {
  const actions = new CommandActions(options);
  const presses: readonly (readonly [string, Act])[] = [
    [routes.actionCreate, actions.create],
    [routes.actionDiscard, actions.discard],
    [routes.actionRestore, actions.restore],
  ];
  for (const [route, act] of presses) {
    addPress(api, route, (userId, body) => actions.press(userId, Press.parse(body), act));
  }
  addSubmission(api, routes.newDialog, (...filled) => actions.submit(...filled));
  api.get(routes.suggestions, async (c) => {
    const userId = c.get('userId');
    const profile = await options.profileOf(userId);
    const typed = c.req.query('user_input') ?? '';
    return c.json(await suggestSchedules(userId, typed, profile, options));
  });
  refuseOtherMethods(api, routes.suggestions, 'GET');
}

class CommandActions {
  readonly #options: CommandActionOptions;

  constructor(options: CommandActionOptions) {
    this.#options = options;
  }

  /** Does what a button does. Never rejects: gives what is to be shown beside the answer, if anything. */
  async press(userId: string, press: Press, act: Act): Promise<string | undefined> {
    let translator = translatorFor('en');
    let text: string;
    try {
      const profile = await this.#options.profileOf(userId);
      translator = translatorFor(profile.locale, profile.hourCycle);
      text = await act({ userId, profile, translator, context: press.context });
    } catch (thrown) {
      // The answer stays with its buttons: what is in the way may go.
      return failureText(thrown, translator, this.#options.log, 'a button failed');
    }
    return (await this.#replace(userId, press, text)) ? undefined : text;
  }

  readonly create = async ({ userId, profile, translator, context }: Scene): Promise<string> => {
    const input = ScheduleInput.parse(JSON.parse(context.schedule));
    const nonce = Id.parse(context.nonce);
    const { text } = translator;
    try {
      const owner = { userId, timezone: profile.timezone };
      const schedule = await this.#options.service.create(owner, input, nonce);
      const when = whenNext(schedule, this.#options.now(), translator);
      return text('scheduled_recaps.command.create.done', {
        title: escapeText(input.title),
        when,
      });
    } catch (thrown) {
      if (!(thrown instanceof ScheduleError) || thrown.code !== 'conflict') throw thrown;
      // Made by an earlier press: the buttons are of no more use, so they go as they would have gone then.
      return thrown.sentence(text);
    }
  };

  readonly discard = ({ translator }: Scene): Promise<string> =>
    Promise.resolve(translator.text('scheduled_recaps.command.create.discarded'));

  readonly restore = async ({ userId, translator, context }: Scene): Promise<string> => {
    const { title } = await this.#options.service.restore(userId, context.schedule_id);
    return translator.text('scheduled_recaps.command.delete.restored', {
      title: escapeText(title),
    });
  };

  /** Takes a dialog that was filled in. Never rejects: gives what Mattermost shows in it, nothing where all is well. */
  async submit(
    userId: string,
    state: string,
    submission: Readonly<Record<string, unknown>>,
  ): Promise<DialogAnswer> {
    let translator = translatorFor('en');
    try {
      const profile = await this.#options.profileOf(userId);
      translator = translatorFor(profile.locale, profile.hourCycle);
      const { channel_id: channelId } = NewDialogState.parse(JSON.parse(state));
      return await this.#proposeNew({ userId, channelId, profile, translator, submission });
    } catch (thrown) {
      return dialogFailure(thrown, submission, translator, this.#options.log);
    }
  }

  async #proposeNew(filled: {
    readonly userId: string;
    readonly channelId: string;
    readonly profile: Profile;
    readonly translator: Translator;
    readonly submission: Readonly<Record<string, unknown>>;
  }): Promise<DialogAnswer> {
    const { userId, channelId, profile, translator, submission } = filled;
    const { locale, hourCycle, timezone } = profile;
    const name = await this.#options.channelName(userId, channelId, translator);
    if (name === undefined) {
      return { error: translator.text('scheduled_recaps.command.now.not_here') };
    }
    const own = await readOwnWords(submission, timezone, this.#options.now(), translator);
    const choice = readNew(submission, translator, own);
    if ('errors' in choice) return choice;
    const words = this.#options.wordsFor(locale, hourCycle);
    const answer = await propose(
      { ...choice, channel_ids: [channelId] },
      `**${escapeText(name)}**`,
      { owner: { userId, timezone }, translator, words },
      this.#options,
    );
    await this.#whisper(userId, channelId, answer);
    return {};
  }

  async #whisper(userId: string, channelId: string, answer: Answer): Promise<void> {
    const { whisper, botUserId } = this.#options;
    await whisper.sendEphemeralPost(userId, {
      userId: botUserId,
      channelId,
      message: answer.text,
      props: propsOf(answer),
    });
  }

  /** Puts a text in the place of the answer whose button was pressed. False where that cannot be. */
  async #replace(userId: string, press: Press, text: string): Promise<boolean> {
    const { post_id: id, channel_id: channelId } = press;
    if (!Id.safeParse(id).success || !Id.safeParse(channelId).success) return false;
    const { whisper, botUserId, log } = this.#options;
    try {
      // Whoever makes the ids up fools nobody else: only the user who pressed is shown it.
      await whisper.updateEphemeralPost(userId, {
        id,
        channelId,
        userId: botUserId,
        message: text,
        createAt: this.#options.now(),
        props: new Map(),
      });
      return true;
    } catch (thrown) {
      log.warn('the answer to a command stays as it was', { error: toError(thrown) });
      return false;
    }
  }
}

/** When a schedule runs first; one for right away has run by now, so it says now. */
function whenNext(schedule: Schedule, now: number, translator: Translator): string {
  const at = schedule.next_run_at ?? now;
  return dateAndTime(at, translator, schedule.timezone);
}
