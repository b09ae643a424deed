/** The sender's schedules as the list shows them, and the one that a command means. */
import { limits } from '../contract/index.ts';
import type { DescribedSchedule } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { dateAndTime, escapeText } from '../recap/index.ts';
import type { ScheduleWords } from '../schedule/index.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** What a command means: one schedule, or a question to its sender. */
export type Choice = { readonly schedule: DescribedSchedule } | { readonly question: string };

/** What reading them takes. */
export interface OwnScheduleOptions {
  readonly service: Pick<CommandOptions['service'], 'list' | 'describe'>;
  readonly wordsFor: CommandOptions['wordsFor'];
}

/** See the head of the file. */
export class OwnSchedules {
  readonly #userId: string;
  readonly #translator: Translator;
  readonly #words: ScheduleWords;
  readonly #service: OwnScheduleOptions['service'];

  constructor(
    { userId }: Pick<Sender, 'userId'>,
    profile: SenderProfile,
    options: OwnScheduleOptions,
  ) {
    this.#userId = userId;
    this.#translator = translatorFor(profile.locale, profile.hourCycle);
    this.#words = options.wordsFor(profile.locale, profile.hourCycle);
    this.#service = options.service;
  }

  /** All of them, in the order of their numbers. */
  async all(): Promise<DescribedSchedule[]> {
    const { schedules } = await this.#service.list(this.#userId, 0, limits.pageRows);
    return schedules.map((schedule) => this.#service.describe(schedule, this.#words));
  }

  /** The one that `which` names; none needs to be named where there is only one. */
  async choose(which: string): Promise<Choice> {
    const schedules = await this.all();
    const { text } = this.#translator;
    const [first] = schedules;
    if (first === undefined) return { question: text('scheduled_recaps.command.list.none') };
    const found = which === '' && schedules.length === 1 ? first : findSchedule(schedules, which);
    if (found !== undefined) return { schedule: found };
    const question =
      which === ''
        ? text('scheduled_recaps.command.run.which')
        : text('scheduled_recaps.command.run.unknown', {
            word: escapeText(which.slice(0, limits.titleCharacters)),
          });
    return { question: [question, ...this.lines(schedules)].join('\n') };
  }

  /** One line for each: number, title, words, state. */
  lines(schedules: readonly DescribedSchedule[]): string[] {
    return schedules.map((schedule, index) => {
      const title = `**${escapeText(schedule.title)}**`;
      return `${index + 1}. ${title}: ${escapeText(schedule.description)} · ${this.state(schedule)}`;
    });
  }

  /** What a schedule is at. */
  state(schedule: DescribedSchedule): string {
    const { text } = this.#translator;
    if (schedule.running) return text('scheduled_recaps.command.list.running');
    if (schedule.finished_at !== null) return text('scheduled_recaps.command.list.finished');
    if (schedule.next_run_at === null) return text('scheduled_recaps.command.list.paused');
    const at = schedule.next_run_at;
    const when = dateAndTime(at, this.#translator, schedule.timezone);
    return text('scheduled_recaps.command.list.next', { when });
  }
}

/** By number in the list, else by title, else by the start of one title alone. */
function findSchedule(
  schedules: readonly DescribedSchedule[],
  which: string,
): DescribedSchedule | undefined {
  if (/^\d{1,3}$/.test(which)) return schedules[Number(which) - 1];
  const wanted = which.toLowerCase().replaceAll(/^["“„']|["“”']$/g, '');
  if (wanted === '') return undefined;
  const exact = schedules.find((schedule) => schedule.title.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const starting = schedules.filter((schedule) => schedule.title.toLowerCase().startsWith(wanted));
  return starting.length === 1 ? starting[0] : undefined;
}
