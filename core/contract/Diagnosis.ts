/** What the history of a run says about how it learns, and what to do about it. */
import { z } from 'zod';
import { LocalizedText } from './primitives.ts';

export const DiagnosisState = z.enum([
  'too-early',
  'divergence',
  'leakage',
  'label-noise',
  'overfitting',
  'plateau',
  'underfitting',
  'good-fit',
]);
export type DiagnosisState = z.infer<typeof DiagnosisState>;

export const Remedy = z.strictObject({
  /** Stable: a program may offer the change behind a button. */
  code: z.enum([
    'lower-learning-rate',
    'raise-learning-rate',
    'find-learning-rate',
    'clip-gradients',
    'check-features',
    'check-labels',
    'use-label-smoothing',
    'stop-early',
    'add-regularization',
    'get-more-data',
    'smaller-model',
    'larger-model',
    'less-regularization',
    'change-activation',
    'use-leaky-relu',
    'normalize-batches',
    'scale-features',
    'raise-epsilon',
    'train-longer',
  ]),
  text: LocalizedText,
  /** The value to try, such as a learning rate or an epoch; null where there is none. */
  value: z.number().nullable(),
});
export type Remedy = z.infer<typeof Remedy>;

export const Diagnosis = z.strictObject({
  state: DiagnosisState,
  /** The first epoch that shows it; null where it is no matter of a moment. */
  sinceEpoch: z.number().int().positive().nullable(),
  /** The state and its reason in one or two sentences, with the numbers. */
  explanation: LocalizedText,
  /** What the decision was made by, by name. */
  numbers: z.record(z.string(), z.number()),
  /** The most promising first. */
  remedies: z.array(Remedy),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
