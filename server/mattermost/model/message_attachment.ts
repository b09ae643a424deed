/** A structured block under a message, and its buttons. Source: model.MessageAttachment, formerly SlackAttachment. */
import {
  any,
  bool,
  int,
  map,
  named,
  optional,
  slice,
  string,
  struct,
} from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** One choice of a menu. */
export const PostActionOptions = struct('PostActionOptions', {
  text: string,
  value: string,
});
/** A decoded `PostActionOptions`. */
export type PostActionOptions = Infer<typeof PostActionOptions>;
/** What encodes as `PostActionOptions`; absent fields are Go's zero value. */
export type PostActionOptionsInput = Input<typeof PostActionOptions>;

/** Where a press of a button or a choice is posted to. */
export const PostActionIntegration = struct('PostActionIntegration', {
  /** For a plugin: `/plugins/<id>/...`. */
  url: named('URL', string),
  context: map(string, any),
});
/** A decoded `PostActionIntegration`. */
export type PostActionIntegration = Infer<typeof PostActionIntegration>;
/** What encodes as `PostActionIntegration`; absent fields are Go's zero value. */
export type PostActionIntegrationInput = Input<typeof PostActionIntegration>;

/** A button or a menu. */
export const PostAction = struct('PostAction', {
  /** Letters and digits only; the server makes one up when it is empty. */
  id: string,
  /** `button` or `select`. */
  type: string,
  name: string,
  tooltip: string,
  disabled: bool,
  style: string,
  dataSource: string,
  options: slice(PostActionOptions),
  defaultOption: string,
  integration: optional(PostActionIntegration),
  cookie: string,
});
/** A decoded `PostAction`. */
export type PostAction = Infer<typeof PostAction>;
/** What encodes as `PostAction`; absent fields are Go's zero value. */
export type PostActionInput = Input<typeof PostAction>;

/** One cell of an attachment's table. */
export const MessageAttachmentField = struct('MessageAttachmentField', {
  title: string,
  value: any,
  short: bool,
});
/** A decoded `MessageAttachmentField`. */
export type MessageAttachmentField = Infer<typeof MessageAttachmentField>;
/** What encodes as `MessageAttachmentField`; absent fields are Go's zero value. */
export type MessageAttachmentFieldInput = Input<typeof MessageAttachmentField>;

/** An attachment. In `Post.props` it may as well be a plain object with the JSON names. */
export const MessageAttachment = struct('MessageAttachment', {
  id: int,
  fallback: string,
  color: string,
  pretext: string,
  authorName: string,
  authorLink: string,
  authorIcon: string,
  title: string,
  titleLink: string,
  text: string,
  fields: slice(MessageAttachmentField),
  imageURL: string,
  thumbURL: string,
  footer: string,
  footerIcon: string,
  timestamp: any,
  actions: slice(PostAction),
});
/** A decoded `MessageAttachment`. */
export type MessageAttachment = Infer<typeof MessageAttachment>;
/** What encodes as `MessageAttachment`; absent fields are Go's zero value. */
export type MessageAttachmentInput = Input<typeof MessageAttachment>;
