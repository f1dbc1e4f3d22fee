/** Layers that were made for one dataset, cut to another. */
import type { LayerSpec } from '../contract/ModelSpec.ts';
import type { Shape } from '../graph/Tensor.ts';
import { layerDefinitions } from '../layers/registry.ts';
import { isActivation } from '../training/regularizerEdits.ts';
import type { TemplateFacts } from './ModelTemplate.ts';

/**
 * Without the sizes that follow from the layer before, so that they follow from the new one; a last
 * layer that is Linear gives as many outputs as the dataset wants, a first one that takes token
 * numbers knows as many as there are. Images reach a network that begins with Linear through
 * Flatten. Whatever else does not fit, the check of an experiment names.
 */
export function refitLayers(layers: readonly LayerSpec[], facts: TemplateFacts): LayerSpec[] {
  const open = layers.map(withoutInferred);
  const [first, last] = [open.at(0), open.at(-1)];
  if (last?.type === 'Linear') last.options.outFeatures = facts.outputs;
  if (facts.numEmbeddings !== null && first && 'numEmbeddings' in first.options) {
    first.options.numEmbeddings = facts.numEmbeddings;
  }
  return needsFlatten(open, facts) ? [{ type: 'Flatten', options: {} }, ...open] : open;
}

function needsFlatten(layers: readonly LayerSpec[], { inputShape }: TemplateFacts): boolean {
  const keepsShape = ({ type }: LayerSpec) =>
    type === 'Identity' || type === 'Dropout' || isActivation({ type });
  return inputShape.length > 1 && layers.find((layer) => !keepsShape(layer))?.type === 'Linear';
}

function withoutInferred(spec: LayerSpec): LayerSpec {
  const following = followingOptions(spec);
  const options = Object.entries(spec.options).filter(([name]) => !following.has(name));
  return {
    ...spec,
    options: Object.fromEntries(options),
    ...(spec.layers && { layers: spec.layers.map(withoutInferred) }),
  };
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
