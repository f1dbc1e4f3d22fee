import { expect, test } from 'vitest';
import type { RunRecord } from '../../core/contract/RunRecord.ts';
import { jsonReporter } from './reporters/jsonReporter.ts';
import { textReporter } from './reporters/textReporter.ts';
import type { Terminal } from './Terminal.ts';
import { descent, jsonLines } from './testing/descent.ts';

test('devices are listed, and every executor that computes agrees with float64', async () => {
  const outcome = await descent(['devices', '--self-test', '--json']);
  expect(outcome.code).toBe(0);
  const [report] = jsonLines(outcome);
  expect(report).toMatchObject({
    cpu: { runtime: expect.stringContaining('ONNX Runtime'), threads: 1 },
    gpu: [{ backend: 'dawn' }],
    selfTest: { steps: 10, bar: 1e-4 },
  });
  const { results } = (report as { selfTest: { results: Record<string, unknown>[] } }).selfTest;
  const names = results.map(({ executor }) => executor);
  expect(names).toEqual(['reference', 'onnx', 'gpujs']);
  for (const { largestDifference, problem } of results) {
    if (problem === null) expect(largestDifference).toBeLessThan(1e-4);
  }
});

/** What a reporter says to it. */
function listening() {
  const said: string[] = [];
  const terminal: Terminal = {
    line: (text = '') => void said.push(text),
    json: (value) => void said.push(JSON.stringify(value)),
    error: () => undefined,
    status: () => undefined,
    clearStatus: () => undefined,
    ask: async () => '',
    canAsk: false,
    isScreen: false,
    columns: 80,
  };
  return { said, terminal };
}

const problem = { code: 'lost', detail: 'The GPU was lost.' } as const;
const earlier = [
  { name: 'gpujs', detail: 'GPU.js', until: { epoch: 2, iteration: 10 }, problem } as const,
];
const run = {
  executor: { name: 'onnx', threads: 1, detail: 'ONNX Runtime', insteadOfGpu: problem, earlier },
} as unknown as RunRecord;

test('a person reads that the GPU failed, what is its, and what goes on', () => {
  const { said, terminal } = listening();
  const reporter = textReporter(terminal, '/home');
  reporter.measuring();
  reporter.executorChanged(run);
  expect(said).toEqual([
    'Measuring CPU and GPU ...',
    'GPU.js failed: The GPU was lost. Iterations up to 10 (epoch 2) are its.',
    'Training goes on: ONNX Runtime, because no GPU can be used: The GPU was lost',
  ]);
});

test('on a screen a person sees the GPU being prepared, in a pipe nobody does', () => {
  const { said, terminal } = listening();
  const shown: string[] = [];
  const screen = { ...terminal, isScreen: true, status: (text: string) => void shown.push(text) };
  for (const reporter of [textReporter(screen, '/home'), textReporter(terminal, '/home')]) {
    reporter.preparing(undefined);
    reporter.preparing({ compiled: 12, all: 1040 });
  }
  expect(shown).toEqual(['Opening the GPU ...', 'Compiling kernels: 12 of 1,040']);
  expect(said).toEqual([]);
});

test('a program gets the same as events', () => {
  const { said, terminal } = listening();
  const reporter = jsonReporter(terminal);
  reporter.measuring();
  reporter.executorChanged(run);
  expect(said.map((line) => JSON.parse(line) as unknown)).toEqual([
    { event: 'measuring-devices' },
    { event: 'executor', executor: 'onnx', earlier },
  ]);
});
