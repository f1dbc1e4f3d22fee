import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { UsualSettings } from '../contract/UsualSettings.ts';

/** As the lecture starts. */
const LECTURE_SIZE = 256;
const EPOCHS = 30;

/** `samples`: of the training split; null where it is not known. */
export function usualSettings(
  { kind }: Pick<DatasetInfo['target'], 'kind'>,
  samples: number | null,
): UsualSettings {
  return {
    initialization: { type: 'Default', options: {} },
    loss: { type: kind === 'class' ? 'CrossEntropyLoss' : 'MSELoss', options: {} },
    optimizer: { type: 'Adam', options: {} },
    schedule: { type: 'Constant', options: {} },
    training: { batchSize: usualBatchSize(samples), epochs: EPOCHS, dropLast: true },
    seed: 0,
    device: 'auto',
  };
}

/**
 * 256, or the power of two below N / 10 where N is small, so that an epoch has at least ten
 * iterations; 2 at least, for BatchNorm.
 */
export function usualBatchSize(samples: number | null): number {
  if (samples === null) return LECTURE_SIZE;
  const tenth = 2 ** Math.floor(Math.log2(Math.max(1, samples / 10)));
  return Math.max(1, Math.min(2, samples), Math.min(LECTURE_SIZE, tenth));
}
