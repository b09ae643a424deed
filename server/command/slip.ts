/** What could not be understood, in words: what was expected, where, and an example. */
import { limits } from '../contract/index.ts';
import type { MessageKey, Translator } from '../i18n/index.ts';
import type { Expected, GrammarError } from './grammar/index.ts';

/** A time as the grammar has it, and whole commands. They are no sentences: every language types the same. */
const examples = {
  when: 'every weekday at 9:00',
  create: '/recap create every weekday at 9:00 ~town-square',
  pause: '/recap pause 1 until monday',
} as const;

/** Characters of a wrong word that are repeated to its author. */
const maxEchoedWord = 60;

const keys = {
  title: 'scheduled_recaps.slip.title',
  when: 'scheduled_recaps.slip.when',
  day: 'scheduled_recaps.slip.day',
  days: 'scheduled_recaps.slip.days',
  month_day: 'scheduled_recaps.slip.month_day',
  time: 'scheduled_recaps.slip.time',
  other_time: 'scheduled_recaps.slip.other_time',
  weeks: 'scheduled_recaps.slip.weeks',
  future: 'scheduled_recaps.slip.future',
  date: 'scheduled_recaps.slip.date',
  zone: 'scheduled_recaps.slip.zone',
  other_zone: 'scheduled_recaps.slip.other_zone',
  channels: 'scheduled_recaps.slip.channels',
  option: 'scheduled_recaps.slip.option',
  end: 'scheduled_recaps.slip.end',
} as const satisfies Record<Expected, MessageKey>;

/** The slip without an example, as it stands beside a field. */
export function slipText({ expected, word }: GrammarError, { text }: Translator): string {
  const values = {
    most: limits.timesOfDay,
    weeks: limits.everyWeeks,
    title: limits.titleCharacters,
  };
  const wanted = text(keys[expected], { ...values, example: examples.when });
  if (word === '') return wanted;
  return text('scheduled_recaps.slip.at', { word: quoted(word), wanted });
}

/** The slip in a command, with an example of one that works. */
export function slipAnswer(
  error: GrammarError,
  translator: Translator,
  verb: 'create' | 'pause' = 'create',
): string {
  const example = translator.text('scheduled_recaps.slip.example', { command: examples[verb] });
  return `${slipText(error, translator)}\n${example}`;
}

/** A word in a frame that it cannot break out of. */
function quoted(word: string): string {
  const plain = word.replaceAll('`', "'").replaceAll(/\s+/g, ' ');
  const characters = Array.from(plain);
  const short = characters.slice(0, maxEchoedWord).join('');
  return `\`${short}${characters.length > maxEchoedWord ? '…' : ''}\``;
}
