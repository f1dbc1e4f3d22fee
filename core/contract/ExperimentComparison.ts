/** Where two experiments differ, in words that a person reads. */
import { z } from 'zod';
import { LocalizedText } from './primitives.ts';

/** One side's value of a setting, as text; null where it has none. */
const Side = z.string().nullable();

export const SettingDifference = z.strictObject({
  /** The place in the document: `optimizer.options.learningRate`. */
  where: z.string(),
  label: LocalizedText,
  first: Side,
  second: Side,
});
export type SettingDifference = z.infer<typeof SettingDifference>;

/** A layer of one side: its position and what it is. */
const ComparedLayer = z.strictObject({
  index: z.number().int().nonnegative(),
  /** `Linear(outFeatures 64)`. */
  text: z.string(),
});

/** Layers side by side: of one side alone, of both alike, or of both with other options. */
export const LayerPair = z.strictObject({
  first: ComparedLayer.nullable(),
  second: ComparedLayer.nullable(),
  isSame: z.boolean(),
});
export type LayerPair = z.infer<typeof LayerPair>;

export const ExperimentComparison = z.strictObject({
  /** In the order of the document, the model left out. */
  settings: z.array(SettingDifference),
  layers: z.array(LayerPair),
});
export type ExperimentComparison = z.infer<typeof ExperimentComparison>;
