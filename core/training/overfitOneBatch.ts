/**
 * Trains on one minibatch again and again: a sound model, loss and optimizer learn it by heart.
 *
 * The cheapest test of a set-up there is. Dropout and augmentation are off, because they are there to
 * prevent just this; the learning rate is the optimizer's own, without a schedule. No weights are
 * kept.
 */
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { OneBatchCheck } from '../contract/OneBatchCheck.ts';
import type { Dataset } from '../data/Dataset.ts';
import type { Executor } from '../executors/Executor.ts';
import { initializeModel } from '../model/initializeModel.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';
import type { ChunkArrays } from './ChunkFeeder.ts';
import { inlineChunkSource } from './ChunkSource.ts';
import { prepareExperiment } from './prepareExperiment.ts';
import { createStepLoop, type StepLoop } from './StepLoop.ts';
import type { TellTrialProgress } from './TrialProgress.ts';

const MOST_ITERATIONS = 1000;
/** Share of the first loss that counts as learned where there is no accuracy. */
const LEARNED = 0.01;

export interface OverfitOneBatchOptions {
  readonly spec: ExperimentSpec;
  readonly dataset: Dataset;
  readonly executor: Executor;
  readonly tell?: TellTrialProgress;
}

/** For an experiment that checkExperiment found trainable. */
export async function overfitOneBatch(options: OverfitOneBatchOptions): Promise<OneBatchCheck> {
  const { spec, dataset, executor, tell } = options;
  const { model, preprocessor, splits } = prepareExperiment(spec, dataset);
  const { batchSize, gradientClipping } = spec.training;
  const { train } = splits;
  const data = { dataset, preprocessor, train, createSource: inlineChunkSource };
  const settings = { ...spec, augmentation: [], gradientClipping, model, batchSize };
  const loop = await createStepLoop({ ...settings, ...data, executor });
  try {
    const initial = initializeModel(model, spec.seed, spec.initialization);
    await loop.executable.setState(loop.step.initialState(initial));
    const { learningRate } = prepareOptimizer(spec.optimizer).options;
    return await repeatBatch(loop, await firstBatch(loop), learningRate, tell);
  } finally {
    await loop.source.dispose();
    await loop.executable.dispose();
  }
}

async function firstBatch({ source, step }: StepLoop): Promise<ChunkArrays> {
  const position = { epoch: 1, samplesBefore: 0, stepsBefore: 0, steps: 1 };
  const arrays = await source.request(position);
  // A mask of ones lets everything through.
  for (const { name } of step.noise) arrays[name].fill(1);
  return arrays;
}

async function repeatBatch(
  loop: StepLoop,
  batch: ChunkArrays,
  learningRate: number,
  tell: TellTrialProgress | undefined,
): Promise<OneBatchCheck> {
  const samples = loop.batchSize;
  let firstLoss = Number.NaN;
  for (let iteration = 1; ; iteration++) {
    const { loss, correct } = await loop.run(batch, 1, iteration - 1, () => learningRate);
    const lastLoss = loss[0];
    if (iteration === 1) firstLoss = lastLoss;
    const accuracy = correct ? correct[0] / samples : null;
    const passed = accuracy === null ? lastLoss <= LEARNED * firstLoss : accuracy === 1;
    if (!passed && iteration < MOST_ITERATIONS && Number.isFinite(lastLoss)) {
      await tell?.({ iteration, iterations: MOST_ITERATIONS, loss: lastLoss, points: [] });
      continue;
    }
    const text = textOf({ passed, samples, iterations: iteration, accuracy });
    return { passed, samples, iterations: iteration, firstLoss, lastLoss, accuracy, text };
  }
}

function textOf({
  passed,
  samples,
  iterations,
  accuracy,
}: Omit<OneBatchCheck, 'firstLoss' | 'lastLoss' | 'text'>): OneBatchCheck['text'] {
  // A loss far above 0 is no contradiction: the classes are right before they are certain.
  const judged =
    accuracy === null
      ? { en: `a hundredth of its loss is left`, ko: `손실이 처음의 100분의 1로 줄었습니다` }
      : { en: `all its predictions are right`, ko: `예측이 모두 맞습니다` };
  return passed
    ? {
        en: `The model learned one minibatch of ${samples} samples by heart in ${iterations} iterations: ${judged.en}.`,
        ko: `모델이 샘플 ${samples}개의 미니배치 하나를 이터레이션 ${iterations}번 만에 외웠습니다. ${judged.ko}.`,
      }
    : {
        en:
          `The model did not learn one minibatch of ${samples} samples by heart in ` +
          `${iterations} iterations. Check the learning rate, the loss and the last layer; ` +
          'else the model may be too small.',
        ko:
          `모델이 샘플 ${samples}개의 미니배치 하나를 이터레이션 ${iterations}번 안에 외우지 못했습니다. ` +
          '학습률, 손실, 마지막 계층을 확인하세요. 모델이 너무 작을 수도 있습니다.',
      };
}
