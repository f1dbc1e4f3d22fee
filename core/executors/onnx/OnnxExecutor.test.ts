import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { add, input } from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

const sum = program({ y: add(input('a', [2]), input('b', [2])) });
const a = Float32Array.of(1, 2);
const b = Float32Array.of(10, 20);

describe('the onnx executor', () => {
  it('says what it is', () => {
    const { name, threads, detail } = onnxExecutor(ort, { threads: 2 });
    expect([name, threads]).toEqual(['onnx', 2]);
    expect(detail).toMatch(/^ONNX Runtime \d+\.\d+\.\d+, CPU$/);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %s threads', (threads) => {
    expect(() => onnxExecutor(ort, { threads })).toThrow(
      `Threads must be an integer of at least 1. Received ${threads}.`,
    );
  });

  it('leaves its inputs as they were, and reads views and float64', async () => {
    const executable = await onnxExecutor(ort).compile(sum);
    const view = Float32Array.of(0, 1, 2, 0).subarray(1, 3);
    expect(await executable.run({ a: view, b: Float64Array.from(b) })).toEqual({
      y: Float32Array.of(11, 22),
    });
    expect(view).toEqual(a);
  });

  it('gives each run arrays of its own', async () => {
    const executable = await onnxExecutor(ort).compile(sum);
    const first = await executable.run({ a, b });
    await executable.run({ a: b, b });
    expect(first.y).toEqual(Float32Array.of(11, 22));
  });

  it('refuses inputs that the program does not declare so', async () => {
    const executable = await onnxExecutor(ort).compile(sum);
    await expect(executable.run({ a })).rejects.toThrow('Input "b" is missing.');
    await expect(executable.run({ a, b, c: a })).rejects.toThrow('Input "c" is not one of [a, b].');
    await expect(executable.run({ a, b: Float32Array.of(1) })).rejects.toThrow(
      'Input "b" must hold 2 values for [2]. Received 1.',
    );
    await expect(executable.run({ a, b: Int32Array.of(1, 2) })).rejects.toThrow(
      'Input "b" must hold float values. Received Int32Array.',
    );
  });

  it('runs nothing once disposed', async () => {
    const executable = await onnxExecutor(ort).compile(sum);
    await executable.dispose();
    await expect(executable.run({ a, b })).rejects.toThrow();
  });
});
