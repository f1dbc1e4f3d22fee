import { expect, test } from 'vitest';
import type { DeviceProblem } from '../../core/contract/DeviceProblem.ts';
import { describeDeviceProblem } from './describeDeviceProblem.ts';
import { describeEarlier, describeExecutor } from './describeExecutor.ts';

const cpu = { name: 'onnx', threads: 1, detail: 'ONNX Runtime 1.30.0, CPU' } as const;
const gpu = { name: 'gpujs', detail: 'GPU.js 2.24.1, WebGPU, Acme' } as const;

test('an executor is told with why it is not the GPU', () => {
  const insteadOfGpu = { code: 'software-only', adapter: 'SwiftShader' } as const;
  expect(describeExecutor(null)).toBe('–');
  expect(describeExecutor(cpu)).toBe('ONNX Runtime 1.30.0, CPU');
  expect(describeExecutor({ ...cpu, insteadOfGpu })).toBe(
    'ONNX Runtime 1.30.0, CPU, because no GPU can be used: WebGPU finds only a software adapter (SwiftShader)',
  );
});

test('of a GPU that is reached by another way than the first, every one before it is told', () => {
  const passedOver = {
    insteadOfWebGpu: { code: 'no-adapter' },
    insteadOfDawn: { code: 'no-adapter', backend: 'dawn' },
  } as const;
  expect(describeExecutor({ ...gpu, threads: 1, ...passedOver })).toBe(
    `${gpu.detail}, because WebGPU finds no adapter; Dawn finds no adapter`,
  );
  const insteadOfGpu = passedOver.insteadOfWebGpu;
  expect(describeExecutor({ ...cpu, insteadOfGpu, ...passedOver })).toBe(
    `${cpu.detail}, because no GPU can be used: WebGPU finds no adapter; Dawn finds no adapter`,
  );
});

test('a measured one with both speeds, their ratio and what measuring took', () => {
  const timings = [
    { ...gpu, iterationsPerSecond: 1200 },
    { name: cpu.name, detail: cpu.detail, iterationsPerSecond: 300 },
  ];
  const measurement = { key: '0'.repeat(64), seconds: 1.24, isRemembered: false };
  const speeds = 'GPU.js 2.24.1, WebGPU, Acme: 1,200; ONNX Runtime 1.30.0, CPU: 300';
  const measured = { ...gpu, threads: 1, timings, measurement };
  expect(describeExecutor(measured)).toBe(
    `${gpu.detail} (iterations a second: ${speeds}; 4.0 times as fast; measured in 1.2 s)`,
  );
  const remembered = { ...measured, measurement: { ...measurement, isRemembered: true } };
  expect(describeExecutor(remembered)).toContain('; remembered from an equal run)');
});

test('one before it with where it was left', () => {
  const lost = { code: 'lost', detail: 'The GPU was lost.' } as const;
  expect(describeEarlier({ ...gpu, until: { epoch: 3, iteration: 1500 }, problem: lost })).toBe(
    'GPU.js 2.24.1, WebGPU, Acme failed: The GPU was lost. Iterations up to 1,500 (epoch 3) are its.',
  );
  expect(describeEarlier({ ...gpu, until: { epoch: 0, iteration: 0 }, problem: null })).toBe(
    'GPU.js 2.24.1, WebGPU, Acme was interrupted. Nothing of it is kept.',
  );
});

test.each<[DeviceProblem, string]>([
  [{ code: 'not-offered' }, 'this system offers no WebGPU'],
  [{ code: 'no-adapter' }, 'WebGPU finds no adapter'],
  [{ code: 'no-adapter', backend: 'dawn' }, 'Dawn finds no adapter'],
  [
    { code: 'too-large', tensor: '"0.weight"', bytes: 4000, limit: 1000 },
    '"0.weight" needs 4,000 bytes, and this GPU holds 1,000 in one piece',
  ],
  [
    { code: 'dataset-too-large', bytes: 2000, limit: 1000 },
    'the dataset has 2,000 bytes, and at most 1,000 are handed over',
  ],
  [{ code: 'refused', detail: 'Out of memory.' }, 'Out of memory'],
  [
    { code: 'ended', detail: 'signal SIGSEGV' },
    'the work on the GPU ended unexpectedly (signal SIGSEGV)',
  ],
])('%o in words', (problem, words) => {
  expect(describeDeviceProblem(problem)).toBe(words);
});
