/** The part of StudioApi that is about networks: looked through, compared, written as text, read from files. */
import { z } from 'zod';
import { ExperimentComparison } from './ExperimentComparison.ts';
import { ExperimentSpec } from './ExperimentSpec.ts';
import { ForwardPass, ForwardPassMode, ForwardPassSplit } from './ForwardPass.ts';
import { ImportedModel } from './ImportedModel.ts';
import { LayerSpec } from './ModelSpec.ts';
import { NetworkFormat, NetworkText, RecognizedFile } from './NetworkText.ts';
import { FilePath, Slug } from './primitives.ts';

export const networkApi = {
  /** Where two differ: settings, and their layers side by side. */
  'experiments.compare': {
    params: z.strictObject({ first: ExperimentSpec, second: ExperimentSpec }),
    result: ExperimentComparison,
  },
  /**
   * One sample on its way through the network, with the best weights of a run where one is named:
   * those that do not fit are as they are drawn. The settings of training may be unfinished.
   */
  'experiments.forwardPass': {
    params: z.strictObject({
      spec: ExperimentSpec,
      run: Slug.optional(),
      split: ForwardPassSplit.default('validation'),
      /** In the split, from 0. */
      place: z.number().int().nonnegative().default(0),
      /** By its place in the dataset; split and place follow from it where it is given. */
      sample: z.number().int().nonnegative().optional(),
      mode: ForwardPassMode.default('inference'),
    }),
    result: ForwardPass,
  },

  /**
   * A run's network with its best weights as a model that experiments can start from; asked for
   * again, the same one.
   */
  'models.fromRun': { params: z.strictObject({ run: Slug }), result: ImportedModel },
  /**
   * Layers from PyTorch's text (`nn.Sequential(...)`, a list of layers or layers alone, a class that
   * returns what its one Sequential makes of its input, what `print` shows) or from JSON;
   * `invalid-model` names line and column.
   */
  'models.fromText': {
    params: z.strictObject({ text: z.string().max(1_000_000) }),
    result: z.strictObject({ layers: z.array(LayerSpec) }),
  },
  /** The experiment's network, or `count` of its layers from `first` on, for other programs. */
  'models.toText': {
    params: z.strictObject({
      spec: ExperimentSpec,
      format: NetworkFormat,
      first: z.number().int().nonnegative().default(0),
      count: z.number().int().positive().optional(),
    }),
    result: NetworkText,
  },

  /** What a file or folder is that was dropped onto the window. */
  'files.recognize': { params: z.strictObject({ path: FilePath }), result: RecognizedFile },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;
