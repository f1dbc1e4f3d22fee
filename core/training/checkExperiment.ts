/**
 * Says of an experiment what can be said without training it: shapes, counts, the iterations
 * formula, every problem.
 *
 * It never throws for a bad document: a person who is still editing needs all problems at once,
 * each with its place.
 * `trainable` is the one condition under which a run may start.
 */
import { catalog } from '../catalog/catalog.ts';
import { filledEquation } from '../catalog/filledEquation.ts';
import { parseOptions } from '../catalog/parseOptions.ts';
import { prepareClipping } from '../clippings/prepareClipping.ts';
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import type { DatasetInfo } from '../contract/DatasetInfo.ts';
import type { ExperimentReport, LayerReport, Problem } from '../contract/ExperimentReport.ts';
import type { ExperimentSpec } from '../contract/ExperimentSpec.ts';
import type { Component } from '../contract/ModelSpec.ts';
import { iterationsPerEpoch } from '../data/iterationsPerEpoch.ts';
import { prepareInitialization } from '../initializations/prepareInitialization.ts';
import { prepareOptimizer } from '../optimizers/prepareOptimizer.ts';
import { caught } from './caught.ts';
import { checkAugmentation } from './checkAugmentation.ts';
import { checkCheckpoints, checkpointBytes } from './checkCheckpoints.ts';
import { checkDeviceLimits } from './checkDeviceLimits.ts';
import { checkLayerOrder } from './checkLayerOrder.ts';
import { checkLayerUse } from './checkLayerUse.ts';
import { checkLoss } from './checkLoss.ts';
import { checkMemory } from './checkMemory.ts';
import { checkModel } from './checkModel.ts';
import { checkSchedule } from './checkSchedule.ts';
import { checkText } from './checkText.ts';
import { checkTraining } from './checkTraining.ts';
import { type ExperimentFacts, factsOfInfo } from './ExperimentFacts.ts';
import { withFixes } from './fixes/findFixes.ts';
import { type ModelCosts, modelCosts } from './modelCosts.ts';
import { regularizations } from './regularizations.ts';
import { usualSettings } from './usualSettings.ts';

export interface Machine {
  /** Bytes of main memory. */
  readonly memory: number;
  /** Bytes that are free where the store is; not checked when left out. */
  readonly disk?: number;
  /** Whether trainers can compute on a graphics card. */
  readonly gpu?: boolean;
  /** Bytes that the card holds in one piece; not checked when left out. */
  readonly largestBuffer?: number;
}

/**
 * Without a machine, memory and disk are not checked. `facts` come from the samples where what the
 * library knows does not suffice: see ExperimentFacts. Without them, what they decide is null.
 */
export function checkExperiment(
  spec: ExperimentSpec,
  info: DatasetInfo,
  machine?: Machine,
  facts: ExperimentFacts | null = factsOfInfo(spec, info),
): ExperimentReport {
  const outputs = info.target.kind === 'class' ? info.target.labels.length : 1;
  const report = reportOf(spec, info, machine, facts);
  const problems = withFixes(spec, report, outputs, (changed) =>
    reportOf(changed, info, machine, facts),
  );
  return { ...report, problems };
}

function reportOf(
  spec: ExperimentSpec,
  info: DatasetInfo,
  machine: Machine | undefined,
  facts: ExperimentFacts | null,
): ExperimentReport {
  const splits = facts?.counts ?? null;
  const model = checkModel(spec.model, info.target, facts);
  const iterations = splits ? countIterations(spec, splits.train) : unknownIterations;
  const costs = costsOf(spec, model.layers);
  const memory = costs && !costs.partial.memory ? costs.memory : undefined;
  const use = checkLayerUse(spec, info.kind);
  const onDisk = memory ? checkpointBytes(spec.training, memory) : undefined;
  const problems = [
    ...(facts?.problems ?? []),
    ...checkText(spec, info).filter((one) => !isAmong(facts?.problems ?? [], one)),
    ...checkAugmentation(spec, info),
    // The shape of what a layer is not for is no news.
    ...model.problems.filter(({ where }) => !use.some((one) => isErrorAt(one, where))),
    ...checkLoss(spec.loss, info.target),
    ...use,
    ...checkLayerOrder(spec.model.layers),
    ...caught(() => prepareOptimizer(spec.optimizer)),
    ...caught(() => prepareClipping(spec.training.gradientClipping)),
    ...caught(() => prepareInitialization(spec.initialization)),
    ...checkSchedule(spec, iterations.iterationsPerEpoch ?? 0),
    ...(splits ? checkTraining(spec, splits) : []),
    ...(machine && memory ? checkMemory(spec, memory, machine.memory) : []),
    ...checkCheckpoints(spec.training, onDisk, machine?.disk),
    ...checkDevice(spec, machine, model.layers),
  ];
  return {
    trainable: !problems.some(({ severity }) => severity === 'error'),
    problems,
    layers: costs?.layers ?? model.layers,
    parameters: model.layers.reduce((total, layer) => total + layer.parameters, 0),
    bufferValues: model.layers.reduce((total, layer) => total + layer.bufferValues, 0),
    multiplyAdds: costs?.multiplyAdds ?? null,
    partial: costs?.partial ?? { layers: true, memory: true },
    equations: equationsOf(spec),
    regularizations: regularizations(spec),
    usual: usualSettings(info.target, splits?.train ?? null),
    splits,
    ...iterations,
    ...(costs ? { memory: costs.memory } : {}),
    ...(onDisk === undefined ? {} : { checkpointBytes: onDisk }),
  };
}

function costsOf(
  { optimizer, training }: ExperimentSpec,
  layers: readonly LayerReport[],
): ModelCosts | null {
  let slots: number | null = null;
  // A refused optimizer stands among the problems.
  caught(() => {
    const { definition, options } = prepareOptimizer(optimizer);
    slots = definition.slots(options).length;
  });
  return modelCosts(layers, slots, training.batchSize);
}

function equationsOf({ optimizer, schedule, warmup }: ExperimentSpec) {
  const { optimizers, schedules, warmups } = catalog;
  return {
    optimizer: equationOf(optimizers, optimizer),
    schedule: equationOf(schedules, schedule),
    warmup: warmup ? equationOf(warmups, warmup) : null,
  };
}

function equationOf(descriptors: readonly ComponentDescriptor[], { type, options }: Component) {
  const descriptor = descriptors.find((one) => one.type === type);
  let equation: string | null = null;
  caught(() => {
    if (descriptor) equation = filledEquation(descriptor, parseOptions(descriptor, options, ''));
  });
  return equation;
}

function checkDevice(
  spec: ExperimentSpec,
  machine: Machine | undefined,
  layers: readonly LayerReport[],
): Problem[] {
  if (spec.device !== 'gpu') return [];
  if (machine?.gpu)
    return checkDeviceLimits(spec, layers, machine.largestBuffer ?? Number.POSITIVE_INFINITY);
  const message = 'No GPU can be reached from here. Choose the device auto or cpu.';
  return [{ severity: 'error', where: 'device', message }];
}

const isErrorAt = ({ severity, where }: Problem, place: string) =>
  severity === 'error' && where === place;

/** Whoever read the texts has found the same. */
const isAmong = (problems: readonly Problem[], { where, message }: Problem) =>
  problems.some((known) => known.where === where && known.message === message);

const unknownIterations = { iterationsPerEpoch: null, iterations: null, droppedPerEpoch: null };

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
