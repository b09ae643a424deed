/** Answers `/recap`, in words that only the sender sees. */
import { assertNever } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Answer } from './answer.ts';
import { CreateAnswer } from './create.ts';
import { ListAnswer } from './list.ts';
import { NowAnswer } from './now.ts';
import { OwnSchedules } from './own_schedules.ts';
import { parseCommand } from './parse.ts';
import { failureText } from './failure.ts';
import type { CommandOptions, Sender, SenderProfile } from './sender.ts';
import { ShowAnswer } from './show.ts';
import { TurnAnswer } from './turn.ts';

/** Characters of an unknown word that are repeated to the user. */
const maxEchoedWord = 40;

/** Runs a command and gives the answer. Never rejects: the user always gets a sentence, or a dialog. */
export async function executeCommand(
  command: string,
  sender: Sender,
  options: CommandOptions,
): Promise<Answer> {
  let locale = 'en';
  try {
    const profile = await options.profileOf(sender.userId);
    locale = profile.locale;
    return await answer(command, sender, profile, options);
  } catch (thrown) {
    return { text: failureText(thrown, translatorFor(locale), options.log, 'a command failed') };
  }
}

async function answer(
  command: string,
  sender: Sender,
  profile: SenderProfile,
  options: CommandOptions,
): Promise<Answer> {
  const translator = translatorFor(profile.locale);
  const request = parseCommand(command);
  switch (request.verb) {
    case 'help':
      return { text: translator.text('scheduled_recaps.command.help') };
    case 'list':
      return { text: await new ListAnswer(sender, profile, options).list() };
    case 'run':
      return { text: await new ListAnswer(sender, profile, options).run(request.which) };
    case 'show':
      return { text: await new ShowAnswer(sender, profile, options).show(request.which) };
    case 'now':
      return { text: await new NowAnswer(sender, profile, options).now(request.channels) };
    case 'create':
      return await new CreateAnswer(sender, profile, options).create(request.text);
    case 'pause':
      return await new TurnAnswer(sender, profile, options).pause(request.which, request.until);
    case 'resume':
      return await new TurnAnswer(sender, profile, options).resume(request.which);
    case 'delete':
      return await new TurnAnswer(sender, profile, options).delete(request.which);
    case 'new':
      if (await options.openNew(sender, profile)) return { text: '' };
      return { text: translator.text('scheduled_recaps.command.now.not_here') };
    case 'edit': {
      const choice = await new OwnSchedules(sender, profile, options).choose(request.which);
      if ('question' in choice) return { text: choice.question };
      await options.openSettings(choice.schedule, sender, profile);
      return { text: '' };
    }
    case 'unknown': {
      const word = request.word.replaceAll('`', "'").slice(0, maxEchoedWord);
      return { text: translator.text('scheduled_recaps.command.unknown', { word }) };
    }
    default:
      return assertNever(request);
  }
}
