import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, conv, flatten, grouped, layer, linear } from './parts.ts';

const CHANNELS = [32, 64, 128];
/** Pixels along a side that the last stage still gets. */
const SMALLEST = 4;

/**
 * As many stages as halving leaves pixels for.
 *
 * Source: Simonyan and Zisserman, "Very deep convolutional networks for large-scale image
 * recognition", 2014, with three stages instead of five.
 */
export const smallVgg: ModelTemplate = {
  id: 'small-vgg',
  name: { en: 'Small VGG', ko: '작은 VGG' },
  summary: {
    en: 'Stages of two convolutions with windows of 3, halved by max pooling while the channels double.',
    ko: '윈도 크기 3인 합성곱 둘씩의 단계입니다. 최대 풀링으로 절반이 되고 채널은 두 배가 됩니다.',
  },
  kind: 'image',
  vectorizer: bagOfWords,
  layers({ inputShape, outputs }) {
    const [, height = 1, width = 1] = inputShape;
    const stages = CHANNELS.filter(
      (_, stage) => stage === 0 || Math.min(height, width) / 2 ** stage >= SMALLEST,
    );
    return [
      ...stages.flatMap((channels, stage) =>
        grouped(`stage ${stage + 1}`, [
          ...[0, 1].flatMap(() => [conv(channels, 3, { padding: 1 }), layer('ReLU')]),
          layer('MaxPool2d', { kernelSize: 2 }),
        ]),
      ),
      ...grouped('classifier', [
        ...flatten(inputShape),
        linear(128),
        layer('ReLU'),
        layer('Dropout', { p: 0.5 }),
        linear(outputs),
      ]),
    ];
  },
};
