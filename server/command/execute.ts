/** Answers `/recap`, in words that only the sender sees. */
import { botUsername, limits } from '../contract/index.ts';
import type { DescribedSchedule } from '../contract/index.ts';
import { toError } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import { ScheduleError } from '../schedule/index.ts';
import type { ScheduleService, ScheduleWords } from '../schedule/index.ts';
import { escapeText } from '../recap/index.ts';
import { parseCommand } from './parse.ts';

/** Characters of an unknown word that are repeated to the user. */
const maxEchoedWord = 40;

/** What the command stands on. */
export interface CommandOptions {
  readonly service: Pick<ScheduleService, 'list' | 'runNow' | 'describe'>;
  readonly log: Log;
  localeOf(userId: string): Promise<string>;
  wordsFor(locale: string): ScheduleWords;
}

/** Runs a command and gives the answer in Markdown. Never rejects: the user always gets a sentence. */
export async function executeCommand(
  command: string,
  userId: string,
  options: CommandOptions,
): Promise<string> {
  try {
    const locale = await options.localeOf(userId);
    return await new Answer(userId, translatorFor(locale), options.wordsFor(locale), options).to(
      command,
    );
  } catch (thrown) {
    options.log.error('a command failed', { error: toError(thrown) });
    return translatorFor('en').text('scheduled_recaps.command.failed');
  }
}

class Answer {
  readonly #userId: string;
  readonly #translator: Translator;
  readonly #words: ScheduleWords;
  readonly #service: CommandOptions['service'];

  constructor(
    userId: string,
    translator: Translator,
    words: ScheduleWords,
    options: CommandOptions,
  ) {
    this.#userId = userId;
    this.#translator = translator;
    this.#words = words;
    this.#service = options.service;
  }

  async to(command: string): Promise<string> {
    const request = parseCommand(command);
    switch (request.verb) {
      case 'help':
        return this.#translator.text('scheduled_recaps.command.help');
      case 'list':
        return await this.#list();
      case 'now':
        return await this.#now(request.which);
      case 'unknown': {
        const word = request.word.replaceAll('`', "'").slice(0, maxEchoedWord);
        return this.#translator.text('scheduled_recaps.command.unknown', { word });
      }
    }
  }

  async #list(): Promise<string> {
    const schedules = await this.#schedules();
    const { text } = this.#translator;
    if (schedules.length === 0) return text('scheduled_recaps.command.list.none');
    return [
      text('scheduled_recaps.command.list.title', { count: schedules.length }),
      ...this.#lines(schedules),
      text('scheduled_recaps.command.list.hint'),
    ].join('\n');
  }

  async #now(which: string): Promise<string> {
    const schedules = await this.#schedules();
    const { text } = this.#translator;
    if (schedules.length === 0) return text('scheduled_recaps.command.list.none');
    const [first] = schedules;
    const found = which === '' && schedules.length === 1 ? first : find(schedules, which);
    if (found === undefined) {
      const question =
        which === ''
          ? text('scheduled_recaps.command.now.which')
          : text('scheduled_recaps.command.now.unknown', {
              word: escapeText(which.slice(0, limits.titleCharacters)),
            });
      return [question, ...this.#lines(schedules)].join('\n');
    }
    const title = escapeText(found.title);
    try {
      await this.#service.runNow(this.#userId, found.id);
      return text('scheduled_recaps.command.now.started', { title, bot: botUsername });
    } catch (thrown) {
      if (!(thrown instanceof ScheduleError) || thrown.code !== 'busy') throw thrown;
      return text('scheduled_recaps.command.now.busy', { title });
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
    const { text, locale } = this.#translator;
    if (schedule.running) return text('scheduled_recaps.command.list.running');
    if (schedule.finished_at !== null) return text('scheduled_recaps.command.list.finished');
    if (schedule.next_run_at === null) return text('scheduled_recaps.command.list.paused');
    const when = new Intl.DateTimeFormat(locale, {
      timeZone: schedule.timezone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    }).format(schedule.next_run_at);
    return text('scheduled_recaps.command.list.next', { when: when.replaceAll('\u202F', ' ') });
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
