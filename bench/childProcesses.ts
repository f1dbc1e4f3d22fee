/** What Linux tells of the processes that this one started; nothing of the kind is portable. */
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second here, whatever the processor. */
const TICK_SECONDS = 0.01;

export function childPids(): number[] {
  return readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((pid) => pid.trim() !== '')
      .map(Number),
  );
}

/** Seconds of the processor: the first thread's, the busiest other one's, and those of the rest. */
export function threadSeconds(pid: number): {
  readonly main: number;
  readonly second: number;
  readonly rest: number;
} {
  const seconds = (thread: string) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    // Behind the name, which may hold blanks: state is field 3, user and system time 14 and 15.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return TICK_SECONDS * (Number(fields[11]) + Number(fields[12]));
  };
  const others = readdirSync(`/proc/${pid}/task`)
    .filter((thread) => Number(thread) !== pid)
    .map(seconds)
    .sort((a, b) => b - a);
  const [second = 0, ...rest] = others;
  return { main: seconds(`${pid}`), second, rest: rest.reduce((sum, value) => sum + value, 0) };
}

export function residentMegabytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
