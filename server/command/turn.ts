/** `/recap pause`, `resume` and `delete`: one step with one schedule. */
import { routes } from '../contract/index.ts';
import type { DescribedSchedule } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { dateAndTime, dateOnly, escapeText } from '../recap/index.ts';
import type { Answer } from './answer.ts';
import { GrammarError, readDay } from './grammar/index.ts';
import { OwnSchedules } from './own_schedules.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';
import { slipAnswer } from './slip.ts';

/** Does it, and says what is so now. */
export class TurnAnswer {
  readonly #userId: string;
  readonly #options: CommandOptions;
  readonly #translator: Translator;
  readonly #schedules: OwnSchedules;

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#userId = sender.userId;
    this.#options = options;
    this.#translator = translatorFor(profile.locale, profile.hourCycle);
    this.#schedules = new OwnSchedules(sender, profile, options);
  }

  /** `until` is a day as people write it; empty for a pause without an end. */
  pause(which: string, until: string): Promise<Answer> {
    return this.#turn(which, async (schedule) => {
      const { text, locale } = this.#translator;
      const title = escapeText(schedule.title);
      if (schedule.finished_at !== null) {
        return { text: text('scheduled_recaps.command.pause.finished', { title }) };
      }
      const context = { locale, timezone: schedule.timezone, now: this.#options.now() };
      const day = until === '' ? null : await readDay(until, context);
      const { service } = this.#options;
      const paused = await service.pause(this.#userId, schedule.id, { pause_until: day });
      if (paused.resume_at === null) {
        return { text: text('scheduled_recaps.action.paused', { title }) };
      }
      const when = dateOnly(paused.resume_at, this.#translator, paused.timezone);
      return { text: text('scheduled_recaps.command.pause.until', { title, when }) };
    });
  }

  resume(which: string): Promise<Answer> {
    return this.#turn(which, async (schedule) => {
      const resumed = await this.#options.service.resume(this.#userId, schedule.id);
      const title = escapeText(schedule.title);
      const at = resumed.next_run_at ?? this.#options.now();
      const when = dateAndTime(at, this.#translator, resumed.timezone);
      return { text: this.#translator.text('scheduled_recaps.action.resumed', { title, when }) };
    });
  }

  delete(which: string): Promise<Answer> {
    return this.#turn(which, async (schedule) => {
      await this.#options.service.delete(this.#userId, schedule.id);
      const { text } = this.#translator;
      const title = escapeText(schedule.title);
      return {
        text: text('scheduled_recaps.command.delete.done', { title }),
        buttons: [
          {
            id: 'restore',
            name: text('scheduled_recaps.action.restore'),
            route: routes.actionRestore,
            context: { schedule_id: schedule.id },
          },
        ],
      };
    });
  }

  async #turn(
    which: string,
    step: (schedule: DescribedSchedule) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const choice = await this.#schedules.choose(which);
      if ('question' in choice) return { text: choice.question };
      return await step(choice.schedule);
    } catch (thrown) {
      if (!(thrown instanceof GrammarError)) throw thrown;
      return { text: slipAnswer(thrown, this.#translator, 'pause') };
    }
  }
}
