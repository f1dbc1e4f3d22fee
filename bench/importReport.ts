/** Import rates as a Markdown table. */
import type { ImportRate } from './importRates.ts';

export function importReport(rates: readonly ImportRate[]): string {
  const rows = rates.map(({ what, megabytes, samples, seconds, cpuSeconds, megabytesOverIdle }) => [
    what,
    megabytes.toFixed(0),
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    (megabytes / seconds).toFixed(1),
    Math.round(samples / seconds).toLocaleString('en-US'),
    megabytesOverIdle.toFixed(0),
  ]);
  const header = ['import', 'MB', 's', 's of CPU', 'MB/s', 'samples/s', 'MB over idle'];
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
