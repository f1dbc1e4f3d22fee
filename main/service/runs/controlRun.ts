/** Pause, continue, step and change of the learning rate, of a run that is training or paused. */
import type { RunRecord } from '../../../core/contract/RunRecord.ts';
import { StudioError } from '../../../core/contract/StudioError.ts';
import { prepareOptimizer } from '../../../core/optimizers/prepareOptimizer.ts';
import { withLearningRate } from '../../../core/training/withLearningRate.ts';
import type { ServiceContext } from '../ServiceContext.ts';
import type { TrainerControl } from './TrainerProcess.ts';

/** Resolves with the run when the request is in effect, or the run has ended. */
export async function controlRun(
  { store, queue }: ServiceContext,
  id: string,
  request: TrainerControl,
): Promise<RunRecord> {
  const run = store.runs.get(id);
  if (request.kind === 'step' && run.status === 'running') {
    throw new StudioError('invalid-request', `Run "${id}" is running.`, {
      where: 'run',
      hint: 'Pause it first, then go step by step.',
    });
  }
  if (request.kind === 'set-learning-rate') checkLearningRate(run, request.learningRate);
  await queue.ask(run, request);
  return store.runs.get(id);
}

/** The optimizer's own range, in its own words. */
function checkLearningRate({ spec }: RunRecord, learningRate: number): void {
  try {
    prepareOptimizer(withLearningRate(spec, learningRate).optimizer);
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    const { message, hint } = error;
    throw new StudioError('invalid-request', message, { where: 'learningRate', hint });
  }
}
