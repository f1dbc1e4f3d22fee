/** Tells a living process from a dead one whose id was given to another. */
import { readFileSync } from 'node:fs';

/** True also for a process of another user, which cannot be signalled. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Boot and clock ticks at the process's start, where /proc says so; null elsewhere and for a
 * process that has ended but is not yet reaped.
 */
export function processStartTime(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, second, stands in parentheses and may hold blanks: count from its end. Start time
    // is field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    return state === 'Z' || ticks === undefined ? null : `${boot}:${ticks}`;
  } catch {
    return null;
  }
}
