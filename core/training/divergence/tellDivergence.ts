import type { ProgressMeter } from '../ProgressMeter.ts';
import type { TrainingEvent } from '../TrainingEvent.ts';
import { type Divergence, divergenceError } from './Divergence.ts';
import { type FindDivergenceOptions, findDivergence, type Replay } from './findDivergence.ts';

export interface DivergenceContext extends Omit<FindDivergenceOptions, keyof Replay> {
  readonly meter: ProgressMeter;
}

/** Says where in the network it began, then throws. The replay may reach behind the divergence. */
export async function* tellDivergence(
  { spec, dataset, prepared, executor, meter }: DivergenceContext,
  divergence: Divergence,
  replay: Replay,
): AsyncGenerator<TrainingEvent, never> {
  const { epoch, iteration } = divergence.point;
  const steps = iteration - replay.firstIteration + 1;
  const learningRates = replay.learningRates.slice(0, steps);
  const experiment = { spec, dataset, prepared, executor };
  const finding = await findDivergence({ ...experiment, ...replay, learningRates });
  if (finding) yield { type: 'divergence', findings: [finding], progress: meter.progress(epoch) };
  throw divergenceError(divergence, finding);
}
