/** The part of StudioApi that looks at an experiment, or tries it, and keeps nothing of it. */
import { z } from 'zod';
import { ExperimentReport } from './ExperimentReport.ts';
import { ExperimentSpec } from './ExperimentSpec.ts';
import { LeakageReport } from './LeakageReport.ts';
import { LearningRateRange } from './LearningRateRange.ts';
import { ModelInput } from './ModelInput.ts';
import { ModelDraft } from './ModelSpec.ts';
import { OneBatchCheck } from './OneBatchCheck.ts';
import { LocalizedText, Slug, Title } from './primitives.ts';
import { SchedulePreview } from './SchedulePreview.ts';
import { SplitTable } from './SplitTable.ts';

/** `trial`: a name of the caller's choice, to be told of it (`trial.progress`) and to cancel it. */
const Trial = z.strictObject({ spec: ExperimentSpec, trial: Slug.optional() });

export const experimentApi = {
  /** A small one on a dataset, trainable as it stands; not in the store yet. */
  'experiments.begin': {
    params: z.strictObject({ dataset: Slug, name: Title }),
    result: ExperimentSpec,
  },
  /**
   * Its layers as they must be on another dataset, as far as that follows from it, and what was
   * changed for that; nothing where its samples' shape cannot be known. Sizes that were left out
   * may make another network of the same layers, which its imported model then no longer is.
   */
  'experiments.refit': {
    params: z.strictObject({ spec: ExperimentSpec, dataset: Slug }),
    result: z.strictObject({
      layers: ModelDraft.shape.layers,
      changes: z.array(LocalizedText),
      /** False where the weights it starts from are those of another network now. */
      keepsInitialModel: z.boolean(),
    }),
  },
  /** Shapes, counts and problems, without training. */
  'experiments.check': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: ExperimentReport,
  },
  /** The learning rates that a run of it would use. */
  'experiments.schedule': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: SchedulePreview,
  },

  /** How its samples are divided; the rest of the experiment may be unfinished. */
  'experiments.splitTable': {
    params: z.strictObject({ spec: ExperimentSpec }),
    result: SplitTable,
  },
  /** A sample, by its place in the dataset, as the network would be given it. */
  'experiments.modelInput': {
    params: z.strictObject({ spec: ExperimentSpec, sample: z.number().int().nonnegative() }),
    result: ModelInput,
  },

  /** Trains briefly with a growing learning rate and suggests one; keeps nothing of it. */
  'experiments.learningRateRange': {
    params: Trial,
    result: LearningRateRange,
  },

  /** Trains on one minibatch until it is learned by heart, or not; keeps nothing of it. */
  'experiments.overfitOneBatch': {
    params: Trial,
    result: OneBatchCheck,
  },
  /**
   * Looks for ways in which the split tells more than it should; tells `leakage.progress` by the
   * trial's name. The model of the experiment may be unfinished.
   */
  'experiments.leakage': { params: Trial, result: LeakageReport },
  /** Ends a trial, whose request is then refused with `cancelled`; does nothing behind its end. */
  'experiments.cancelTrial': {
    params: z.strictObject({ trial: Slug }),
    result: z.strictObject({}),
  },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;
