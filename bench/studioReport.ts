/** What the whole studio keeps of the pure throughput, and its memory, as a Markdown table. */
import type { StudioScore } from './compareStudio.ts';
import { markdownTable } from './markdownTable.ts';

const HEADER = [
  'workload',
  'pure/s',
  'studio/s',
  'keeps',
  'by CPU',
  'pure µs',
  'executor µs',
  'feeder µs',
  'other µs',
  'service µs',
  'trainer MB',
];

export function studioReportOf(scores: readonly StudioScore[]): string {
  const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const percent = (share: number) => `${whole.format(100 * share)} %`;
  const rows = scores.map(({ workload, cpu, ...score }) => [
    workload,
    whole.format(score.pureSamplesPerSecond),
    whole.format(score.samplesPerSecond),
    percent(score.kept),
    percent(score.keptByCpu),
    ...[cpu.pure, cpu.executor, cpu.feeder, cpu.other, cpu.service].map((time) => time.toFixed(2)),
    whole.format(score.trainerMegabytes),
  ]);
  return markdownTable(HEADER, rows, 1).join('\n');
}
