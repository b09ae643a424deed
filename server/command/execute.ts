/** Answers `/recap`, in words that only the sender sees. */
import { assertNever, toError } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import { ListAnswer } from './list.ts';
import { NowAnswer } from './now.ts';
import { parseCommand } from './parse.ts';
import { ScheduleError } from '../schedule/index.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';

/** Characters of an unknown word that are repeated to the user. */
const maxEchoedWord = 40;

/** Runs a command and gives the answer in Markdown. Never rejects: the user always gets a sentence. */
export async function executeCommand(
  command: string,
  sender: Sender,
  options: CommandOptions,
): Promise<string> {
  try {
    return await answer(command, sender, options);
  } catch (thrown) {
    options.log.error('a command failed', { error: toError(thrown) });
    return translatorFor('en').text('scheduled_recaps.command.failed');
  }
}

async function answer(command: string, sender: Sender, options: CommandOptions): Promise<string> {
  const profile = await options.profileOf(sender.userId);
  try {
    return await carryOut(command, sender, profile, options);
  } catch (thrown) {
    if (!(thrown instanceof ScheduleError) || thrown.code !== 'not_allowed') throw thrown;
    return translatorFor(profile.locale).text('scheduled_recaps.refused');
  }
}

async function carryOut(
  command: string,
  sender: Sender,
  profile: SenderProfile,
  options: CommandOptions,
): Promise<string> {
  const translator = translatorFor(profile.locale);
  const request = parseCommand(command);
  switch (request.verb) {
    case 'help':
      return translator.text('scheduled_recaps.command.help');
    case 'list':
      return await new ListAnswer(sender, profile, options).list();
    case 'run':
      return await new ListAnswer(sender, profile, options).run(request.which);
    case 'now':
      return await new NowAnswer(sender, profile, options).now(request.channels);
    case 'unknown': {
      const word = request.word.replaceAll('`', "'").slice(0, maxEchoedWord);
      return translator.text('scheduled_recaps.command.unknown', { word });
    }
    default:
      return assertNever(request);
  }
}
