import type { LayerSpec } from '../../contract/ModelSpec.ts';
import { sizeOf } from '../../graph/Tensor.ts';
import { buildModel } from '../buildModel.ts';
import { initializeModel } from '../initializeModel.ts';
import type { ModelFile, ModelOutput } from '../ModelFile.ts';

const f = Math.fround;

/** A trained-looking model of 3 features: BatchNorm statistics and awkward weights included. */
export function tinyModelFile(
  output: ModelOutput = { kind: 'class', name: 'kind', labels: ['고양이', 'dog'] },
): ModelFile {
  const layers: LayerSpec[] = [
    { type: 'Linear', options: { outFeatures: 4 } },
    { type: 'LeakyReLU', options: {} },
    { type: 'BatchNorm1d', options: {} },
    { type: 'Dropout', options: { p: 0.2 } },
    { type: 'Linear', options: { outFeatures: output.kind === 'class' ? 2 : 1 } },
  ];
  const model = buildModel({ layers }, [3]);
  const weights = initializeModel(model, 7);
  weights['0.bias'].set([-0, 1e-45, 3.4e38, 1 / 3]);
  for (const { name, shape } of model.buffers) {
    weights[name] = Float32Array.from({ length: sizeOf(shape) }, (_, i) => 0.5 + i / 7);
  }
  return {
    input: {
      kind: 'table',
      columns: [
        { name: 'a', type: 'number', scale: f(0.1), shift: f(-0.3), missing: null },
        { name: 'b', type: 'number', scale: 2, shift: 0, missing: f(2.3) },
        { name: '키 (cm)', type: 'number', scale: f(1e-7), shift: 5, missing: null },
      ],
    },
    output,
    model,
    weights,
    testVectors: {
      tolerance: 1e-5,
      samples: [{ index: 12, input: [1, 2.5, -3], output: output.kind === 'class' ? [1, 2] : [3] }],
    },
    provenance: {
      experiment: 'Tiny',
      run: 'tiny-1',
      dataset: { name: 'Tiny table', hash: 'ab'.repeat(32) },
      splits: { train: 6, validation: 2, test: 0 },
      seed: 7,
      epoch: 3,
      metrics: {
        train: { loss: 0.25, accuracy: 0.9 },
        validation: { loss: Number.NaN, accuracy: null },
      },
      createdAt: 1_700_000_000_000,
      studio: '0.1.0',
      executor: 'plain TypeScript loops',
    },
    card: { intendedUse: '', limitations: '' },
  };
}
