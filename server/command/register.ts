/** `/recap` as the message box knows it. */
import { apiBase, commandTrigger, routes } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/index.ts';
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
  const which = text('scheduled_recaps.command.autocomplete.run_hint');
  const word = (trigger: string, key: MessageKey): AutocompleteDataInput => ({
    trigger,
    roleID,
    helpText: text(key),
  });
  const subCommands: AutocompleteDataInput[] = [
    withText(
      word('create', 'scheduled_recaps.command.autocomplete.create'),
      text('scheduled_recaps.command.autocomplete.create_hint'),
    ),
    word('new', 'scheduled_recaps.command.autocomplete.new'),
    word('list', 'scheduled_recaps.command.autocomplete.list'),
    withSchedules(word('show', 'scheduled_recaps.command.autocomplete.show'), which),
    withSchedules(word('edit', 'scheduled_recaps.command.autocomplete.edit'), which),
    withSchedules(word('run', 'scheduled_recaps.command.autocomplete.run'), which),
    withSchedules(word('pause', 'scheduled_recaps.command.autocomplete.pause'), which),
    withSchedules(word('resume', 'scheduled_recaps.command.autocomplete.resume'), which),
    withSchedules(word('delete', 'scheduled_recaps.command.autocomplete.delete'), which),
    withText(
      word('now', 'scheduled_recaps.command.autocomplete.now'),
      text('scheduled_recaps.command.autocomplete.now_hint'),
    ),
    word('help', 'scheduled_recaps.command.autocomplete.show_help'),
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
function withText(word: AutocompleteDataInput, hint: string): AutocompleteDataInput {
  return {
    ...word,
    hint,
    arguments: [
      {
        helpText: word.helpText,
        type: 'TextInput',
        // The server refuses positional text that is not required; it is only a hint.
        required: true,
        data: { type: '*model.AutocompleteTextArg', value: { hint } },
      },
    ],
  };
}

/** A word that is followed by one of the user's schedules, which the server asks the plugin for. */
function withSchedules(word: AutocompleteDataInput, hint: string): AutocompleteDataInput {
  return {
    ...word,
    hint,
    arguments: [
      {
        helpText: word.helpText,
        type: 'DynamicList',
        required: true,
        data: {
          type: '*model.AutocompleteDynamicListArg',
          // The server puts the plugin's own address before it.
          value: { fetchURL: apiBase + routes.suggestions },
        },
      },
    ],
  };
}
