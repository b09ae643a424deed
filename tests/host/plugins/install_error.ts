/** Why a bundle cannot be installed. */
import { CodedError } from '../../../server/errors.ts';

/**
 * Thrown when:
 * - `extract`: the file is no gzipped tar, or a name in it leads outside.
 * - `manifest`: there is no manifest, or the server would not take it.
 * - `executable`: the manifest names no executable for this machine, or one that is not there.
 */
export type InstallErrorCode = 'extract' | 'manifest' | 'executable';

/** A bundle that the server refuses. */
export class InstallError extends CodedError<InstallErrorCode> {}
