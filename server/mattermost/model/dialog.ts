/** An interactive dialog. Source: model.OpenDialogRequest, model.Dialog and model.DialogElement. */
import { bool, int, named, optional, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';
import { PostActionOptions } from './message_attachment.ts';

/** How a date and time element behaves. */
export const DialogDateTimeConfig = struct('DialogDateTimeConfig', {
  timeInterval: int,
  locationTimezone: string,
  allowManualTimeEntry: bool,
  manualTimeEntry: bool,
  minDate: string,
  maxDate: string,
});
/** A decoded `DialogDateTimeConfig`. */
export type DialogDateTimeConfig = Infer<typeof DialogDateTimeConfig>;
/** What encodes as `DialogDateTimeConfig`; absent fields are Go's zero value. */
export type DialogDateTimeConfigInput = Input<typeof DialogDateTimeConfig>;

/** One input of a dialog. */
export const DialogElement = struct('DialogElement', {
  displayName: string,
  name: string,
  /** `text`, `textarea`, `select`, `bool`, `radio`, `date` or `datetime`. */
  type: string,
  subType: string,
  default: string,
  placeholder: string,
  helpText: string,
  optional: bool,
  minLength: int,
  maxLength: int,
  dataSource: string,
  dataSourceURL: string,
  options: slice(PostActionOptions),
  multiSelect: bool,
  refresh: bool,
  dateTimeConfig: optional(DialogDateTimeConfig),
  minDate: string,
  maxDate: string,
  timeInterval: int,
});
/** A decoded `DialogElement`. */
export type DialogElement = Infer<typeof DialogElement>;
/** What encodes as `DialogElement`; absent fields are Go's zero value. */
export type DialogElementInput = Input<typeof DialogElement>;

/** A dialog's content. */
export const Dialog = struct('Dialog', {
  callbackId: string,
  title: string,
  introductionText: string,
  iconURL: string,
  elements: slice(DialogElement),
  submitLabel: string,
  notifyOnCancel: bool,
  /** Handed back on submission. */
  state: string,
  sourceURL: string,
});
/** A decoded `Dialog`. */
export type Dialog = Infer<typeof Dialog>;
/** What encodes as `Dialog`; absent fields are Go's zero value. */
export type DialogInput = Input<typeof Dialog>;

/** A dialog to open, and where its submission goes. */
export const OpenDialogRequest = struct('OpenDialogRequest', {
  /** From the command or action that led here; valid for seconds. */
  triggerId: string,
  url: named('URL', string),
  dialog: Dialog,
});
/** A decoded `OpenDialogRequest`. */
export type OpenDialogRequest = Infer<typeof OpenDialogRequest>;
/** What encodes as `OpenDialogRequest`; absent fields are Go's zero value. */
export type OpenDialogRequestInput = Input<typeof OpenDialogRequest>;
