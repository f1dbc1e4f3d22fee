import { expect, test } from 'vitest';
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import { checkExperiment } from './checkExperiment.ts';
import { clouds, cloudsExperiment } from './testing/clouds.ts';

const { columns, target, samples } = clouds(200);
const info: DatasetInfo = {
  ...{ id: 'clouds', name: 'Clouds', kind: 'table', samples, sampleShape: [2], target },
  columns: columns.map(({ name }) => ({ name, type: 'number', categories: null, missing: 0 })),
  ...{ given: null, hash: '0'.repeat(64), bytes: 1, warnings: [], importedAt: 0 },
  source: { kind: 'sample', origin: 'clouds', license: null },
};

const linear = (outFeatures: number) => ({ type: 'Linear', options: { outFeatures } });
const wide = { layers: [linear(500), { type: 'ReLU', options: {} }, linear(400), linear(2)] };
const training = { batchSize: 100, epochs: 1 };

function deviceProblems(changes: Record<string, unknown>, largestBuffer?: number) {
  const spec = cloudsExperiment({ model: wide, training, ...changes });
  const machine = { memory: 2 ** 40, gpu: true, ...(largestBuffer && { largestBuffer }) };
  const { problems, trainable } = checkExperiment(spec, info, machine);
  return { trainable, messages: problems.filter(({ where }) => where === 'device') };
}

test('a parameter that the GPU cannot hold is named with its layer, its bytes and the limit', () => {
  expect(deviceProblems({ device: 'gpu' }, 300_000)).toMatchObject({
    trainable: false,
    messages: [
      {
        severity: 'error',
        where: 'device',
        message:
          'This GPU holds at most 300,000 bytes in one piece, and "2.weight" of layer 2 (Linear) ' +
          'needs 800,000. Choose the CPU, narrower layers or a smaller batch size.',
        fixes: [{ edits: [{ edit: 'set', at: ['device'], value: 'cpu' }] }],
      },
    ],
  });
});

test('so is the output of a layer for a minibatch', () => {
  const model = { layers: [linear(500), linear(2)] };
  const { messages } = deviceProblems({ device: 'gpu', model }, 150_000);
  expect(messages[0]?.message).toContain(
    'and the output of layer 0 (Linear) for a minibatch of 100 needs 200,000.',
  );
});

test('nothing is refused that fits, on another device, or by a GPU whose limits nobody knows', () => {
  expect(deviceProblems({ device: 'gpu' }, 800_000).messages).toEqual([]);
  expect(deviceProblems({ device: 'auto' }, 300_000).messages).toEqual([]);
  expect(deviceProblems({ device: 'gpu' }).messages).toEqual([]);
});
