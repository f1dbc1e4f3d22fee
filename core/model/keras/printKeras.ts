/**
 * A network as Keras 3 text: `keras.Sequential([...])` with the shape of a sample in front.
 *
 * The layers and their sizes are the same; the weights of a Linear behind a Flatten of images stand
 * in another order, because Keras lays images in rows channels last.
 */
import type { LocalizedText } from '../../contract/primitives.ts';
import type { Shape } from '../../graph/Tensor.ts';
import type { Model, ModelLayer } from '../buildModel.ts';
import { layerName } from '../layerName.ts';
import { kerasLayer } from './kerasLayer.ts';

export interface KerasText {
  readonly text: string;
  /** `layer 3 (Residual): Keras has no layer like it`, of each that stands in a comment instead. */
  readonly unsupported: readonly LocalizedText[];
}

/** `first`: the position of the first of `layers` in its network. */
export function printKeras({ layers }: Pick<Model, 'layers'>, first = 0): KerasText {
  const unsupported: LocalizedText[] = [];
  const lines = layers.flatMap((layer, index) => {
    const written = kerasLayer(layer);
    if ('calls' in written) return written.calls.map((one) => `        layers.${one},`);
    const name = layerName([first + index], layer.type);
    const { en, ko } = written.refusal;
    const named = { en: `${name.en}: ${en}`, ko: `${name.ko}: ${ko}` };
    unsupported.push(named);
    return [`        # ${named.en}`];
  });
  const text = [
    'import keras',
    'from keras import layers',
    '',
    'model = keras.Sequential(',
    '    [',
    `        keras.Input(shape=${inputShape(layers[0])}),`,
    ...lines,
    '    ]',
    ')',
    '',
  ].join('\n');
  return { text, unsupported };
}

function inputShape(layer: ModelLayer | undefined): string {
  const shape: Shape = layer?.inputShape ?? [];
  const [channels, height, width] = shape;
  const sizes = shape.length === 3 ? [height, width, channels] : shape;
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}
