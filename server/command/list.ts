/** `/recap list` and `/recap run`: the sender's schedules, and one of them at once. */
import { botUsername } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { escapeText } from '../recap/index.ts';
import { OwnSchedules } from './own_schedules.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** Answers what concerns the sender's schedules. */
export class ListAnswer {
  readonly #userId: string;
  readonly #translator: Translator;
  readonly #schedules: OwnSchedules;
  readonly #runs: CommandOptions['runs'];

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#userId = sender.userId;
    this.#translator = translatorFor(profile.locale, profile.hourCycle);
    this.#schedules = new OwnSchedules(sender, profile, options);
    this.#runs = options.runs;
  }

  /** The schedules, each with its number. */
  async list(): Promise<string> {
    const schedules = await this.#schedules.all();
    const { text } = this.#translator;
    if (schedules.length === 0) return text('scheduled_recaps.command.list.none');
    return [
      text('scheduled_recaps.command.list.title', { count: schedules.length }),
      ...this.#schedules.lines(schedules),
      text('scheduled_recaps.command.list.hint'),
    ].join('\n');
  }

  /** Runs the schedule that `which` names. */
  async run(which: string): Promise<string> {
    const choice = await this.#schedules.choose(which);
    if ('question' in choice) return choice.question;
    await this.#runs.runNow(this.#userId, choice.schedule.id);
    return this.#translator.text('scheduled_recaps.command.run.started', {
      title: escapeText(choice.schedule.title),
      bot: botUsername,
    });
  }
}
