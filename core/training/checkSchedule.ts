/** Problems of the schedule and the warm-up, also against the length of the run. */
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { learningRateSchedule } from '../schedules/learningRateSchedule.ts';
import { scheduleDefinition } from '../schedules/registry.ts';
import { caught } from './caught.ts';

export function checkSchedule(spec: ExperimentSpec, iterationsPerEpoch: number): Problem[] {
  const { schedule, warmup } = spec;
  const { epochs } = spec.training;
  let isIdle = false;
  const problems = caught(() => {
    const run = { learningRate: 1, iterationsPerEpoch: Math.max(1, iterationsPerEpoch), epochs };
    // One that answers to the validation loss acts soonest where that stands still.
    const standstill = new Array<number>(epochs - 1).fill(1);
    const learningRateAt = learningRateSchedule({ ...run, schedule, warmup }).during(standstill);
    const last = learningRateAt(run.iterationsPerEpoch * epochs);
    isIdle = scheduleDefinition(schedule.type, 'schedule').steppedBy === 'epoch' && last === 1;
  });
  if (!isIdle || schedule.type === 'Constant') return problems;
  const message =
    `${schedule.type} changes nothing in ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}: ` +
    'its first step lies behind the end of the run.';
  return [{ severity: 'warning', where: 'schedule', message }];
}
