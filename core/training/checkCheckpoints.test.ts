import { expect, test } from 'vitest';
import { TrainingSettings } from '../contract/ExperimentSpec.ts';
import { checkCheckpoints, checkpointBytes } from './checkCheckpoints.ts';

const training = (epochs: number, checkpointEvery?: number) =>
  TrainingSettings.parse({ batchSize: 1, epochs, checkpointEvery });
const sizes = { weights: 1000, optimizer: 2000 };

test('three checkpoints at most, and those that are wanted', () => {
  expect(checkpointBytes(training(100), sizes)).toBe(9000);
  expect(checkpointBytes(training(100, 10), sizes)).toBe(39_000);
});

test.each([
  [training(10), undefined, undefined, undefined],
  [training(10, 10), 3e9, 4e9, undefined],
  [
    training(10, 11),
    1,
    1e9,
    'A checkpoint every 11 epochs keeps none in 10 epochs, beside the last and the best.',
  ],
  [
    training(5001, 2),
    1,
    1e9,
    'At most 1,000 checkpoints are kept of a run. Received 2,500: keep one every 6 epochs or fewer.',
  ],
  [
    training(10, 1),
    3.5e9,
    4e9,
    'The checkpoints of this run need about 3.5 GB. The disk has 4 GB free. ' +
      'Keep fewer of them, or make room.',
  ],
] as const)('%j', (settings, bytes, disk, message) => {
  expect(checkCheckpoints(settings, bytes, disk)[0]?.message).toBe(message);
});
