import { describe, expect, it } from 'vitest';
import type { Component, LayerSpec } from '../../contract/ModelSpec.ts';
import { add, exp, input, matmul, relu, sum } from '../../graph/ops.ts';
import { program } from '../../graph/Program.ts';
import { buildModel } from '../../model/buildModel.ts';
import { trainingStep } from '../../training/trainingStep.ts';
import { planKernels } from './planKernels.ts';
import { wgslQuotient } from './wgslQuotient.ts';

const kernelsOf = (outputs: Parameters<typeof program>[0]) =>
  planKernels(program(outputs), wgslQuotient).kernels;

const layer = (type: string, options: Component['options'] = {}): LayerSpec => ({ type, options });

function stepKernels(hidden: number, optimizer: string): number {
  const block = [layer('Linear', { outFeatures: 256 }), layer('ReLU')];
  const layers = [...Array(hidden).fill(block).flat(), layer('Linear', { outFeatures: 10 })];
  const model = buildModel({ layers }, [256]);
  const loss = layer('CrossEntropyLoss');
  const options = { model, loss, optimizer: layer(optimizer), batchSize: 128 };
  return planKernels(trainingStep({ ...options, target: 'class' }).loop.program, wgslQuotient)
    .kernels.length;
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

  it.each(['SGD', 'Adam'])('a Linear layer costs at most 12 a step with %s', (optimizer) => {
    expect(stepKernels(3, optimizer) - stepKernels(2, optimizer)).toBeLessThanOrEqual(12);
  });
});
