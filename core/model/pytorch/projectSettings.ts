/**
 * settings.json of a PyTorch project: the experiment in PyTorch's own words.
 *
 * Options carry PyTorch's names in camelCase, so most arguments follow from the name alone; the
 * table holds the rest.
 */
import { parseOptions } from '../../catalog/parseOptions.ts';
import { clippingDefinition } from '../../clippings/registry.ts';
import type { ComponentDescriptor } from '../../contract/Catalog.ts';
import type { Component, Options, OptionValue } from '../../contract/ModelSpec.ts';
import { initializationDefinition } from '../../initializations/registry.ts';
import { prepareLoss } from '../../losses/prepareLoss.ts';
import { prepareOptimizer } from '../../optimizers/prepareOptimizer.ts';
import { scheduleDefinition, warmupDefinition } from '../../schedules/registry.ts';
import { snakeCase } from './pytorchArguments.ts';
import type { PytorchProjectSource } from './pytorchProject.ts';

const argumentNames: Readonly<Record<string, string>> = {
  learningRate: 'lr',
  learningRateDecay: 'lr_decay',
  minLearningRate: 'min_lr',
  tMax: 'T_max',
};

/** Of torch.nn.utils and torch.nn.init. */
const functionNames: Readonly<Record<string, string>> = {
  ClipGradNorm: 'clip_grad_norm_',
  ClipGradValue: 'clip_grad_value_',
  XavierUniform: 'xavier_uniform_',
  XavierNormal: 'xavier_normal_',
  KaimingUniform: 'kaiming_uniform_',
  KaimingNormal: 'kaiming_normal_',
};

/** Plain data for JSON. */
export function projectSettings({ spec, file, dataset }: PytorchProjectSource): object {
  const { training, seed } = spec;
  return {
    name: spec.name,
    seed,
    epochs: training.epochs,
    batch_size: training.batchSize,
    drop_last: training.dropLast,
    loss: lossSettings(spec.loss, file),
    optimizer: optimizerSettings(spec.optimizer, file),
    schedule: scheduleSettings(spec),
    clipping: training.gradientClipping ? clippingSettings(training.gradientClipping) : null,
    early_stopping: training.earlyStopping ? argumentsOf({ ...training.earlyStopping }) : null,
    initialization: initializationSettings(spec.initialization),
    data: {
      samples: dataset.samples,
      kind: dataset.kind,
      input_shape: file.model.inputShape,
      target: dataset.target.kind,
    },
  };
}

function lossSettings(loss: Component, { output }: PytorchProjectSource['file']): object {
  const outputs = output.kind === 'class' ? output.labels.length : 1;
  const { options } = prepareLoss(loss, output.kind, outputs);
  return { type: loss.type, options: argumentsOf(options) };
}

function optimizerSettings(optimizer: Component, { model }: PytorchProjectSource['file']): object {
  const { weightDecayOn, ...options } = prepareOptimizer(optimizer).options;
  const decayed = model.parameters.filter(({ decay }) => decay || weightDecayOn === 'all');
  return {
    type: optimizer.type,
    options: argumentsOf(options),
    decayed: decayed.map(({ name }) => name),
  };
}

function scheduleSettings({ schedule, warmup }: PytorchProjectSource['spec']): object {
  const { descriptor, steppedBy } = scheduleDefinition(schedule.type, 'schedule');
  return {
    type: schedule.type,
    options: argumentsOf(complete(descriptor, schedule, 'schedule')),
    stepped_by: steppedBy,
    warmup: warmup
      ? argumentsOf(complete(warmupDefinition(warmup.type, 'warmup').descriptor, warmup, 'warmup'))
      : null,
  };
}

function clippingSettings(clipping: Component): object {
  const where = 'training.gradientClipping';
  const { descriptor } = clippingDefinition(clipping.type, where);
  return {
    type: functionNames[clipping.type],
    options: argumentsOf(complete(descriptor, clipping, where)),
  };
}

/** Kaiming's slope is PyTorch's `a` of the nonlinearity leaky_relu. */
function initializationSettings(initialization: Component): object {
  const where = 'initialization';
  const { descriptor } = initializationDefinition(initialization.type, where);
  const { negativeSlope, mode, ...options } = complete(descriptor, initialization, where);
  return {
    type: functionNames[initialization.type] ?? initialization.type,
    options:
      mode === undefined
        ? argumentsOf(options)
        : { a: negativeSlope, mode: snakeCase(String(mode)), nonlinearity: 'leaky_relu' },
  };
}

function complete(descriptor: ComponentDescriptor, given: Component, where: string): Options {
  return parseOptions(descriptor, given.options, where);
}

function argumentsOf(options: Readonly<Record<string, OptionValue>>): Record<string, OptionValue> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [argumentNames[name] ?? snakeCase(name), value]),
  );
}
