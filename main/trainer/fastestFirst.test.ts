import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fastestFirst } from './fastestFirst.ts';

/**
 * Samples a second, of the GPU and of the CPU with all its threads: docs/benchmarks.md, an NVIDIA H200
 * beside an Intel Xeon of 16 cores; then SwiftShader beside two cores; then what is nearly a tie.
 */
const recorded: readonly (readonly [string, number, number])[] = [
  ['784-1024-1024-10, SGD, batch 512', 316_083, 44_602],
  ['784-1024-1024-10, Adam, batch 512', 246_388, 35_808],
  ['784-256-128-10, SGD, batch 128', 257_152, 156_749],
  ['784-256-128-10, BatchNorm, Dropout, Adam, batch 256', 202_828, 111_465],
  ['iris, software', 930, 5_799],
  ['digits-mlp, software', 77, 3_734],
  ['nearly a tie', 100_000, 96_000],
];

/** How far a measurement may be off. */
const SPREAD = 0.05;

test.each(recorded)('%s: never slower than the best by more than a tenth', (_, gpu, cpu) => {
  const off = fc.double({ min: 1 - SPREAD, max: 1 + SPREAD, noNaN: true });
  fc.assert(
    fc.property(off, off, fc.boolean(), (gpuOff, cpuOff, isGpuFirst) => {
      const tried = [
        { real: gpu, iterationsPerSecond: gpu * gpuOff },
        { real: cpu, iterationsPerSecond: cpu * cpuOff },
      ];
      const [chosen] = fastestFirst(isGpuFirst ? tried : tried.reverse());
      expect(chosen?.real).toBeGreaterThanOrEqual(0.9 * Math.max(gpu, cpu));
    }),
  );
});

test('all that were tried are kept, fastest first', () => {
  const tried = [3, 5, 1].map((iterationsPerSecond) => ({ iterationsPerSecond }));
  expect(fastestFirst(tried).map((one) => one.iterationsPerSecond)).toEqual([5, 3, 1]);
});
