/** Ways in which a split may tell more than it should, found by looking at the samples themselves. */
import { z } from 'zod';
import { LocalizedText } from './primitives.ts';

const Count = z.number().int().nonnegative();

/** What a change of the experiment does about a finding. */
export const LeakageRepair = z.discriminatedUnion('kind', [
  /** The column does not enter the model. */
  z.strictObject({ kind: z.literal('exclude-column'), column: z.string() }),
  /** Samples of one value of the column stay in one split; copies, where it is COPIES. */
  z.strictObject({ kind: z.literal('group-by'), column: z.string() }),
]);
export type LeakageRepair = z.infer<typeof LeakageRepair>;

export const LeakageKind = z.enum([
  /** The same sample in two splits. */
  'copies',
  /** Nearly the same sample in two splits. */
  'near-copies',
  /** A flip or quarter turn of an image in another split. */
  'turned-copies',
  /** The same sample with different targets. */
  'conflicting-targets',
  /** One person, session or the like in two splits. */
  'shared-group',
  /** A column that alone gives the target away. */
  'determining-column',
  /** A column that was scaled with statistics of all samples. */
  'scaled-beforehand',
]);
export type LeakageKind = z.infer<typeof LeakageKind>;

const LeakageSample = z.strictObject({
  index: Count,
  /** Null for a sample in no split. */
  split: z.enum(['train', 'validation', 'test']).nullable(),
});

export const LeakageFinding = z.strictObject({
  kind: LeakageKind,
  /** `error`: scores of this split cannot be trusted. `warning`: they may be too good. */
  severity: z.enum(['error', 'warning']),
  /** Samples concerned, in all groups together. */
  samples: Count,
  /** Samples that belong together, by index in the dataset: the first 100 groups. */
  groups: z.array(z.array(LeakageSample).max(100)).max(100),
  column: z.string().nullable(),
  text: LocalizedText,
  /** Null where only a person can decide. */
  repair: LeakageRepair.nullable(),
});
export type LeakageFinding = z.infer<typeof LeakageFinding>;

export const LeakageReport = z.strictObject({
  /** The most serious first. */
  findings: z.array(LeakageFinding),
  /** What was looked for; what this dataset cannot have, or cannot show, is absent. */
  checked: z.array(LeakageKind),
  /** Samples whose near copies were looked for, and of how many. */
  compared: Count,
  samples: Count,
  /** Near copies were looked for among so many that not all pairs were compared. */
  isPartial: z.boolean(),
});
export type LeakageReport = z.infer<typeof LeakageReport>;
