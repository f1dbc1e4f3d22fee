import type { ExperimentSpec } from '../../core/contract/ExperimentSpec.ts';

/** Whether the learning rate may change during the run. */
export const isScheduled = ({ schedule, warmup }: ExperimentSpec) =>
  schedule.type !== 'Constant' || warmup !== undefined;
