/** `descent devices`: what can be trained on here; with `--self-test`, whether it computes rightly. */
import type { DeviceReport, FoundBackend } from '../../../core/contract/DeviceReport.ts';
import { gpuBackendNames } from '../../../core/contract/gpuBackendNames.ts';
import type { SelfTestReport, SelfTestResult } from '../../../core/contract/SelfTestReport.ts';
import { type CommandContext, withStudio } from '../CommandContext.ts';
import { describeDeviceProblem } from '../describeDeviceProblem.ts';
import { formatBytes, formatCount, formatShort, formatTable } from '../format.ts';
import type { Terminal } from '../Terminal.ts';

export interface DevicesOptions {
  readonly selfTest?: boolean;
}

/** Returns whether every executor that computed agrees; true without a self-test. */
export async function devicesCommand(
  context: CommandContext,
  { selfTest = false }: DevicesOptions,
): Promise<boolean> {
  const { terminal, json } = context;
  return withStudio(context, async ({ request, service }) => {
    const report = await request('devices.get', {});
    if (!json) showDevices(terminal, report);
    const end = service.onEvent((event) => {
      if (event.event === 'selfTest.progress' && terminal.isScreen && !json) {
        terminal.status(`Testing ${event.executor} ...`);
      }
    });
    const tested = selfTest ? await request('devices.selfTest', {}) : null;
    end();
    if (json) terminal.json({ ...report, ...(tested && { selfTest: tested }) });
    else if (tested) {
      terminal.clearStatus();
      showSelfTest(terminal, tested);
    }
    return tested?.results.every((result) => isSound(result, tested)) ?? true;
  });
}

function showDevices(terminal: Terminal, { cpu, gpu }: DeviceReport): void {
  const runtime =
    cpu.runtime ??
    `cannot be used: ${cpu.problem ? describeDeviceProblem(cpu.problem) : 'unknown'}`;
  const rows = [
    ['CPU', cpu.model],
    ['', `${formatCount(cpu.cores)} logical cores, ${formatCount(cpu.threads)} for a training`],
    ['', runtime],
    ...gpu.flatMap(backendRows),
    ...(gpu.length === 0 ? [['GPU', 'is not looked for here']] : []),
  ];
  for (const line of formatTable(rows)) terminal.line(line);
}

function backendRows({ backend, adapter, problem }: FoundBackend): string[][] {
  const name = `GPU, ${gpuBackendNames[backend]}`;
  if (!adapter) return [[name, problem ? describeDeviceProblem(problem) : '–']];
  const { vendor, architecture, description, isSoftware, limits } = adapter;
  const words = [description, vendor, architecture, isSoftware ? 'software' : ''];
  const rows = [[name, words.filter(Boolean).join(', ') || 'unnamed']];
  if (limits) {
    const { maxBufferSize, maxStorageBufferBindingSize } = limits;
    const largest = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    rows.push([
      '',
      `${formatBytes(largest)} in one piece, ` +
        `${formatCount(limits.maxStorageBuffersPerShaderStage)} arrays a kernel, ` +
        `${formatCount(limits.maxComputeInvocationsPerWorkgroup)} threads a group`,
    ]);
  }
  if (problem) rows.push(['', `is not used: ${describeDeviceProblem(problem)}`]);
  return rows;
}

function showSelfTest(terminal: Terminal, report: SelfTestReport): void {
  const { steps, bar, results } = report;
  terminal.line();
  terminal.line(
    `${steps} training steps of a small network, against float64; at most ${formatShort(bar)} apart:`,
  );
  const rows = results.map((result) => {
    const { executor, largestDifference, stepsPerSecond, problem } = result;
    if (problem) return [executor, '–', '–', `not tested: ${describeDeviceProblem(problem)}`];
    return [
      executor,
      formatShort(largestDifference ?? Number.NaN),
      stepsPerSecond === null ? '–' : formatCount(stepsPerSecond),
      isSound(result, report) ? 'agrees' : 'DIFFERS',
    ];
  });
  const header = ['executor', 'largest difference', 'steps/s', ''];
  for (const line of formatTable([header, ...rows])) terminal.line(line);
}

/** A device that is not there is no fault of it. */
function isSound({ largestDifference, problem }: SelfTestResult, { bar }: SelfTestReport): boolean {
  if (problem) return ['not-offered', 'no-adapter', 'software-only'].includes(problem.code);
  return largestDifference !== null && largestDifference <= bar;
}
