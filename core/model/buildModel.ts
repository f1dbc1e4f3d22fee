/**
 * A network with all its sizes known: what follows from a list of layers and the shape of a sample.
 *
 * A Model is plain data without weights or graph. Names are PyTorch's state_dict names, the layer's
 * position in the list first, so that weights move between the two without a table.
 */
import { parseOptions } from '../catalog/parseOptions.ts';
import type { LayerSpec, ModelSpec, Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { type Shape, sizeOf } from '../graph/Tensor.ts';
import { layerDefinition } from '../layers/registry.ts';
import { atPlace } from './atPlace.ts';

/** 1 GiB of float32; the gradients and an optimizer need the same again each. */
const MOST_PARAMETERS = 2 ** 28;

export interface ModelLayer {
  readonly type: string;
  /** Complete: what was left out of the experiment stands here. */
  readonly options: Readonly<Options>;
  /** Of a sample, without the minibatch axis N. */
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Trainable values. */
  readonly parameterCount: number;
  /** Remembered values, such as running statistics. */
  readonly bufferCount: number;
}

export interface ModelTensor {
  /** `0.weight`. */
  readonly name: string;
  readonly shape: Shape;
}

export interface ModelParameter extends ModelTensor {
  /** Whether weight decay reaches it by default. */
  readonly decay: boolean;
}

export interface Model {
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly layers: readonly ModelLayer[];
  readonly parameters: readonly ModelParameter[];
  readonly buffers: readonly ModelTensor[];
}

/**
 * Resolves the layers in order, each from the shape that the one before hands on.
 *
 * Throws StudioError `invalid-experiment` at `model.layers[i]...` for the first that is unknown,
 * has a refused option or does not fit, and at `model` for one without parameters or with more than
 * 2²⁸.
 */
export function buildModel(spec: ModelSpec, sampleShape: Shape): Model {
  const layers: ModelLayer[] = [];
  const parameters: ModelParameter[] = [];
  const buffers: ModelTensor[] = [];
  let shape = sampleShape;
  spec.layers.forEach((layerSpec, index) => {
    const layer = buildLayer(layerSpec, shape, index);
    parameters.push(...layer.parameters);
    buffers.push(...layer.buffers);
    layers.push(layer.layer);
    shape = layer.layer.outputShape;
  });
  refuseSize(parameters);
  return { inputShape: sampleShape, outputShape: shape, layers, parameters, buffers };
}

interface BuiltLayer {
  readonly layer: ModelLayer;
  readonly parameters: readonly ModelParameter[];
  readonly buffers: readonly ModelTensor[];
}

/** Throws as buildModel does, for one layer alone. */
export function buildLayer(spec: LayerSpec, inputShape: Shape, index: number): BuiltLayer {
  const where = `model.layers[${index}]`;
  const definition = layerDefinition(spec.type, where);
  const given = parseOptions(definition.descriptor, spec.options, where);
  const options = { ...definition.inferOptions?.(inputShape, given), ...given };
  const outputShape = atPlace(where, () => definition.outputShape(options, inputShape));
  const name = (tensor: { name: string }) => `${index}.${tensor.name}`;
  const parameters = (definition.parameters?.(options) ?? []).map((parameter) => ({
    name: name(parameter),
    shape: parameter.shape,
    decay: parameter.decay,
  }));
  const buffers = (definition.buffers?.(options) ?? []).map((buffer) => ({
    name: name(buffer),
    shape: buffer.shape,
  }));
  return {
    layer: {
      type: spec.type,
      options,
      inputShape,
      outputShape,
      parameterCount: countValues(parameters),
      bufferCount: countValues(buffers),
    },
    parameters,
    buffers,
  };
}

/** Values in all the tensors together. */
export function countValues(tensors: readonly ModelTensor[]): number {
  return tensors.reduce((total, { shape }) => total + sizeOf(shape), 0);
}

function refuseSize(parameters: readonly ModelParameter[]): void {
  const count = countValues(parameters);
  if (count === 0) {
    throw new StudioError('invalid-experiment', 'The model has nothing to learn.', {
      where: 'model',
      hint: 'Add a Linear layer.',
    });
  }
  if (count <= MOST_PARAMETERS) return;
  const format = (value: number) => value.toLocaleString('en-US');
  throw new StudioError(
    'invalid-experiment',
    `The model has ${format(count)} parameters; at most ${format(MOST_PARAMETERS)} are supported.`,
    { where: 'model', hint: 'Make its widest Linear layer smaller.' },
  );
}
