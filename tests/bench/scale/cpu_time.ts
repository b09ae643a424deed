/** How long processes have computed. */
import { readFile } from 'node:fs/promises';

/** The kernel's unit of a process's times, in milliseconds: 100 a second on every platform that the bench runs on. */
const tickMs = 10;

/** Milliseconds of processor time that a process has used, in user code and in the kernel. */
export async function cpuMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything; after it `state` is field 3, utime field 14, stime field 15.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
