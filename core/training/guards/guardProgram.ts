/**
 * What the guards look at, as a program: of every ReLU the largest value of each unit, of every
 * weight its norm and that of its gradient.
 *
 * All is reduced inside the graph, so a look costs little more than a forward and a backward pass.
 */

import { type LayerPath, layerPlace, tensorName, walkLayers } from '../../contract/layerPath.ts';
import { norm } from '../../graph/norm.ts';
import { max } from '../../graph/ops.ts';
import { type Program, program } from '../../graph/Program.ts';
import type { Tensor } from '../../graph/Tensor.ts';
import { layerDefinition } from '../../layers/registry.ts';
import type { NoiseInput } from '../../model/applyModel.ts';
import type { Model, ModelLayer } from '../../model/buildModel.ts';
import { type TrainingGraphOptions, trainingGraph } from '../trainingGraph.ts';

export interface GuardedLayer {
  readonly path: LayerPath;
  readonly type: string;
}

export interface GuardedWeight extends GuardedLayer {
  /** `0.weight`. */
  readonly tensor: string;
}

export interface GuardProgram {
  /**
   * Outputs: `gradientNorm` [], over all parameters; `peak.<i>` [units] for the i-th rectifier;
   * `gradient.<i>` [] and `weight.<i>` [] for the i-th weight.
   */
  readonly program: Program;
  readonly noise: readonly NoiseInput[];
  /** The ReLUs, in the order in which they are computed. */
  readonly rectifiers: readonly GuardedLayer[];
  /** What multiplies and sums up, from the input to the output. */
  readonly weights: readonly GuardedWeight[];
}

export function guardProgram(options: TrainingGraphOptions): GuardProgram {
  const { applied, gradients } = trainingGraph(options);
  const rectifiers = applied.layers.filter(({ layer }) => layer.type === 'ReLU');
  const weights = weightsOf(options.model);
  const order = [...applied.parameters.keys()];
  const outputs: Record<string, Tensor> = { gradientNorm: norm(gradients) };
  for (const [index, { output }] of rectifiers.entries()) {
    const axes = output.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
    outputs[`peak.${index}`] = max(output, { axes });
  }
  for (const [index, { tensor }] of weights.entries()) {
    outputs[`gradient.${index}`] = norm([gradients[order.indexOf(tensor)]]);
    outputs[`weight.${index}`] = norm([applied.parameters.get(tensor)!]);
  }
  return {
    program: program(outputs),
    noise: applied.noise,
    rectifiers: rectifiers.map(({ path, layer }) => ({ path, type: layer.type })),
    weights,
  };
}

function weightsOf({ layers }: Model): GuardedWeight[] {
  return [...walkLayers(layers)].flatMap(({ layer, path }) =>
    fanned(layer, path).map((name) => ({
      path,
      type: layer.type,
      tensor: tensorName(path, name),
    })),
  );
}

function fanned({ type, options }: ModelLayer, path: LayerPath): string[] {
  const declared = layerDefinition(type, layerPlace(path)).parameters?.(options) ?? [];
  return declared.filter(({ hasFans }) => hasFans).map(({ name }) => name);
}
