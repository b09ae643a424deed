/** What the message box suggests while a command is typed. Source: model.AutocompleteData. */
import { bool, interfaceOf, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input, Schema, SliceSchema } from '../../wire/gob/index.ts';

/** Free text. */
export const AutocompleteTextArg = struct('AutocompleteTextArg', {
  hint: string,
  pattern: string,
});
/** A decoded `AutocompleteTextArg`. */
export type AutocompleteTextArg = Infer<typeof AutocompleteTextArg>;
/** What encodes as `AutocompleteTextArg`; absent fields are Go's zero value. */
export type AutocompleteTextArgInput = Input<typeof AutocompleteTextArg>;

/** One value of a fixed list. */
export const AutocompleteListItem = struct('AutocompleteListItem', {
  item: string,
  hint: string,
  helpText: string,
});
/** A decoded `AutocompleteListItem`. */
export type AutocompleteListItem = Infer<typeof AutocompleteListItem>;
/** What encodes as `AutocompleteListItem`; absent fields are Go's zero value. */
export type AutocompleteListItemInput = Input<typeof AutocompleteListItem>;

/** A fixed list of values. */
export const AutocompleteStaticListArg = struct('AutocompleteStaticListArg', {
  possibleArguments: slice(AutocompleteListItem),
});
/** A decoded `AutocompleteStaticListArg`. */
export type AutocompleteStaticListArg = Infer<typeof AutocompleteStaticListArg>;
/** What encodes as `AutocompleteStaticListArg`; absent fields are Go's zero value. */
export type AutocompleteStaticListArgInput = Input<typeof AutocompleteStaticListArg>;

/** A list fetched from the plugin. */
export const AutocompleteDynamicListArg = struct('AutocompleteDynamicListArg', {
  /** A path below the plugin's own address, beginning with a slash; or an absolute address. */
  fetchURL: string,
});
/** A decoded `AutocompleteDynamicListArg`. */
export type AutocompleteDynamicListArg = Infer<typeof AutocompleteDynamicListArg>;
/** What encodes as `AutocompleteDynamicListArg`; absent fields are Go's zero value. */
export type AutocompleteDynamicListArgInput = Input<typeof AutocompleteDynamicListArg>;

/** An argument. `data` must be the struct that `type` announces; a positional text argument must be required. */
export const AutocompleteArg = struct('AutocompleteArg', {
  /** Empty for a positional argument. */
  name: string,
  helpText: string,
  /** `TextInput`, `StaticList` or `DynamicList`. */
  type: string,
  required: bool,
  data: interfaceOf({
    '*model.AutocompleteTextArg': AutocompleteTextArg,
    '*model.AutocompleteStaticListArg': AutocompleteStaticListArg,
    '*model.AutocompleteDynamicListArg': AutocompleteDynamicListArg,
  }),
});
/** A decoded `AutocompleteArg`. */
export type AutocompleteArg = Infer<typeof AutocompleteArg>;
/** What encodes as `AutocompleteArg`; absent fields are Go's zero value. */
export type AutocompleteArgInput = Input<typeof AutocompleteArg>;

/** A command or sub-command. It has arguments or sub-commands, never both. */
export interface AutocompleteData {
  /** Lower case. */
  trigger: string;
  hint: string;
  helpText: string;
  /** `system_user` for everyone, or `system_admin`; empty is suggested to administrators alone. */
  roleID: string;
  arguments: AutocompleteArg[];
  subCommands: AutocompleteData[];
}

/** What encodes as `AutocompleteData`; absent fields are Go's zero value. */
export interface AutocompleteDataInput {
  readonly trigger?: string | undefined;
  readonly hint?: string | undefined;
  readonly helpText?: string | undefined;
  readonly roleID?: string | undefined;
  readonly arguments?: readonly AutocompleteArgInput[] | undefined;
  readonly subCommands?: readonly AutocompleteDataInput[] | undefined;
}

/** The schema of `AutocompleteData`. Annotated because it refers to itself. */
export const AutocompleteData: Schema<AutocompleteData, AutocompleteDataInput> = struct(
  'AutocompleteData',
  {
    trigger: string,
    hint: string,
    helpText: string,
    roleID: string,
    arguments: slice(AutocompleteArg),
    get subCommands(): SliceSchema<typeof AutocompleteData> {
      return slice(AutocompleteData);
    },
  },
);
