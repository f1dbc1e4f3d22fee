/** Problems of the schedule and the warm-up, also against the length of the run. */
import type { Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { learningRateSchedule } from '../schedules/learningRateSchedule.ts';
import { scheduleDefinition } from '../schedules/registry.ts';
import { caught } from './caught.ts';

/** Those that do not tell from the length of the run alone what they will do. */
const QUIET: readonly string[] = ['Constant', 'ReduceLROnPlateau'];

export function checkSchedule(spec: ExperimentSpec, iterationsPerEpoch: number): Problem[] {
  const { schedule, warmup } = spec;
  const { epochs } = spec.training;
  let isIdle = false;
  const problems = caught(() => {
    const run = { learningRate: 1, iterationsPerEpoch: Math.max(1, iterationsPerEpoch), epochs };
    const learningRateAt = learningRateSchedule({ ...run, schedule, warmup }).during([]);
    const last = learningRateAt(run.iterationsPerEpoch * epochs);
    isIdle = scheduleDefinition(schedule.type, 'schedule').steppedBy === 'epoch' && last === 1;
  });
  if (!isIdle || QUIET.includes(schedule.type)) return problems;
  const message =
    `${schedule.type} changes nothing in ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}: ` +
    'its first step lies behind the end of the run.';
  return [{ severity: 'warning', where: 'schedule', message }];
}
