/** What the settings of a new experiment would be on the same data: what a reset goes back to. */
import type { z } from 'zod';
import { type EarlyStopping, ExperimentSpec } from './ExperimentSpec.ts';

export const UsualSettings = ExperimentSpec.pick({
  initialization: true,
  loss: true,
  optimizer: true,
  schedule: true,
  training: true,
  seed: true,
  device: true,
});
export type UsualSettings = z.infer<typeof UsualSettings>;

/** Of early stopping that is turned on. */
export const usualEarlyStopping: Readonly<EarlyStopping> = { patience: 10, minDelta: 0 };
