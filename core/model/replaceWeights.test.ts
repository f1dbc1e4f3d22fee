import { expect, it } from 'vitest';
import { StudioError } from '../contract/StudioError.ts';
import { referenceExecutor } from '../executors/reference/ReferenceExecutor.ts';
import { replaceWeights } from './replaceWeights.ts';
import type { NamedTensor } from './safetensors.ts';
import { tinyModelFile } from './testing/tinyModelFile.ts';
import { verifyModel } from './verifyModel.ts';

const file = tinyModelFile();

function trained(): Record<string, NamedTensor> {
  const tensors = [...file.model.parameters, ...file.model.buffers];
  return Object.fromEntries(
    tensors.map(({ name, shape }) => [
      name,
      { shape, data: file.weights[name].map((_, index) => 0.5 + index / 10) },
    ]),
  );
}

it('gives a file that fits its new weights and says nothing of the old ones', async () => {
  const replaced = await replaceWeights(file, trained());
  expect(replaced.weights['0.bias']).toEqual(Float32Array.of(0.5, 0.6, 0.7, 0.8));
  expect(replaced.provenance.metrics.train.loss).toBeNaN();
  expect(await verifyModel(replaced, referenceExecutor())).toMatchObject({
    passed: true,
    samples: 1,
  });
});

it.each<[string, (tensors: Record<string, NamedTensor>) => void, string]>([
  [
    '0.bias',
    (tensors) => {
      delete tensors['0.bias'];
    },
    'is missing.',
  ],
  [
    '9.bias',
    (tensors) => {
      tensors['9.bias'] = tensors['0.bias'];
    },
    'belongs to no layer of the model.',
  ],
  [
    '0.bias',
    (tensors) => {
      tensors['0.bias'] = { ...tensors['0.bias'], shape: [2, 2] };
    },
    'must have shape [4]. Received [2, 2].',
  ],
  [
    '0.bias',
    (tensors) => {
      tensors['0.bias'].data[1] = Number.NaN;
    },
    'must be finite.',
  ],
])('refuses %s, case %#', async (name, edit, rule) => {
  const tensors = trained();
  edit(tensors);
  const error = await replaceWeights(file, tensors).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StudioError);
  expect(error).toMatchObject({ message: `"${name}" ${rule}`, where: `weights["${name}"]` });
});
