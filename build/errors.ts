/** The error family of the build. Its messages are read by whoever runs the build, so each says what to do. */

/** What can go wrong while building or talking to a server. */
export type BuildErrorCode =
  | 'manifest_invalid'
  | 'platform_unsupported'
  | 'program_missing'
  | 'program_failed'
  | 'library_missing'
  | 'package_missing'
  | 'bundle_missing'
  | 'source_invalid'
  | 'usage'
  | 'server_refused';

/** Thrown by every step of the build and by `pluginctl`. */
export class BuildError extends Error {
  /** Stable name of what went wrong. */
  readonly code: BuildErrorCode;

  constructor(code: BuildErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BuildError';
    this.code = code;
  }
}

/** The code of a failed system call (`ENOENT` and the like), if `thrown` is one. */
export function systemCode(thrown: unknown): string | undefined {
  if (!Error.isError(thrown) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** An error and its causes in one line: `outer: inner: innermost`. */
export function describeCauses(thrown: unknown): string {
  if (!Error.isError(thrown)) return String(thrown);
  const cause = thrown.cause === undefined ? '' : `: ${describeCauses(thrown.cause)}`;
  return `${thrown.message}${cause}`;
}
