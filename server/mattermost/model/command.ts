/** A slash command as a plugin registers it. Source: model.Command. */
import { bool, int, named, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';
import { AutocompleteData } from './autocomplete_data.ts';

/** A slash command. The server keeps only trigger, team, names, texts and autocomplete of a plugin's. */
export const Command = struct('Command', {
  id: string,
  token: string,
  createAt: int,
  updateAt: int,
  deleteAt: int,
  creatorId: string,
  /** Empty: in every team. */
  teamId: string,
  /** Lower case, without the slash. */
  trigger: string,
  method: string,
  username: string,
  iconURL: string,
  autoComplete: bool,
  autoCompleteDesc: string,
  autoCompleteHint: string,
  displayName: string,
  description: string,
  url: named('URL', string),
  pluginId: string,
  autocompleteData: optional(AutocompleteData),
  /** A `data:` address of an SVG. */
  autocompleteIconData: string,
});
/** A decoded `Command`. */
export type Command = Infer<typeof Command>;
/** What encodes as `Command`; absent fields are Go's zero value. */
export type CommandInput = Input<typeof Command>;
