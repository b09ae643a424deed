/** Schemathesis, a Python program that makes requests up from an OpenAPI document: installed once, and run. */
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const requirements = join(import.meta.dirname, 'requirements.txt');
const pins = readFileSync(requirements);

/** Named after what is in it, so that other versions get a folder of their own. */
const folder = join(
  import.meta.dirname,
  '../../node_modules/.cache',
  `schemathesis-${createHash('sha256').update(pins).digest('hex').slice(0, 12)}`,
);

/** Written when all is installed: a folder without it is half done. */
const done = join(folder, 'done');

/** How long installing may take, in milliseconds. */
const installMs = 5 * 60_000;

/** Room for what a run prints, in bytes. */
const maxOutputBytes = 64 * 1024 * 1024;

/** What came of a run. */
export interface FuzzResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Installs it where it is not there yet. Answers why that cannot be; undefined when it is there. */
export function schemathesisMissing(): string | undefined {
  if (existsSync(done)) return undefined;
  const python = spawnSync('python3', ['-c', 'import venv, ensurepip']);
  if (python.status !== 0) return 'skipped: there is no python3 with venv and pip';
  rmSync(folder, { recursive: true, force: true });
  const made = spawnSync('python3', ['-m', 'venv', folder], { timeout: installMs });
  if (made.status !== 0) return 'skipped: python3 cannot make a virtual environment';
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const installed = spawnSync(join(folder, 'bin/python3'), [...pip, '-r', requirements], {
    timeout: installMs,
  });
  if (installed.status !== 0) return 'skipped: pip cannot install schemathesis';
  writeFileSync(done, '');
  return undefined;
}

/** Runs it with these arguments. */
export function runSchemathesis(args: readonly string[], timeoutMs: number): Promise<FuzzResult> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, maxBuffer: maxOutputBytes, cwd: folder };
    execFile(join(folder, 'bin/st'), args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode: code, output: stdout + stderr });
    });
  });
}
