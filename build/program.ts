/** Runs the programs the build leans on, and says which Debian package holds a missing one. */
import { execFile } from 'node:child_process';

import { BuildError, systemCode } from './errors.ts';

/** Debian packages by the program they hold. */
const debianPackages: Readonly<Record<string, string>> = {
  'aarch64-linux-gnu-strip': 'binutils-aarch64-linux-gnu',
  'dpkg-query': 'dpkg',
  git: 'git',
  patchelf: 'patchelf',
  strip: 'binutils',
  'x86_64-linux-gnu-strip': 'binutils-x86-64-linux-gnu',
};

/** How much a program may print, in bytes, before the build gives up on it. */
const maxOutput = 8 * 1024 * 1024;

/**
 * Runs `program` to its end and returns what it printed to standard output.
 *
 * @throws {BuildError} `program_missing`, naming the Debian package; `program_failed`, with what it printed.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...options, maxBuffer: maxOutput }, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
        return;
      }
      reject(
        systemCode(error) === 'ENOENT' ? missing(program, error) : failed(program, stderr, error),
      );
    });
  });
}

function missing(program: string, cause: Error): BuildError {
  const debianPackage = debianPackages[program];
  const remedy =
    debianPackage === undefined ? '' : ` Install it with: apt-get install ${debianPackage}`;
  return new BuildError(
    'program_missing',
    `The build needs the program ${program}, which is not installed.${remedy}`,
    { cause },
  );
}

function failed(program: string, printed: string, cause: Error): BuildError {
  const detail = printed.trim() === '' ? cause.message : printed.trim();
  return new BuildError('program_failed', `${program} failed: ${detail}`, { cause });
}
