/** What the message box suggests while a command is typed. Source: App.getSuggestions. */
import type {
  AutocompleteArg,
  AutocompleteData,
  Command,
} from '../../server/mattermost/model/index.ts';

/** The role of who types. The server compares it with that of each word; only administrators see every word. */
export type CommandRole = 'system_user' | 'system_admin';

/** One line of the list. Keys as the REST interface has them. */
export interface CommandSuggestion {
  /** The whole input, were this one taken. */
  readonly Complete: string;
  readonly Suggestion: string;
  readonly Hint: string;
  readonly Description: string;
}

/** The suggestions for an input, its slash included or not. */
export function suggestionsFor(
  commands: readonly Command[],
  input: string,
  role: CommandRole,
): CommandSuggestion[] {
  const words = commands.flatMap((command) => command.autocompleteData ?? []);
  return suggest(words, '', input.replace(/^\//, ''), role);
}

function suggest(
  words: readonly AutocompleteData[],
  parsed: string,
  rest: string,
  role: CommandRole,
): CommandSuggestion[] {
  const allowed = words.filter((word) => role === 'system_admin' || word.roleID === role);
  const space = rest.indexOf(' ');
  if (space === -1) {
    return allowed
      .filter((word) => word.trigger.startsWith(rest.toLowerCase()))
      .map((word) => ({
        Complete: parsed + word.trigger,
        Suggestion: word.trigger,
        Hint: word.hint,
        Description: word.helpText,
      }));
  }
  const typed = parsed + rest.slice(0, space + 1);
  const left = rest.slice(space + 1);
  return allowed
    .filter((word) => word.trigger === rest.slice(0, space).toLowerCase())
    .flatMap((word) => {
      const [argument] = word.arguments;
      if (argument === undefined) return suggest(word.subCommands, typed, left, role);
      return left.includes(' ') ? [] : suggestArgument(argument, typed + left);
    });
}

/** The hint of a text; lists, which no plugin here has, are not told. */
function suggestArgument({ data, helpText }: AutocompleteArg, typed: string): CommandSuggestion[] {
  if (data?.type !== '*model.AutocompleteTextArg') return [];
  return [{ Complete: typed, Suggestion: '', Hint: data.value.hint, Description: helpText }];
}
