/**
 * Says of an experiment what can be said without training it: shapes, counts, the iterations
 * formula, every problem.
 *
 * It never throws for a bad document: a person who is still editing needs all problems at once,
 * each with its place.
 * `trainable` is the one condition under which a run may start.
 */
import { prepareClipping } from '../clippings/prepareClipping.ts';
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type {
  ExperimentReport,
  LayerReport,
  MemoryEstimate,
  Problem,
} from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import { checkSplit } from '../data/checkSplit.ts';
import { iterationsPerEpoch } from '../data/iterationsPerEpoch.ts';
import { splitCounts } from '../data/splitCounts.ts';
import { prepareInitialization } from '../initializations/prepareInitialization.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';
import { caught } from './caught.ts';
import { checkAugmentation } from './checkAugmentation.ts';
import { checkLayerUse } from './checkLayerUse.ts';
import { checkLoss } from './checkLoss.ts';
import { checkMemory } from './checkMemory.ts';
import { checkModel } from './checkModel.ts';
import { checkSchedule } from './checkSchedule.ts';
import { checkTraining } from './checkTraining.ts';
import { estimateMemory } from './estimateMemory.ts';

export interface Machine {
  /** Bytes of main memory. */
  readonly memory: number;
}

/** Without a machine, memory is not checked. */
export function checkExperiment(
  spec: ExperimentSpec,
  info: DatasetInfo,
  machine?: Machine,
): ExperimentReport {
  const splits = splitCounts(info, spec.split);
  const model = checkModel(spec.model, info);
  const iterations = countIterations(spec, splits.train);
  const memory = memoryOf(spec, model.layers);
  const problems = [
    ...checkSplit(info, spec.split),
    ...checkAugmentation(spec, info),
    ...model.problems,
    ...checkLoss(spec.loss, info.target),
    ...checkLayerUse(spec),
    ...caught(() => prepareOptimizer(spec.optimizer)),
    ...caught(() => prepareClipping(spec.training.gradientClipping)),
    ...caught(() => prepareInitialization(spec.initialization)),
    ...checkSchedule(spec, iterations.iterationsPerEpoch ?? 0),
    ...checkTraining(spec, splits),
    ...(machine && memory ? checkMemory(spec, memory, machine.memory) : []),
    ...checkDevice(spec),
  ];
  return {
    trainable: !problems.some(({ severity }) => severity === 'error'),
    problems,
    layers: model.layers,
    parameters: model.layers.reduce((total, layer) => total + layer.parameters, 0),
    bufferValues: model.layers.reduce((total, layer) => total + layer.bufferValues, 0),
    splits,
    ...iterations,
    ...(memory ? { memory } : {}),
  };
}

/** Nothing while a shape or the optimizer is at fault, which stands among the problems. */
function memoryOf(
  { optimizer, training }: ExperimentSpec,
  layers: readonly LayerReport[],
): MemoryEstimate | null {
  let memory: MemoryEstimate | null = null;
  caught(() => {
    memory = estimateMemory(layers, optimizer, training.batchSize);
  });
  return memory;
}

function checkDevice({ device }: ExperimentSpec): Problem[] {
  if (device !== 'gpu') return [];
  const message = 'Training on the GPU is not part of this version. Choose auto or cpu.';
  return [{ severity: 'error', where: 'device', message }];
}

function countIterations(
  { training }: ExperimentSpec,
  samples: number,
): Pick<ExperimentReport, 'iterationsPerEpoch' | 'iterations' | 'droppedPerEpoch'> {
  const { batchSize, epochs, dropLast } = training;
  const perEpoch = iterationsPerEpoch(samples, batchSize, dropLast);
  return {
    iterationsPerEpoch: perEpoch,
    iterations: perEpoch * epochs,
    droppedPerEpoch: dropLast ? samples % batchSize : 0,
  };
}
