/** Tells of a trial at most 20 times a second; points between two messages go with the next one. */
import type { LearningRatePoint } from '../../core/contract/LearningRateRange.ts';
import type { TellTrialProgress } from '../../core/training/TrialProgress.ts';
import type { JobContext } from './trainJob.ts';

const MILLISECONDS_BETWEEN_MESSAGES = 50;

export function trialTeller({ send }: Pick<JobContext, 'send'>): TellTrialProgress {
  let points: LearningRatePoint[] = [];
  let toldAt = Number.NEGATIVE_INFINITY;
  return async (progress) => {
    points.push(...progress.points);
    const now = performance.now();
    if (now - toldAt < MILLISECONDS_BETWEEN_MESSAGES) return;
    toldAt = now;
    await send({ kind: 'trial-progress', ...progress, points });
    points = [];
  };
}
