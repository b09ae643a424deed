/** Moves the clock of real processes, by Debian's libfaketime. The offset can change while they run. */
import { existsSync, mkdtempSync, rmSync, writeFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Debian's package puts the library on the machines this runs on. The variant for many threads: in the other, a
 * thread that reads the offset lets the others see a time without it, and Node ends itself when time goes back.
 */
const libraries = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
];

/** The library's path, if it is installed. */
export function fakeTimeLibrary(): string | undefined {
  return libraries.find((path) => existsSync(path));
}

/** Says in one line why clocks of processes cannot be moved here; undefined when they can. */
export function fakeTimeMissing(): string | undefined {
  return fakeTimeLibrary() === undefined
    ? 'libfaketime is not installed (Debian: apt-get install faketime): clocks of processes stay as they are'
    : undefined;
}

/**
 * The wall clock of the processes that are started with its environment. A timer that is due after a shift fires
 * when its process is woken the next time, by a ping for example.
 */
export class FakeTime {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fake_time_'));
  readonly #file = join(this.#folder, 'offset');

  readonly #monotonic: boolean;

  /** `monotonic`: whether the clock that measures spans moves as well, and timers with it. */
  constructor(options: { monotonic: boolean }) {
    this.#monotonic = options.monotonic;
    this.shiftTo(0);
  }

  /** What to start a process with. Empty where the library is missing. */
  get env(): Readonly<Record<string, string>> {
    const library = fakeTimeLibrary();
    if (library === undefined) return {};
    return {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: this.#file,
      FAKETIME_NO_CACHE: '1',
      ...(this.#monotonic ? {} : { DONT_FAKE_MONOTONIC: '1' }),
    };
  }

  /** Sets how far the processes' clocks are ahead, in milliseconds; negative is behind. At once, for all. */
  shiftTo(ms: number): void {
    const next = `${this.#file}.next`;
    writeFileSync(next, `${ms < 0 ? '-' : '+'}${String(Math.abs(ms) / 1000)}\n`);
    renameSync(next, this.#file);
  }

  /** Removes the file; processes that still run keep their last offset or lose it. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
