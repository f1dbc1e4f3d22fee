/** Where two experiments differ: values and layers as data, so that each reader says them in its own words. */
import { z } from 'zod';
import { LayerSpec } from './ModelSpec.ts';
import { LocalizedText } from './primitives.ts';

/** One side's value of a setting; null where it has none. Of a component it is the type. */
const Side = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])
  .nullable();
export type SettingSide = z.infer<typeof Side>;

export const SettingDifference = z.strictObject({
  /** The place in the document: `optimizer.options.learningRate`. */
  where: z.string(),
  label: LocalizedText,
  first: Side,
  second: Side,
});
export type SettingDifference = z.infer<typeof SettingDifference>;

/** A layer of one side: its position and what it is, without options that are the default. */
const ComparedLayer = z.strictObject({ index: z.number().int().nonnegative(), layer: LayerSpec });

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
