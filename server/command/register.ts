/** `/recap` as the message box knows it. */
import { commandTrigger } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Api, AutocompleteDataInput, CommandInput } from '../mattermost/index.ts';

/** The server suggests to a person only what bears their role, at every level; no role is nobody's, not everybody's. */
const roleID = 'system_user';

/** Registers the command on this node. The server forgets it when the plugin stops. */
export async function registerCommand(
  api: Pick<Api, 'registerCommand'>,
  locale: string,
): Promise<void> {
  await api.registerCommand(commandFor(locale));
}

/** The command with its autocomplete; one language for everybody, because the server keeps one. */
function commandFor(locale: string): CommandInput {
  const { text } = translatorFor(locale);
  const hint = text('scheduled_recaps.command.autocomplete.hint');
  const helpText = text('scheduled_recaps.command.autocomplete.help');
  const subCommands: AutocompleteDataInput[] = [
    withText(
      'now',
      text('scheduled_recaps.command.autocomplete.now'),
      text('scheduled_recaps.command.autocomplete.now_hint'),
    ),
    { trigger: 'list', roleID, helpText: text('scheduled_recaps.command.autocomplete.list') },
    withText(
      'run',
      text('scheduled_recaps.command.autocomplete.run'),
      text('scheduled_recaps.command.autocomplete.run_hint'),
    ),
    { trigger: 'help', roleID, helpText: text('scheduled_recaps.command.autocomplete.show_help') },
  ];
  return {
    trigger: commandTrigger,
    displayName: 'Scheduled Recaps',
    autoComplete: true,
    autoCompleteDesc: helpText,
    autoCompleteHint: hint,
    autocompleteData: { trigger: commandTrigger, roleID, hint, helpText, subCommands },
  };
}

/** A word that is followed by text. */
function withText(trigger: string, helpText: string, hint: string): AutocompleteDataInput {
  return {
    trigger,
    roleID,
    hint,
    helpText,
    arguments: [
      {
        helpText,
        type: 'TextInput',
        // The server refuses positional text that is not required; it is only a hint.
        required: true,
        data: { type: '*model.AutocompleteTextArg', value: { hint } },
      },
    ],
  };
}
