import type { Timing } from './Contender.ts';

/** Starts a clock of the wall and one of this process's threads; reads both when called. */
export function stopwatch(): () => Omit<Timing, 'samples'> {
  const [start, cpuStart] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpuStart);
    return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
}
