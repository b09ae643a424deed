/** How a Go `error` crosses the wire. Source: plugin.ErrorString and the types Mattermost registers with gob. */
import { int, interfaceOf, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';
import { AppError } from './app_error.ts';

/** The text of a Go error that has no registered type of its own. */
export const ErrorString = struct('ErrorString', {
  /** 1 for io.EOF, 2 for sql.ErrNoRows, others for the SQL driver; 0 otherwise. */
  code: int,
  err: string,
});
/** A decoded `ErrorString`. */
export type ErrorString = Infer<typeof ErrorString>;

/**
 * A Go value of type `error`. Only these two are ever encoded: any other name would have to be registered at
 * the receiver, and a reply that Go cannot decode ends the connection.
 */
export const GoError = interfaceOf({
  '*plugin.ErrorString': ErrorString,
  '*model.AppError': AppError,
});
/** A decoded Go error; undefined for nil. */
export type GoError = Infer<typeof GoError>;
/** What encodes as a Go error; undefined for nil. */
export type GoErrorInput = Input<typeof GoError>;
