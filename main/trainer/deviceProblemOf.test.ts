import { expect, test } from 'vitest';
import { DeviceLimitError } from '../../core/executors/gpujs/DeviceLimitError.ts';
import { GpuLostError } from '../../core/executors/gpujs/GpuLostError.ts';
import { deviceProblemOf } from './deviceProblemOf.ts';

test('a compiler is quoted without the program that it would not compile', () => {
  const said = 'Error compiling WGSL compute shader:\n  3:7 unresolved type';
  const error = new Error(`${said}\n--- generated WGSL ---\nfn main() {}`);
  expect(deviceProblemOf(error)).toEqual({ code: 'refused', detail: said });
});

test('nobody has to read more than a paragraph', () => {
  expect(deviceProblemOf('x'.repeat(9999))).toEqual({ code: 'refused', detail: 'x'.repeat(500) });
});

test('what is too large, and what is lost, is told as such', () => {
  const limits = { tensor: '"0.weight"', bytes: 8, limit: 4 };
  expect(deviceProblemOf(new DeviceLimitError('"0.weight"', 8, 4))).toEqual({
    code: 'too-large',
    ...limits,
  });
  const detail = 'The GPU was lost: reset';
  expect(deviceProblemOf(new GpuLostError('reset'))).toEqual({ code: 'lost', detail });
});
