/** A schedule that a user described, said back in words before anything counts, with buttons to make it or to drop it. */
import { routes, ScheduleInput } from '../contract/index.ts';
import type { ScheduleInputBody } from '../contract/index.ts';
import type { Translator } from '../i18n/index.ts';
import { dateAndTime, escapeText } from '../recap/index.ts';
import type { Owner, ScheduleService, ScheduleWords } from '../schedule/index.ts';
import type { Answer } from './answer.ts';

/** Who is asked, and in which words. */
export interface ProposalReader {
  readonly owner: Owner;
  readonly translator: Translator;
  readonly words: ScheduleWords;
}

type OptionFields = Pick<ScheduleInput, 'content' | 'time_period' | 'skip_empty'>;

/** What proposing takes. */
export interface ProposalOptions {
  readonly service: Pick<ScheduleService, 'check' | 'validate'>;
  /** A name that nobody else comes up with, 26 characters. Pressing twice makes one schedule. */
  nonce(): string;
}

/**
 * Says a schedule in words, with its channels as they are to be shown.
 *
 * @throws {ScheduleError} `invalid` for one that could not be made.
 */
export async function propose(
  body: ScheduleInputBody,
  channels: string,
  { owner, translator, words }: ProposalReader,
  options: ProposalOptions,
): Promise<Answer> {
  // The zone is part of what is shown: that of the profile may be another by the time the button is pressed.
  const timezone = body.timezone ?? owner.timezone;
  const input = ScheduleInput.parse({ ...body, timezone });
  await options.service.check(owner, input);
  const { description, next_runs: runs } = options.service.validate(
    owner,
    { recurrence: input.recurrence, timezone },
    words,
  );
  const { text } = translator;
  const when = (at: number): string => dateAndTime(at, translator, timezone);
  const chosen = optionsInWords(input, translator);
  const lines = [
    `**${escapeText(input.title)}**`,
    text('scheduled_recaps.command.create.when', { when: escapeText(description) }),
    text('scheduled_recaps.command.create.channels', { channels }),
    ...(runs.length === 0
      ? []
      : [text('scheduled_recaps.command.create.next', { runs: runs.map(when).join(' · ') })]),
    ...(chosen === ''
      ? []
      : [text('scheduled_recaps.command.create.options', { options: chosen })]),
    '',
    text('scheduled_recaps.command.create.confirm', {
      button: text('scheduled_recaps.action.create'),
    }),
  ];
  const nonce = options.nonce();
  const schedule = JSON.stringify(input);
  return {
    text: lines.join('\n'),
    buttons: [
      {
        id: 'create',
        name: text('scheduled_recaps.action.create'),
        isMain: true,
        route: routes.actionCreate,
        context: { nonce, schedule },
      },
      {
        id: 'discard',
        name: text('scheduled_recaps.action.discard'),
        route: routes.actionDiscard,
        context: {},
      },
    ],
  };
}

/** What else was chosen of a schedule, where it is not the usual; empty where all of it is. */
export function optionsInWords(
  { content, time_period: period, skip_empty: skipEmpty }: OptionFields,
  { text }: Translator,
): string {
  const { length, focus, include_bots: withBots } = content;
  return [
    ...(length === 'standard' ? [] : [text(`scheduled_recaps.dialog.length.${length}`)]),
    ...(focus === 'everything' ? [] : [text('scheduled_recaps.option.for_me')]),
    ...(withBots ? [text('scheduled_recaps.option.with_bots')] : []),
    ...(skipEmpty ? [] : [text('scheduled_recaps.option.always')]),
    ...(period === 'since_last_recap' ? [] : [text(`scheduled_recaps.option.${period}`)]),
  ].join(' · ');
}
