/**
 * The numbers of an experiment that are no options of the catalog: where each stands in the
 * document, and its unit. Ranges are those of the document's schema. Label and help go by the same
 * name.
 */
import type { z } from 'zod';
import {
  EarlyStopping,
  ExperimentSpec,
  TrainingSettings,
} from '../../core/contract/ExperimentSpec.ts';

interface NumberSetting {
  readonly at: readonly string[];
  readonly schema: z.ZodNumber;
  readonly unit: 'train.samplesUnit' | 'train.epochsUnit' | null;
}

const training = TrainingSettings.shape;
const stopping = ['training', 'earlyStopping'];

export const numberSettings = {
  batchSize: {
    at: ['training', 'batchSize'],
    schema: training.batchSize,
    unit: 'train.samplesUnit',
  },
  // Its name is its unit.
  epochs: { at: ['training', 'epochs'], schema: training.epochs, unit: null },
  patience: {
    at: [...stopping, 'patience'],
    schema: EarlyStopping.shape.patience,
    unit: 'train.epochsUnit',
  },
  minDelta: {
    at: [...stopping, 'minDelta'],
    schema: EarlyStopping.shape.minDelta.unwrap(),
    unit: null,
  },
  checkpointEvery: {
    at: ['training', 'checkpointEvery'],
    schema: training.checkpointEvery.unwrap(),
    unit: 'train.epochsUnit',
  },
  seed: { at: ['seed'], schema: ExperimentSpec.shape.seed.unwrap(), unit: null },
} as const satisfies Record<string, NumberSetting>;

export type NumberSettingName = keyof typeof numberSettings;

/** Bounds of what the schema takes; none where it only says that a number is safe. */
export function numberRange(name: NumberSettingName) {
  const { minValue, maxValue, isInt } = numberSettings[name].schema;
  return {
    integer: isInt,
    ...(isBound(minValue) ? { minimum: minValue } : {}),
    ...(isBound(maxValue) ? { maximum: maxValue } : {}),
  };
}

const isBound = (value: number | null): value is number =>
  value !== null && Math.abs(value) < Number.MAX_SAFE_INTEGER;
