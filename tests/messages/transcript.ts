/** A conversation with `/recap`, made anew: what is typed, what is answered, and what comes of its buttons. */
import { join } from 'node:path';
import { executeCommand } from '../../server/command/index.ts';
import type { Answer, CommandOptions } from '../../server/command/index.ts';
import { apiBase } from '../../server/contract/index.ts';
import { createHttpApp } from '../../server/http/index.ts';
import type { HttpAppOptions } from '../../server/http/index.ts';
import { usualHourCycle } from '../../server/i18n/index.ts';
import { silentLog } from '../../server/log.ts';
import { scheduleWordsFor } from '../../server/schedule/index.ts';
import { SchedulerWorld } from '../support/scheduler_world.ts';
import { now } from './recaps.ts';

/** Where the transcript lies. */
export const transcriptFile = join(import.meta.dirname, '../../docs/command.md');

const hereId = 'town'.padEnd(26, '0');

/** One thing that Anna does: she types, or presses a button of the last answer. */
type Step = { readonly type: string } | { readonly press: string };

/** What she does, and in which language. */
interface Scene {
  readonly title: string;
  readonly locale: string;
  readonly steps: readonly Step[];
}

const type = (text: string): Step => ({ type: text });
const press = (name: string): Step => ({ press: name });

const scenes: readonly Scene[] = [
  {
    title: 'A schedule is made, and changed',
    locale: 'en',
    steps: [
      type('/recap create every weekday at 9:00 ~town-square ~dev'),
      press('Create'),
      type('/recap create "Friday letter" every 2 weeks on friday at 4 pm ~dev detailed for me'),
      press('Discard'),
      type('/recap list'),
      type('/recap pause 1 until mnday'),
      type('/recap pause 1 until monday'),
      type('/recap resume 1'),
      type('/recap show 1'),
      type('/recap delete 1'),
      press('Undo'),
    ],
  },
  {
    title: 'Slips',
    locale: 'en',
    steps: [
      type('/recap create every wekday at 9:00 ~dev'),
      type('/recap create every day at 9:00'),
      type('/recap create tomorow at 9 ~dev'),
      type('/recap create last monday at 9 ~dev'),
      type('/recap create tomorrow at 25:00 ~dev'),
      type('/recap create 31 November at 9:00 ~dev'),
      type('/recap create every month on the 32nd at 9:00 ~dev'),
      type('/recap create every day at 9:00 ~dev in Atlantis'),
      type('/recap create every day at 9:00 ~nowhere'),
      type('/recap pause 7'),
      type('/recap frobnicate'),
    ],
  },
  {
    title: 'Dates in the language of whoever types',
    locale: 'de',
    steps: [
      type('/recap create morgen um 9 Uhr ~dev'),
      type('/recap create 24. Dezember um 8:30 all unreads'),
      type('/recap create every montag at 9:00 ~dev in Amerika'),
    ],
  },
  { title: 'En español', locale: 'es', steps: [type('/recap create mañana a las 9:30 ~dev')] },
  { title: 'En français', locale: 'fr', steps: [type('/recap create demain à 9h30 ~dev')] },
  { title: '日本語', locale: 'ja', steps: [type('/recap create 明日9時 ~dev')] },
];

/** The whole transcript. It is Tuesday, 24 November 2026, 09:00 in Berlin. */
export async function makeTranscript(): Promise<string> {
  const parts = [
    '# The slash command',
    'What `/recap` answers, at a fixed instant: Tuesday, 24 November 2026, 09:00 in Berlin. A test compares this file with what the source makes; `npm exec -- node tests/messages/write.ts` writes it anew.',
  ];
  for (const scene of scenes) parts.push(`## ${scene.title}`, ...(await play(scene)));
  return `${parts.join('\n\n')}\n`;
}

async function play({ locale, steps }: Scene): Promise<string[]> {
  const stage = new Stage(locale);
  const lines: string[] = [];
  for (const step of steps) {
    lines.push('type' in step ? `\`${step.type}\`` : `_presses_ **${step.press}**`);
    lines.push(await ('type' in step ? stage.type(step.type) : stage.press(step.press)));
  }
  return lines;
}

/** The plugin's command and buttons over a store in memory. */
class Stage {
  readonly #command: CommandOptions;
  readonly #http: ReturnType<typeof createHttpApp>;
  readonly #userId: string;
  #last: Answer = { text: '' };
  #shown = '';

  constructor(locale: string) {
    const world = new SchedulerWorld(now);
    const { service, runs } = world.start('node').scheduler;
    this.#userId = world.owner.userId;
    const nothing = (): Promise<never> => Promise.reject(new Error('not on this stage'));
    let nonces = 0;
    const shared = {
      service,
      runs,
      log: silentLog,
      now: () => now,
      nonce: () => String((nonces += 1)).padStart(26, 'n'),
      profileOf: () =>
        Promise.resolve({
          locale,
          timezone: 'Europe/Berlin',
          hourCycle: usualHourCycle(locale),
        }),
      wordsFor: scheduleWordsFor,
    };
    this.#command = {
      ...shared,
      openChannel: (_, id) => Promise.resolve({ name: channels.get(id) ?? '', kind: 'public' }),
      findChannel: (_, name) => Promise.resolve(idsByName.get(name)),
      openNew: nothing,
      openSettings: nothing,
      firstUse: () => undefined,
    };
    const whisper = (_: string, post: { readonly message?: string | undefined }): object => {
      this.#shown = post.message ?? '';
      return Promise.resolve({});
    };
    this.#http = createHttpApp({
      ...shared,
      whisper: { sendEphemeralPost: whisper, updateEphemeralPost: whisper },
      botUserId: 'bot',
    } as unknown as HttpAppOptions);
  }

  /** What stands below a command. */
  async type(command: string): Promise<string> {
    const sender = {
      userId: this.#userId,
      channelId: hereId,
      teamId: 'team',
      triggerId: '',
      channelMentions: new Map<string, string>(),
    };
    this.#last = await executeCommand(command, sender, this.#command);
    const buttons = (this.#last.buttons ?? []).map(({ name }) => `**[ ${name} ]**`);
    return quoted([this.#last.text, ...(buttons.length === 0 ? [] : ['', buttons.join(' ')])]);
  }

  /** What stands in the place of an answer whose button was pressed. */
  async press(name: string): Promise<string> {
    const button = this.#last.buttons?.find((each) => each.name === name);
    if (button === undefined) throw new Error(`there is no button ${name}`);
    const body = { post_id: 'a'.repeat(26), channel_id: hereId, context: button.context };
    const request = new Request(`http://plugin.local${apiBase}${button.route}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const response = await this.#http.handle(request, this.#userId);
    const { ephemeral_text: text } = (await response.json()) as { ephemeral_text?: string };
    return quoted([text ?? this.#shown]);
  }
}

const channels = new Map([
  [hereId, 'Town Square'],
  ['dev'.padEnd(26, '0'), 'Dev: Platform'],
]);
const idsByName = new Map([
  ['town-square', hereId],
  ['dev', 'dev'.padEnd(26, '0')],
]);

/** As a quotation in Markdown, with the ends of its lines kept. */
function quoted(parts: readonly string[]): string {
  const lines = parts.join('\n').split('\n');
  return lines
    .map((line, index) => {
      const breaks = line !== '' && (lines[index + 1] ?? '') !== '' && !line.startsWith('- ');
      return `> ${line}${breaks ? '\\' : ''}`.trimEnd();
    })
    .join('\n');
}
