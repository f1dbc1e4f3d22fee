/**
 * A network with all its sizes known: what follows from a list of layers and the shape of a sample.
 *
 * A Model is plain data without weights or graph. Names are PyTorch's state_dict names, the layer's
 * position in the list first (and inside a block its position there), so that weights move between the two without a table.
 */
import { parseOptions } from '../catalog/parseOptions.ts';
import type { ComponentDescriptor } from '../contract/Catalog.ts';
import { type LayerPath, layerPlace, tensorName } from '../contract/layerPath.ts';
import type { LayerSpec, ModelSpec, Options } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import { type Shape, sizeOf } from '../graph/Tensor.ts';
import { layerDefinition } from '../layers/registry.ts';
import { atPlace } from './atPlace.ts';

/** 1 GiB of float32; the gradients and an optimizer need the same again each. */
const MOST_PARAMETERS = 2 ** 28;
/** 256 MiB of float32 for a single sample; training needs that again for the gradients. */
const MOST_VALUES = 2 ** 26;

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
  /** Values that it makes of a sample, those inside it included. */
  readonly valueCount: number;
  /** For a sample on its way forward; see LayerDefinition. */
  readonly multiplyAdds: number;
  /** Those that it holds; the counts are theirs too. */
  readonly layers?: readonly ModelLayer[];
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
 * has a refused option, does not fit or makes more than 2²⁶ values of a single sample, and at
 * `model` for one without parameters or with more than 2²⁸.
 */
export function buildModel(spec: ModelSpec, sampleShape: Shape): Model {
  const model = buildFront(spec.layers, sampleShape);
  refuseNothing(model.parameters);
  return model;
}

/** The first layers of a model that is still being built; throws as buildModel, but may have nothing to learn. */
export function buildFront(specs: readonly LayerSpec[], sampleShape: Shape): Model {
  const { layers, parameters, buffers, outputShape } = buildLayers(specs, sampleShape, []);
  refuseSize(parameters);
  return { inputShape: sampleShape, outputShape, layers, parameters, buffers };
}

interface Built {
  readonly outputShape: Shape;
  readonly parameters: readonly ModelParameter[];
  readonly buffers: readonly ModelTensor[];
  /** Values that a sample becomes on its way, from layer to layer. */
  readonly values: number;
}

interface BuiltLayer extends Built {
  readonly layer: ModelLayer;
}

interface BuiltLayers extends Built {
  readonly layers: readonly ModelLayer[];
}

function buildLayers(
  specs: readonly LayerSpec[],
  inputShape: Shape,
  outer: LayerPath,
): BuiltLayers {
  const built: BuiltLayer[] = [];
  let outputShape = inputShape;
  let values = sizeOf(inputShape);
  refuseValues(values, [...outer, 0]);
  for (const [index, spec] of specs.entries()) {
    const layer = buildLayer(spec, outputShape, [...outer, index]);
    built.push(layer);
    outputShape = layer.outputShape;
    values += layer.values;
    refuseValues(values, [...outer, index]);
  }
  return {
    layers: built.map(({ layer }) => layer),
    outputShape,
    parameters: built.flatMap(({ parameters }) => parameters),
    buffers: built.flatMap(({ buffers }) => buffers),
    values,
  };
}

/** Throws as buildModel does, for one layer alone, with those that it holds. */
export function buildLayer(spec: LayerSpec, inputShape: Shape, path: LayerPath): BuiltLayer {
  const where = layerPlace(path);
  const definition = layerDefinition(spec.type, where);
  checkHeldLayers(definition.descriptor, spec, where);
  const given = parseOptions(definition.descriptor, spec.options, where);
  const options = { ...definition.inferOptions?.(inputShape, given), ...given };
  const inner = spec.layers ? buildLayers(spec.layers, inputShape, path) : null;
  const outputShape = atPlace(where, () =>
    definition.outputShape(options, inputShape, inner?.outputShape ?? inputShape),
  );
  const named = <T extends ModelTensor>(tensor: T) => ({
    ...tensor,
    name: tensorName(path, tensor.name),
  });
  const parameters = (definition.parameters?.(options) ?? []).map(({ name, shape, decay }) =>
    named({ name, shape, decay }),
  );
  const buffers = (definition.buffers?.(options) ?? []).map(({ name, shape }) =>
    named({ name, shape }),
  );
  const all = {
    parameters: [...parameters, ...(inner?.parameters ?? [])],
    buffers: [...buffers, ...(inner?.buffers ?? [])],
  };
  const values = sizeOf(outputShape) + (inner?.values ?? 0);
  const ownProducts = definition.multiplyAdds?.(options, inputShape, outputShape) ?? 0;
  const innerProducts = inner?.layers.reduce((sum, one) => sum + one.multiplyAdds, 0) ?? 0;
  return {
    layer: {
      type: spec.type,
      options,
      inputShape,
      outputShape,
      parameterCount: countValues(all.parameters),
      bufferCount: countValues(all.buffers),
      valueCount: values,
      multiplyAdds: ownProducts + innerProducts,
      ...(inner && { layers: inner.layers }),
    },
    outputShape,
    ...all,
    values,
  };
}

/** Throws StudioError for layers in a type that holds none, and the other way round. */
export function checkHeldLayers(
  { type, holdsLayers }: ComponentDescriptor,
  { layers }: LayerSpec,
  where: string,
): void {
  const holds = layers !== undefined && layers.length > 0;
  if (holds === (holdsLayers ?? false)) return;
  const message = holds ? `${type} holds no layers.` : `${type} needs at least 1 layer inside.`;
  throw new StudioError('invalid-experiment', message, { where: `${where}.layers` });
}

/** Values in all the tensors together. */
export function countValues(tensors: readonly ModelTensor[]): number {
  return tensors.reduce((total, { shape }) => total + sizeOf(shape), 0);
}

function refuseNothing(parameters: readonly ModelParameter[]): void {
  if (countValues(parameters) > 0) return;
  throw new StudioError('invalid-experiment', 'The model has nothing to learn.', {
    where: 'model',
    hint: 'Add a Linear layer.',
  });
}

function refuseSize(parameters: readonly ModelParameter[]): void {
  const count = countValues(parameters);
  if (count <= MOST_PARAMETERS) return;
  throw new StudioError(
    'invalid-experiment',
    `The model has ${format(count)} parameters; at most ${format(MOST_PARAMETERS)} are supported.`,
    { where: 'model', hint: 'Make its widest Linear layer smaller.' },
  );
}

function refuseValues(count: number, path: LayerPath): void {
  if (count <= MOST_VALUES) return;
  throw new StudioError(
    'invalid-experiment',
    `A sample becomes more than ${format(MOST_VALUES)} values on its way through the model.`,
    { where: layerPlace(path), hint: 'Shrink images earlier, or take fewer channels.' },
  );
}

const format = (value: number) => value.toLocaleString('en-US');
