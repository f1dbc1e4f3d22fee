/** The option that Softmax and LogSoftmax share: along which axis the values sum to 1. */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import { StudioError } from '../contract/StudioError.ts';
import type { Shape } from '../graph/Tensor.ts';

export type SoftmaxOptions = { dim: number };

export const softmaxDim: OptionDescriptor = {
  name: 'dim',
  kind: 'integer',
  default: 1,
  range: { minimum: -8, maximum: 8 },
  label: { en: 'Axis', ko: '축' },
  help: {
    en: 'Axis along which the probabilities sum to 1, with the minibatch as axis 0. −1 is the last.',
    ko: '확률의 합이 1이 되는 축입니다. 미니배치가 0번 축이고, −1은 마지막 축입니다.',
  },
};

/** The shape of a sample goes through; throws where dim names no axis of it. */
export function softmaxShape(layer: string, { dim }: SoftmaxOptions, inputShape: Shape): Shape {
  const rank = inputShape.length + 1;
  const axis = dim < 0 ? dim + rank : dim;
  if (axis >= 1 && axis < rank) return inputShape;
  const last = rank - 1;
  throw new StudioError(
    'invalid-experiment',
    `${layer} dim must be ${last === 1 ? '1 or -1' : `in [1, ${last}] or [-${last}, -1]`} for ` +
      `samples of ${last === 1 ? '1 axis' : `${last} axes`}. Received ${dim}.`,
    { hint: 'Axis 0 is the minibatch: samples do not share their probabilities.' },
  );
}
