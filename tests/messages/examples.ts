/** The example messages of docs/messages, made anew. */
import { join } from 'node:path';
import { languages } from '../../server/contract/index.ts';
import type { Run, Schedule } from '../../server/contract/index.ts';
import { translatorFor } from '../../server/i18n/index.ts';
import { buttonProps } from '../../server/recap/buttons.ts';
import { noticeText } from '../../server/recap/notice.ts';
import { storedSchedule } from '../support/stored_schedule.ts';
import { now, SampleRecaps } from './recaps.ts';
import type { RecapWishes } from './recaps.ts';
import { handWritten } from './written_by_hand.ts';

/** Where the examples lie. */
export const examplesFolder = join(import.meta.dirname, '../../docs/messages');

/** One file of the folder. */
export interface Example {
  readonly file: string;
  readonly content: string;
}

interface RecapExample {
  readonly name: string;
  readonly about: string;
  readonly wishes: RecapWishes;
}

const recaps: readonly RecapExample[] = [
  { name: 'standard', about: 'The default.', wishes: {} },
  {
    name: 'brief',
    about: 'The same day with the length "brief".',
    wishes: { content: { length: 'brief' } },
  },
  {
    name: 'detailed',
    about: 'The same day with the length "detailed".',
    wishes: { content: { length: 'detailed' } },
  },
  {
    name: 'empty',
    about: 'Nothing new, for a schedule that is to say so.',
    wishes: { window: 'night' },
  },
  {
    name: 'partly_unreadable',
    about: 'One of the channels cannot be read by the owner any more: it is counted and not named.',
    wishes: { channels: ['release-4-2', 'project-anchor'] },
  },
  {
    name: 'trimmed',
    about: 'More messages than the administrator allows: the newest are read.',
    wishes: { channels: ['incidents', 'hamburg'], limits: { postsPerChannel: 8 } },
  },
  {
    name: 'ai',
    about: 'Written by an AI: every line in its own words, with links to what it rests on.',
    wishes: {
      channels: ['incidents', 'release-4-2', 'hamburg'],
      engine: (builtIn) => handWritten(builtIn, ['incidents', 'release-4-2', 'hamburg']),
    },
  },
  {
    name: 'fallen_back_partly',
    about: 'An AI wrote one channel; why it did not write the others is said.',
    wishes: {
      channels: ['incidents', 'release-4-2', 'hamburg'],
      engine: (builtIn) =>
        handWritten(builtIn, ['incidents'], { 'release-4-2': 'timed_out', hamburg: 'not_allowed' }),
    },
  },
  {
    name: 'fallen_back',
    about: 'The AI could not be reached: the built-in engine took over.',
    wishes: {
      channels: ['release-4-2', 'hamburg'],
      engine: (builtIn) =>
        handWritten(builtIn, [], { 'release-4-2': 'unavailable', hamburg: 'unavailable' }),
    },
  },
];

/** All examples, in the order of the table of contents. */
export async function makeExamples(): Promise<readonly Example[]> {
  const sample = new SampleRecaps();
  const examples: Example[] = [];
  const add = (name: string, about: string, messages: readonly string[]): void => {
    examples.push({ file: `${name}.md`, content: page(about, messages) });
  };
  for (const { name, about, wishes } of recaps) {
    const made = await sample.make(wishes);
    add(name, about, [...made, buttonNames('en')]);
  }
  for (const language of languages) {
    if (language === 'en') continue;
    const made = await sample.make({ locale: language });
    const about = `The standard recap for a reader whose language is "${language}".`;
    add(`standard_${language}`, about, [...made, buttonNames(language)]);
  }
  add('failure_notice', 'A recap could not be made.', [notice({})]);
  add('paused_notice', 'The fifth failure in a row: the schedule is paused.', [
    notice({ next_run_at: null, pause_reason: 'failures', failures: 5 }),
  ]);
  return [{ file: 'README.md', content: contents(examples) }, ...examples];
}

/** The buttons that Mattermost draws under a recap, which are no part of its text. */
function buttonNames(language: string): string {
  const props = buttonProps(storedSchedule(), translatorFor(language)).get('attachments');
  const [{ actions }] = props as unknown as [{ actions: readonly { readonly name: string }[] }];
  return actions.map(({ name }) => `<kbd>${name}</kbd>`).join(' ');
}

function notice(changes: Partial<Schedule>): string {
  const schedule: Schedule = {
    ...storedSchedule(),
    title: 'Every morning',
    timezone: 'Europe/Berlin',
    next_run_at: now + 24 * 60 * 60_000,
    failures: 1,
    running: false,
    ...changes,
  };
  const run = { status: 'failed', reason: 'delivery_failed', occurrence_at: now } as Run;
  return noticeText(schedule, run, translatorFor('en'));
}

function page(about: string, messages: readonly string[]): string {
  return `${[`> ${about}`, ...messages].join('\n\n')}\n`;
}

function contents(examples: readonly Example[]): string {
  const rows = examples.map(({ file, content }) => {
    const [first = ''] = content.split('\n');
    return `- [${file}](${file}): ${first.replace(/^> /, '')}`;
  });
  return [
    '# Messages',
    '',
    'What the bot sends, made from the sample workspace at a fixed instant. A test compares these files with what the source makes;',
    '`npm exec -- node tests/messages/write.ts` writes them anew.',
    '',
    ...rows,
    '',
  ].join('\n');
}
