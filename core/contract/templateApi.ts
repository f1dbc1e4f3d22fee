/** The requests about templates; see StudioApi.ts. */
import { z } from 'zod';
import { LayerSpec, MOST_LAYERS } from './ModelSpec.ts';
import { ExperimentSettings, ModelTemplate, SavedTemplate } from './ModelTemplate.ts';
import { Slug, Title } from './primitives.ts';

export const templateApi = {
  /** The bundled ones first, each cut to the dataset of the experiment, with what it would take. */
  'templates.list': {
    params: z.strictObject({ settings: ExperimentSettings }),
    result: z.array(ModelTemplate),
  },
  /** Layers under a name; refused where a template has that name. */
  'templates.save': {
    params: z.strictObject({
      name: Title,
      layers: z.array(LayerSpec).min(1).max(MOST_LAYERS),
    }),
    result: SavedTemplate,
  },
  'templates.rename': { params: z.strictObject({ id: Slug, name: Title }), result: SavedTemplate },
  'templates.remove': { params: z.strictObject({ id: Slug }), result: z.strictObject({}) },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;
