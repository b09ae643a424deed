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

/** Asks a plugin for a list, by a path below the site. */
export type FetchList = (path: string, typed: string) => Promise<readonly ListItem[]>;

/** One value of a list, as plugins answer it. */
interface ListItem {
  readonly Item: string;
  readonly Hint: string;
  readonly HelpText: string;
}

/** The suggestions for an input, its slash included or not. */
export async function suggestionsFor(
  commands: readonly Command[],
  input: string,
  role: CommandRole,
  fetchList: FetchList,
): Promise<CommandSuggestion[]> {
  const lists = await Promise.all(
    commands.map(({ autocompleteData, pluginId }) => {
      const words = autocompleteData === undefined ? [] : [autocompleteData];
      return suggest(words, '', input.replace(/^\//, ''), {
        role,
        fetchList: (path, typed) => fetchList(`/plugins/${pluginId}${path}`, typed),
      });
    }),
  );
  return lists.flat();
}

interface Typing {
  readonly role: CommandRole;
  readonly fetchList: FetchList;
}

async function suggest(
  words: readonly AutocompleteData[],
  parsed: string,
  rest: string,
  typing: Typing,
): Promise<CommandSuggestion[]> {
  const { role } = typing;
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
  const word = allowed.find(({ trigger }) => trigger === rest.slice(0, space).toLowerCase());
  if (word === undefined) return [];
  const [argument] = word.arguments;
  if (argument === undefined) return await suggest(word.subCommands, typed, left, typing);
  return await suggestArgument(argument, typed, left, typing);
}

/** The hint of a text, or the values of a list that begin with what was typed; fixed lists no plugin here has. */
async function suggestArgument(
  { data, helpText }: AutocompleteArg,
  parsed: string,
  typed: string,
  { fetchList }: Typing,
): Promise<CommandSuggestion[]> {
  if (data?.type === '*model.AutocompleteDynamicListArg') {
    const items = await fetchList(data.value.fetchURL, typed);
    return items
      .filter(({ Item }) => Item.toLowerCase().startsWith(typed.toLowerCase()))
      .map(({ Item, Hint, HelpText }) => ({
        Complete: parsed + Item,
        Suggestion: Item,
        Hint,
        Description: HelpText,
      }));
  }
  if (data?.type !== '*model.AutocompleteTextArg' || typed.includes(' ')) return [];
  return [
    { Complete: parsed + typed, Suggestion: '', Hint: data.value.hint, Description: helpText },
  ];
}
