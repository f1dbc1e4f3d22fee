/**
 * What a learning-rate schedule is to the studio: its catalog entry and the learning rate as a pure
 * function of how far the run is.
 *
 * No schedule carries state. Most have a closed form; ReduceLROnPlateau derives its state from the
 * validation losses so far. So a resumed run needs nothing but its position and its history.
 */
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { Options } from '../contract/ModelSpec.ts';
import type { ScheduleHandle } from './ScheduleHandle.ts';

export interface ScheduledRun {
  /** The optimizer's own, in (0, ∞). */
  readonly learningRate: number;
  /** Steps of the schedule in the whole run, the warm-up left out; at least 1. */
  readonly steps: number;
  /** Of all epochs completed since the warm-up, oldest first. */
  readonly validationLosses: readonly number[];
}

export interface ScheduleDefinition<O extends Options = Options> {
  readonly descriptor: ComponentDescriptor;
  /** What a step is: the learning rate changes after each epoch, or after each iteration. */
  readonly steppedBy: 'epoch' | 'iteration';
  /** Why options that are each in range do not go together, or null. */
  refusal?(options: O): string | null;
  /** Where its curve can be taken hold of; nowhere when left out. */
  handles?(options: O, run: ScheduledRun): readonly ScheduleHandle[];
  /** The learning rate behind so many steps: 0 is the start. Computed in float64. */
  learningRate(step: number, run: ScheduledRun, options: O): number;
}
