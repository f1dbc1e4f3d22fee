/** Layers that were made for one dataset, cut to another. */
import type { LayerSpec } from '../contract/ModelSpec.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { buildLayer } from '../model/buildModel.ts';
import { isActivation } from '../training/regularizerEdits.ts';
import type { TemplateFacts } from './ModelTemplate.ts';

/**
 * A size that follows from the layer before stays where it is right on the new samples, too, and is
 * left out where it is not, so that it follows from the new layer before. A last layer that is Linear
 * gives as many outputs as the dataset wants, a first one that takes token numbers knows as many as
 * there are. Images reach a network that begins with Linear through Flatten. Whatever else does not
 * fit, the check of an experiment names.
 */
export function refitLayers(layers: readonly LayerSpec[], facts: TemplateFacts): LayerSpec[] {
  const own = layers.map((layer) => ({ ...layer, options: { ...layer.options } }));
  const [first, last] = [own.at(0), own.at(-1)];
  if (last?.type === 'Linear') last.options.outFeatures = facts.outputs;
  if (facts.numEmbeddings !== null && first && 'numEmbeddings' in first.options) {
    first.options.numEmbeddings = facts.numEmbeddings;
  }
  const flatten = { type: 'Flatten', options: {} };
  return withFittingSizes(needsFlatten(own, facts) ? [flatten, ...own] : own, facts.inputShape);
}

function needsFlatten(layers: readonly LayerSpec[], { inputShape }: TemplateFacts): boolean {
  const keepsShape = ({ type }: LayerSpec) =>
    type === 'Identity' || type === 'Dropout' || isActivation({ type });
  return inputShape.length > 1 && layers.find((layer) => !keepsShape(layer))?.type === 'Linear';
}

/** No size is known to be right behind a layer that cannot be built. */
function withFittingSizes(layers: readonly LayerSpec[], inputShape: Shape | null): LayerSpec[] {
  let shape = inputShape;
  return layers.map((spec) => {
    const held = spec.layers && { layers: withFittingSizes(spec.layers, shape) };
    const given = { ...spec, ...held };
    const sizeless = { ...withoutFollowing(spec), ...held };
    const output = outputOf(given, shape);
    shape = output ?? outputOf(sizeless, shape);
    return output ? given : sizeless;
  });
}

/** Null for a layer that does not take such samples. */
function outputOf(spec: LayerSpec, inputShape: Shape | null): Shape | null {
  if (!inputShape) return null;
  try {
    return buildLayer(spec, inputShape, []).outputShape;
  } catch (error) {
    if (error instanceof StudioError) return null;
    throw error;
  }
}

function withoutFollowing(spec: LayerSpec): LayerSpec {
  const following = followingOptions(spec);
  const options = Object.entries(spec.options).filter(([name]) => !following.has(name));
  return { ...spec, options: Object.fromEntries(options) };
}

/** Two shapes of a table, and two of an image. */
const probes: readonly (readonly [Shape, Shape])[] = [
  [[2], [3]],
  [
    [2, 2, 2],
    [3, 3, 3],
  ],
];

/** Those that are others for another input: the stride of a pool, say, is not. */
function followingOptions({ type, options }: LayerSpec): ReadonlySet<string> {
  const definition = layerDefinitions.find(({ descriptor }) => descriptor.type === type);
  const infer = (shape: Shape) => definition?.inferOptions?.(shape, options) ?? {};
  return new Set(
    probes.flatMap(([one, other]) => {
      const [before, after] = [infer(one), infer(other)];
      return Object.keys(before).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
      );
    }),
  );
}
