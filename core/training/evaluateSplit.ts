/**
 * Measures a checkpoint on one split and says what it got wrong.
 *
 * The split, the normalisation and the network come from the experiment as in training, so the
 * samples are the ones that training set aside.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Evaluation, EvaluationSplit, Misclassified } from '../contract/RunRecord.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Dataset } from '../data/Dataset.ts';
import { sampleContent } from '../data/sampleContent.ts';
import type { Executor, TensorData } from '../executors/Executor.ts';
import { classificationScores } from '../metrics/classificationScores.ts';
import { confusionMatrix } from '../metrics/confusionMatrix.ts';
import { predictedClass } from '../metrics/predictedClass.ts';
import { regressionScores } from '../metrics/regressionScores.ts';
import { softmax } from '../metrics/softmax.ts';
import { createEvaluator, type EvaluationOutcome } from './Evaluator.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import type { Checkpoint } from './TrainingEvent.ts';

const MOST_MISCLASSIFIED = 48;

export interface EvaluateSplitOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  readonly checkpoint: Checkpoint;
  readonly split: EvaluationSplit;
}

export type SplitEvaluation = Pick<
  Evaluation,
  'samples' | 'metrics' | 'confusion' | 'classification' | 'regression' | 'misclassified'
>;

/**
 * Throws StudioError `invalid-experiment` for a model that does not fit the dataset, and
 * `invalid-request` for a split without samples: an experiment may do without a test split.
 */
export async function evaluateSplit(options: EvaluateSplitOptions): Promise<SplitEvaluation> {
  const { spec, dataset, executor, checkpoint, split } = options;
  const prepared = prepareExperiment(spec, dataset);
  const indices = prepared.splits[split];
  if (indices.length === 0) {
    throw new StudioError('invalid-request', `The ${split} split holds no samples.`, {
      where: 'split',
      hint: 'The experiment sets no samples aside for it.',
    });
  }
  const evaluator = await createEvaluator({
    ...prepared,
    loss: spec.loss,
    dataset,
    executor,
    largestSplit: indices.length,
  });
  try {
    const state: Record<string, TensorData> = Object.fromEntries(
      Object.entries(checkpoint).map(([name, { data }]) => [name, data]),
    );
    const outcome = await evaluator.evaluate(state, indices);
    return {
      samples: indices.length,
      metrics: outcome.metrics,
      ...describeOutputs(dataset, indices, outcome),
    };
  } finally {
    await evaluator.dispose();
  }
}

function describeOutputs(
  dataset: Dataset,
  indices: Int32Array,
  outcome: EvaluationOutcome,
): Omit<SplitEvaluation, 'samples' | 'metrics'> {
  const { outputs } = outcome;
  if (dataset.target.kind === 'number') {
    const targets = Float32Array.from(indices, (index) => dataset.targets[index]);
    const regression = regressionScores(outputs, targets);
    return { confusion: null, classification: null, regression, misclassified: [] };
  }
  const { labels } = dataset.target;
  const classes = labels.length;
  const actual = Int32Array.from(indices, (index) => dataset.targets[index]);
  const predicted = Int32Array.from(indices, (_, row) => predictedClass(outputs, row, classes));
  const counts = confusionMatrix(actual, predicted, classes);
  return {
    confusion: { labels, counts },
    classification: classificationScores(outputs, actual, counts),
    regression: null,
    misclassified: listWrong(dataset, indices, outcome, { labels, actual, predicted }),
  };
}

interface Classes {
  readonly labels: readonly string[];
  /** By row of the outputs. */
  readonly actual: Int32Array;
  readonly predicted: Int32Array;
}

function listWrong(
  dataset: Dataset,
  indices: Int32Array,
  { outputs, losses }: EvaluationOutcome,
  { labels, actual, predicted }: Classes,
): Misclassified[] {
  const classes = labels.length;
  const wrong = Array.from(indices.keys())
    .filter((row) => actual[row] !== predicted[row])
    .sort((a, b) => losses[b] - losses[a])
    .slice(0, MOST_MISCLASSIFIED);
  return wrong.map((row) => {
    const index = indices[row];
    const logits = outputs.subarray(row * classes, (row + 1) * classes);
    return {
      index,
      ...sampleContent(dataset, index),
      actual: labels[actual[row]],
      predicted: labels[predicted[row]],
      confidence: softmax(logits)[predicted[row]],
      loss: losses[row],
    };
  });
}
