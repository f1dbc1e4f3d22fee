/** model.py of a PyTorch project: the network as nn.Sequential, with the weights' names. */

import { walkLayers } from '../../contract/layerPath.ts';
import type { LayerSpec } from '../../contract/ModelSpec.ts';
import type { Model } from '../buildModel.ts';
import { modelSpecOf } from '../modelSpecOf.ts';
import { printSequential } from './printSequential.ts';

/** Layers that resources/pytorch/layers.py has, because PyTorch's are not quite the same. */
function isOwn({ type, options }: LayerSpec): boolean {
  switch (type) {
    case 'Dropout':
      return options.scaling === 'classic';
    case 'LayerNorm':
      return options.bias === false;
    case 'Embedding':
    case 'EmbeddingBag':
    case 'Residual':
      return true;
    default:
      return false;
  }
}

export function projectModule(name: string, model: Model): string {
  const spec = modelSpecOf(model);
  const layers = [...walkLayers(spec.layers)].map(({ layer }) => layer);
  const own = [...new Set(layers.filter(isOwn).map(({ type }) => type))].sort();
  const text = printSequential(spec, (layer) => (isOwn(layer) ? '' : 'nn.'));
  return `"""The network of ${JSON.stringify(name.replaceAll('\\', '/')).slice(1, -1)}."""
from torch import nn
${own.length === 0 ? '' : `\nfrom layers import ${own.join(', ')}\n`}

def build_model():
    return ${text.replaceAll('\n', '\n    ')}
`;
}
