import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';

/** The experiment with another learning rate of its optimizer. */
export function withLearningRate(spec: ExperimentSpec, learningRate: number): ExperimentSpec {
  const { optimizer } = spec;
  return { ...spec, optimizer: { ...optimizer, options: { ...optimizer.options, learningRate } } };
}
