import { describe, expect, it } from 'vitest';
import type { Component, LayerSpec } from '../../contract/ModelSpec.ts';
import { gradients } from '../../graph/gradients.ts';
import { add, exp, input, matmul, relu, sum } from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { window2d } from '../../graph/Window2d.ts';
import { maxPool2d, maxPool2dIndices } from '../../graph/windowOps.ts';
import { buildModel } from '../../model/buildModel.ts';
import { trainingStep } from '../../training/trainingStep.ts';
import { planKernels } from './planKernels.ts';
import { dialect } from './webgpu/dialect.ts';

const kernelsOf = (outputs: Parameters<typeof program>[0]) =>
  planKernels(program(outputs), dialect).kernels;

const layer = (type: string, options: Component['options'] = {}): LayerSpec => ({ type, options });

function stepKernels(hidden: number, optimizer: string): number {
  const block = [layer('Linear', { outFeatures: 256 }), layer('ReLU')];
  const layers = [...Array(hidden).fill(block).flat(), layer('Linear', { outFeatures: 10 })];
  const model = buildModel({ layers }, [256]);
  const loss = layer('CrossEntropyLoss');
  const options = { model, loss, optimizer: layer(optimizer), batchSize: 128 };
  return planKernels(trainingStep({ ...options, target: 'class' }).loop.program, dialect).kernels
    .length;
}

describe('kernels of a program', () => {
  it('a product, its bias and its activation are one', () => {
    const [x, w, b] = [input('x', [8, 16]), input('w', [16, 4]), input('b', [4])];
    expect(kernelsOf({ y: relu(add(matmul(x, w), b)) })).toHaveLength(1);
  });

  it('a value that two outputs need is computed by one', () => {
    const x = input('x', [8, 16]);
    const row = sum(exp(x), { axes: [1], keepDims: true });
    expect(kernelsOf({ a: add(x, row), b: exp(row) })).toHaveLength(3);
  });

  it('a broadcast too large to be told from flat places is stored in front of a Flatten', () => {
    const layers = [
      layer('Conv2d', { outChannels: 64, kernelSize: 3, padding: 1 }),
      layer('BatchNorm2d'),
      layer('Flatten'),
      layer('Linear', { outFeatures: 10 }),
    ];
    const model = buildModel({ layers }, [3, 64, 64]);
    const [loss, optimizer] = [layer('CrossEntropyLoss'), layer('SGD')];
    const step = trainingStep({ model, loss, optimizer, batchSize: 64, target: 'class' });
    expect(planKernels(step.loop.program, dialect).kernels.length).toBeGreaterThan(10);
  });

  it('the place of a maximum is counted in its own image, and refused where it cannot be', () => {
    const window = window2d([2, 2], { stride: [2, 2] });
    const x = input('x', [64, 64, 96, 96]);
    const [g] = gradients(sum(maxPool2d(x, window)), [x]);
    const sources = kernelsOf({ g: g! }).map(({ source }) => source);
    expect(sources.some((source) => source.includes('* 96 +'))).toBe(true);
    expect(() => kernelsOf({ y: maxPool2dIndices(x, window) })).toThrow('up to 2²⁴');
  });

  it.each(['SGD', 'Adam'])('a Linear layer costs at most 12 a step with %s', (optimizer) => {
    expect(stepKernels(3, optimizer) - stepKernels(2, optimizer)).toBeLessThanOrEqual(12);
  });
});
