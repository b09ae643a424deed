/** The error that most of the server's API returns. Source: model.AppError. */
import { bool, int, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** An error with an HTTP status. */
export const AppError = struct('AppError', {
  /** For example `app.post.get.app_error`. */
  id: string,
  /** For people, perhaps translated. */
  message: string,
  /** For logs. */
  detailedError: string,
  requestId: string,
  statusCode: int,
  /** The Go function. */
  where: string,
  skipTranslation: bool,
});
/** A decoded `AppError`. */
export type AppError = Infer<typeof AppError>;
/** What encodes as `AppError`; absent fields are Go's zero value. */
export type AppErrorInput = Input<typeof AppError>;
