/** What a fitted preprocessor makes of a sample of its dataset, and in which part it lies. */
import type { ModelInput } from '../contract/ModelInput.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Splits } from '../data/splits/Splits.ts';
import { encodedInput } from './encodedInput.ts';
import { inputShapeOf } from './inputShapeOf.ts';
import type { Preprocessor } from './Preprocessor.ts';
import { rawInputAt, rawSample } from './RawInput.ts';

export interface SampleOfSplits {
  readonly dataset: Dataset;
  readonly splits: Splits;
  readonly index: number;
}

export function showModelInput(
  preprocessor: Preprocessor,
  { dataset, splits, index }: SampleOfSplits,
): ModelInput {
  const { kind } = preprocessor;
  const parts = ['train', 'validation', 'test'] as const;
  const split = parts.find((part) => splits[part].includes(index)) ?? null;
  const shape = [...inputShapeOf(preprocessor)];
  if (split === null) {
    return { split, shape, tokens: null, inputs: [], named: 0, minimum: 0, maximum: 0 };
  }
  const raw = rawInputAt(dataset, preprocessor, index);
  return { split, ...encodedInput(preprocessor, rawSample(kind, raw)) };
}
