/** Networks to begin with: those that come with the studio, and those that a person saved. */
import { z } from 'zod';
import { ExperimentReport } from './ExperimentReport.ts';
import { ExperimentSpec, TextSpec } from './ExperimentSpec.ts';
import { LayerSpec, MOST_LAYERS, ModelSpec } from './ModelSpec.ts';
import { LocalizedText, Slug, Title } from './primitives.ts';

/** All of an experiment but its network, which may not have begun yet. */
export const ExperimentSettings = ExperimentSpec.omit({ model: true });
export type ExperimentSettings = z.infer<typeof ExperimentSettings>;

/** A template cut to the dataset of an experiment. */
export const FittedTemplate = z.strictObject({
  model: ModelSpec,
  /** How texts must become numbers for it; absent for other datasets. */
  text: TextSpec.optional(),
  /** What would be said of the experiment with this network. */
  report: ExperimentReport,
});
export type FittedTemplate = z.infer<typeof FittedTemplate>;

export const ModelTemplate = z.strictObject({
  id: Slug,
  /** Saved by a person, who may rename and remove it. */
  isOwn: z.boolean(),
  name: LocalizedText,
  summary: LocalizedText,
  /** Null where it is for other datasets. */
  fitted: FittedTemplate.nullable(),
  /** Why it does not fit; null where it does. */
  reason: z.string().nullable(),
});
export type ModelTemplate = z.infer<typeof ModelTemplate>;

/** A network that a person saved, as it was. */
export const SavedTemplate = z.strictObject({
  id: Slug,
  name: Title,
  layers: z.array(LayerSpec).min(1).max(MOST_LAYERS),
});
export type SavedTemplate = z.infer<typeof SavedTemplate>;
