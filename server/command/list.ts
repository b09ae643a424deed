/** `/recap list` and `/recap run`: the sender's schedules, and one of them at once. */
import { botUsername, limits } from '../contract/index.ts';
import type { DescribedSchedule } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { escapeText, whenFor } from '../recap/index.ts';
import { ScheduleError } from '../schedule/index.ts';
import type { ScheduleWords } from '../schedule/index.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** Answers what concerns the sender's schedules. */
export class ListAnswer {
  readonly #userId: string;
  readonly #translator: Translator;
  readonly #words: ScheduleWords;
  readonly #service: CommandOptions['service'];
  readonly #runs: CommandOptions['runs'];

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#userId = sender.userId;
    this.#translator = translatorFor(profile.locale, profile.hourCycle);
    this.#words = options.wordsFor(profile.locale, profile.hourCycle);
    this.#service = options.service;
    this.#runs = options.runs;
  }

  /** The schedules, each with its number. */
  async list(): Promise<string> {
    const schedules = await this.#schedules();
    const { text } = this.#translator;
    if (schedules.length === 0) return text('scheduled_recaps.command.list.none');
    return [
      text('scheduled_recaps.command.list.title', { count: schedules.length }),
      ...this.#lines(schedules),
      text('scheduled_recaps.command.list.hint'),
    ].join('\n');
  }

  /** Runs the schedule that `which` names; none is needed where there is only one. */
  async run(which: string): Promise<string> {
    const schedules = await this.#schedules();
    const { text } = this.#translator;
    if (schedules.length === 0) return text('scheduled_recaps.command.list.none');
    const [first] = schedules;
    const found = which === '' && schedules.length === 1 ? first : find(schedules, which);
    if (found === undefined) {
      const question =
        which === ''
          ? text('scheduled_recaps.command.run.which')
          : text('scheduled_recaps.command.run.unknown', {
              word: escapeText(which.slice(0, limits.titleCharacters)),
            });
      return [question, ...this.#lines(schedules)].join('\n');
    }
    const title = escapeText(found.title);
    try {
      await this.#runs.runNow(this.#userId, found.id);
      return text('scheduled_recaps.command.run.started', { title, bot: botUsername });
    } catch (thrown) {
      if (!(thrown instanceof ScheduleError)) throw thrown;
      if (thrown.code === 'busy') return text('scheduled_recaps.command.run.busy', { title });
      if (thrown.code !== 'limit') throw thrown;
      return text('scheduled_recaps.action.run.limit', { count: thrown.limit ?? 0 });
    }
  }

  async #schedules(): Promise<DescribedSchedule[]> {
    const { schedules } = await this.#service.list(this.#userId, 0, limits.pageRows);
    return schedules.map((schedule) => this.#service.describe(schedule, this.#words));
  }

  #lines(schedules: readonly DescribedSchedule[]): string[] {
    return schedules.map((schedule, index) => {
      const title = `**${escapeText(schedule.title)}**`;
      return `${index + 1}. ${title}: ${escapeText(schedule.description)} · ${this.#state(schedule)}`;
    });
  }

  #state(schedule: DescribedSchedule): string {
    const { text } = this.#translator;
    if (schedule.running) return text('scheduled_recaps.command.list.running');
    if (schedule.finished_at !== null) return text('scheduled_recaps.command.list.finished');
    if (schedule.next_run_at === null) return text('scheduled_recaps.command.list.paused');
    const at = schedule.next_run_at;
    const when = whenFor({ from: at, to: at + 1 }, this.#translator, schedule.timezone).full(at);
    return text('scheduled_recaps.command.list.next', { when });
  }
}

/** By number in the list, else by title, else by the start of one title alone. */
function find(
  schedules: readonly DescribedSchedule[],
  which: string,
): DescribedSchedule | undefined {
  if (/^\d{1,3}$/.test(which)) return schedules[Number(which) - 1];
  const wanted = which.toLowerCase().replaceAll(/^["“']|["”']$/g, '');
  if (wanted === '') return undefined;
  const exact = schedules.find((schedule) => schedule.title.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const starting = schedules.filter((schedule) => schedule.title.toLowerCase().startsWith(wanted));
  return starting.length === 1 ? starting[0] : undefined;
}
