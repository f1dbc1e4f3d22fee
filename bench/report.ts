/** Comparisons as a Markdown table, which reads well in a terminal too. */
import { cpus, loadavg } from 'node:os';
import type { Comparison } from './compare.ts';
import { markdownTable } from './markdownTable.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function reportOf(comparisons: readonly Comparison[], settings: string): string {
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machine()}. ${settings}`,
    '',
    ...versions(comparisons),
    '',
    ...table(comparisons),
    ...skippedLines(comparisons),
  ].join('\n');
}

export function machine(): string {
  const cores = cpus();
  const { platform, arch, version } = process;
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${cores.length} cores, load ${loadavg()[0]?.toFixed(1)}, ${platform} ${arch}, Node ${version}`;
}

function versions(comparisons: readonly Comparison[]): string[] {
  const details = new Map<string, string>();
  for (const { scores } of comparisons) {
    for (const { contender, detail } of scores) details.set(contender, detail);
  }
  return [...details].map(([contender, detail]) => `- ${contender}: ${detail}`);
}

function table(comparisons: readonly Comparison[]): string[] {
  const rows = comparisons.flatMap(({ workload, scores }) =>
    scores.map((score, index) => [
      index === 0 ? workload : '',
      score.contender,
      whole.format(score.samplesPerSecond),
      index === 0 ? '' : `${score.ratio.toFixed(2)} ×`,
      score.cpuMicrosecondsPerSample.toPrecision(3),
      index === 0 ? '' : `${score.cpuRatio.toFixed(2)} ×`,
    ]),
  );
  const header = ['workload', 'trained by', 'samples/s', 'Descent is', 'CPU µs/sample', 'by CPU'];
  return markdownTable(header, rows, 2);
}

/** By contender and reason, with the workloads that it holds for. */
function skippedLines(comparisons: readonly Comparison[]): string[] {
  const workloads = new Map<string, string[]>();
  for (const { workload, skipped } of comparisons) {
    for (const { contender, reason } of skipped) {
      const key = `${contender} (${reason})`;
      workloads.set(key, [...(workloads.get(key) ?? []), workload]);
    }
  }
  const lines = [...workloads].map(([key, names]) => {
    const where = names.length === comparisons.length ? 'all workloads' : names.join('; ');
    return `- Skipped: ${key}: ${where}`;
  });
  return lines.length === 0 ? [] : ['', ...lines];
}
