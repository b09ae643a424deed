/** The answer to a slash command. Source: model.CommandResponse. */
import { any, bool, map, slice, string, struct } from '../../wire/gob/index.ts';
import type { GobValue, Schema, SliceSchema } from '../../wire/gob/index.ts';
import { MessageAttachment } from './message_attachment.ts';
import type { MessageAttachmentInput } from './message_attachment.ts';

/** The answer to a slash command. */
export interface CommandResponse {
  /** `ephemeral` (the default: seen by the sender only) or `in_channel`. */
  responseType: string;
  text: string;
  username: string;
  channelId: string;
  iconURL: string;
  type: string;
  props: Map<string, GobValue>;
  gotoLocation: string;
  triggerId: string;
  skipSlackParsing: boolean;
  attachments: MessageAttachment[];
  extraResponses: CommandResponse[];
}

/** What encodes as `CommandResponse`; absent fields are Go's zero value. */
export interface CommandResponseInput {
  readonly responseType?: string | undefined;
  readonly text?: string | undefined;
  readonly username?: string | undefined;
  readonly channelId?: string | undefined;
  readonly iconURL?: string | undefined;
  readonly type?: string | undefined;
  readonly props?: ReadonlyMap<string, GobValue | undefined> | undefined;
  readonly gotoLocation?: string | undefined;
  readonly triggerId?: string | undefined;
  readonly skipSlackParsing?: boolean | undefined;
  readonly attachments?: readonly MessageAttachmentInput[] | undefined;
  readonly extraResponses?: readonly CommandResponseInput[] | undefined;
}

/** The schema of `CommandResponse`. Annotated because it refers to itself. */
export const CommandResponse: Schema<CommandResponse, CommandResponseInput> = struct(
  'CommandResponse',
  {
    responseType: string,
    text: string,
    username: string,
    channelId: string,
    iconURL: string,
    type: string,
    props: map(string, any),
    gotoLocation: string,
    triggerId: string,
    skipSlackParsing: bool,
    attachments: slice(MessageAttachment),
    get extraResponses(): SliceSchema<typeof CommandResponse> {
      return slice(CommandResponse);
    },
  },
);
