/**
 * The learning rates of a run with the changes that a person made meanwhile.
 *
 * Every base learning rate has the experiment's whole schedule to itself, and an iteration asks
 * that of the last change up to it. So a change needs no state of its own: replaying the list
 * replays the run.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { LearningRateChange } from '../contract/LearningRateChange.ts';
import type { LearningRateAt, LearningRateSchedule } from '../schedules/learningRateSchedule.ts';
import { scheduleOf } from './scheduleOf.ts';
import { withLearningRate } from './withLearningRate.ts';

export interface LearningRates extends Pick<LearningRateSchedule, 'during'> {
  readonly changes: readonly LearningRateChange[];
  /**
   * From this iteration on; changes at it or behind it, left from before an interruption, give way.
   */
  change(change: LearningRateChange): void;
}

export function createLearningRates(
  spec: ExperimentSpec,
  iterationsPerEpoch: number,
  changesBefore: readonly LearningRateChange[] = [],
): LearningRates {
  let changes = changesBefore;
  const own = scheduleOf(spec, iterationsPerEpoch);
  const schedules = new Map<number, LearningRateSchedule>();

  function scheduleFor(learningRate: number): LearningRateSchedule {
    const known = schedules.get(learningRate);
    if (known) return known;
    const made = scheduleOf(withLearningRate(spec, learningRate), iterationsPerEpoch);
    schedules.set(learningRate, made);
    return made;
  }

  return {
    get changes() {
      return changes;
    },
    change(change) {
      const before = changes.filter(({ iteration }) => iteration < change.iteration);
      changes = [...before, change];
    },
    during(validationLosses) {
      const plan = own.during(validationLosses);
      const changed = changes.map(({ iteration, learningRate }) => ({
        iteration,
        at: scheduleFor(learningRate).during(validationLosses),
      }));
      return (iteration) => lastOf(changed, iteration, plan)(iteration);
    },
  };
}

function lastOf(
  changed: readonly { readonly iteration: number; readonly at: LearningRateAt }[],
  iteration: number,
  plan: LearningRateAt,
): LearningRateAt {
  return changed.findLast((change) => change.iteration <= iteration)?.at ?? plan;
}
