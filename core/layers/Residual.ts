import { StudioError } from '../contract/StudioError.ts';
import { add } from '../graph/ops.ts';
import { shapesEqual } from '../graph/Tensor.ts';
import type { LayerDefinition } from './LayerDefinition.ts';
import { formatSampleShape } from './refuseShape.ts';

/**
 * Adds its input to what its own layers make of it: y = x + f(x). The gradient reaches the layers
 * before it undiminished, which is what lets very deep networks learn.
 *
 * Shape: [N, *] → [N, *]; f must give back the shape that it takes. There is no projection on the
 * way around: put a Conv2d of kernelSize 1, or a Linear, in front of the block to change the shape.
 * Learns: what its layers learn, under names such as `3.0.weight`: it is PyTorch's
 * `class Residual(nn.Sequential)` with `forward = lambda self, x: x + super().forward(x)`.
 * Training and inference: the same, but for its layers.
 * Example: { type: 'Residual', layers: [{ type: 'Linear', options: { outFeatures: 8 } }] } behind 8
 * features.
 * Source: He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2015.
 */
export const Residual: LayerDefinition = {
  descriptor: {
    type: 'Residual',
    family: 'block',
    summary: {
      en: 'Adds its input to what its own layers make of it, so that deep networks keep learning.',
      ko: '안에 든 계층들의 출력에 입력을 그대로 더합니다. 깊은 신경망도 학습이 막히지 않습니다.',
    },
    equation: 'y = x + f(x)',
    options: [],
    holdsLayers: true,
  },

  outputShape(_options, inputShape, innerShape) {
    if (shapesEqual(inputShape, innerShape)) return inputShape;
    throw new StudioError(
      'invalid-experiment',
      `Residual adds its input, so its layers must give back ${formatSampleShape(inputShape)}. ` +
        `They give ${formatSampleShape(innerShape)}.`,
      {
        hint:
          'Projections on the way around are not supported: keep the shape inside, and change it ' +
          'with a layer in front of the block.',
      },
    );
  },

  forward: (context, x) => add(x, context.applyInner(x)),
};
