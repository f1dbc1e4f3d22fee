/**
 * Programs that use a model without changing it: dropout off, BatchNorm on its running statistics.
 */
import type { Component } from '../contract/ModelSpec.ts';
import { input } from '../graph/ops.ts';
import { type Program, program } from '../graph/Program.ts';
import type { TargetKind } from '../losses/LossDefinition.ts';
import { sampleLosses } from '../losses/sampleLosses.ts';
import { applyModel } from '../model/applyModel.ts';
import type { Model } from '../model/buildModel.ts';

export interface PredictionProgramOptions {
  readonly model: Model;
  readonly batchSize: number;
}

export interface InferenceProgramOptions extends PredictionProgramOptions {
  readonly loss: Component;
  readonly target: TargetKind;
}

/**
 * Inputs: parameters and buffers by name, `input` [N, ...inputShape]. Output: `output` [N,
 * ...outputShape].
 */
export function predictionProgram({ model, batchSize }: PredictionProgramOptions): Program {
  const x = input('input', [batchSize, ...model.inputShape]);
  return program({ output: applyModel(model, x, 'inference').output });
}

/**
 * The prediction program with `target` [N] (class indices as int, or numbers) as a further input
 * and `loss` [N], one data loss a sample, as a further output. Where the loss weights samples,
 * `loss` holds the weight already, and `weight` [N] is an output too: the mean is then
 * Σ loss / Σ weight.
 *
 * Throws StudioError `invalid-experiment` for a loss that does not fit the target or the model's
 * output.
 */
export function inferenceProgram(options: InferenceProgramOptions): Program {
  const { model, loss, batchSize, target } = options;
  const x = input('input', [batchSize, ...model.inputShape]);
  const expected = input('target', [batchSize], target === 'class' ? 'int' : 'float');
  const { output } = applyModel(model, x, 'inference');
  const { losses, weights } = sampleLosses(loss, output, expected);
  return program({ output, loss: losses, ...(weights && { weight: weights }) });
}
