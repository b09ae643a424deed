/** `/recap show`: one schedule with its settings, its next runs, and what came of the last. */
import type { DescribedSchedule, Run } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import { dateAndTime, dateOnly, escapeText, reasonText } from '../recap/index.ts';
import { OwnSchedules } from './own_schedules.ts';
import { Places } from './places.ts';
import type { Place } from './places.ts';
import { optionsInWords } from './proposal.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** Channels that are named. */
const shownChannels = 20;

/** Past runs that are told. */
const shownRuns = 5;

/** Answers what there is to know of one schedule. */
export class ShowAnswer {
  readonly #userId: string;
  readonly #translator: Translator;
  readonly #schedules: OwnSchedules;
  readonly #places: Places;
  readonly #runs: CommandOptions['runs'];

  constructor(sender: Sender, profile: SenderProfile, options: CommandOptions) {
    this.#userId = sender.userId;
    this.#translator = translatorFor(profile.locale, profile.hourCycle);
    this.#schedules = new OwnSchedules(sender, profile, options);
    this.#places = new Places(sender, profile.locale, options);
    this.#runs = options.runs;
  }

  /** `which` is a number of the list or a title. */
  async show(which: string): Promise<string> {
    const choice = await this.#schedules.choose(which);
    if ('question' in choice) return choice.question;
    const { schedule } = choice;
    const { text } = this.#translator;
    const { runs } = await this.#runs.history(this.#userId, schedule.id, null, shownRuns);
    const options = optionsInWords(schedule, this.#translator);
    const next = schedule.next_runs.map((at) => this.#when(at, schedule));
    return [
      `**${escapeText(schedule.title)}** · ${this.#schedules.state(schedule)}`,
      text('scheduled_recaps.command.create.when', { when: escapeText(schedule.description) }),
      text('scheduled_recaps.command.create.channels', {
        channels: await this.#channels(schedule),
      }),
      ...(options === '' ? [] : [text('scheduled_recaps.command.create.options', { options })]),
      ...(schedule.enabled && next.length > 0
        ? [text('scheduled_recaps.command.create.next', { runs: next.join(' · ') })]
        : []),
      ...(schedule.resume_at === null
        ? []
        : [
            text('scheduled_recaps.command.show.resumes', {
              when: dateOnly(schedule.resume_at, this.#translator, schedule.timezone),
            }),
          ]),
      ...(runs.length === 0
        ? [text('scheduled_recaps.command.show.no_runs')]
        : [
            text('scheduled_recaps.command.show.runs'),
            ...runs.map((run) => `- ${this.#run(run, schedule)}`),
          ]),
    ].join('\n');
  }

  async #channels(schedule: DescribedSchedule): Promise<string> {
    const { text } = this.#translator;
    if (schedule.channel_mode === 'all_unreads') {
      return text('scheduled_recaps.command.create.all_unreads');
    }
    const ids = schedule.channel_ids.slice(0, shownChannels);
    const opened = await Promise.all(ids.map((id) => this.#places.open(id)));
    const places = opened.filter((place): place is Place => place !== undefined);
    const unreadable = ids.length - places.length;
    const others = schedule.channel_ids.length - ids.length;
    const names = places.map(({ name }) => `**${escapeText(name)}**`);
    if (unreadable > 0) {
      names.push(text('scheduled_recaps.recap.left_out.unreadable', { count: unreadable }));
    }
    if (others > 0) names.push(text('scheduled_recaps.recap.more_channels', { count: others }));
    return this.#places.join(names);
  }

  #run(run: Run, schedule: DescribedSchedule): string {
    const { text } = this.#translator;
    const status = text(`scheduled_recaps.run.${run.status}`);
    const when = this.#when(run.occurrence_at, schedule);
    if (run.reason === null) return text('scheduled_recaps.command.show.run', { when, status });
    const reason = reasonText(run.reason, this.#translator);
    return text('scheduled_recaps.command.show.run_reason', { when, status, reason });
  }

  #when(at: number, { timezone }: DescribedSchedule): string {
    return dateAndTime(at, this.#translator, timezone);
  }
}
