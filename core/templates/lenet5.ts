import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, conv, flatten, layer, linear } from './parts.ts';

/** Height and width from which the windows of 5 fit without padding. */
const FULL_SIZE = 32;
const WINDOW = 5;

/**
 * With 32×32 pixels as in the paper; smaller images are padded where the windows would not fit.
 *
 * Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document
 * recognition", 1998, with average pooling without weights and a linear output as is usual now.
 */
export const lenet5: ModelTemplate = {
  id: 'lenet-5',
  name: { en: 'LeNet-5', ko: 'LeNet-5' },
  summary: {
    en: 'The network that read cheques in 1998: two convolutions, each pooled, then three linear layers.',
    ko: '1998년에 수표를 읽던 신경망입니다. 합성곱 둘에 풀링이 이어지고 선형 계층 셋으로 끝납니다.',
  },
  kind: 'image',
  vectorizer: bagOfWords,
  layers({ inputShape, outputs }) {
    const [, height = 1, width = 1] = inputShape;
    const size = Math.min(height, width);
    const first = paddingFor(size, FULL_SIZE);
    const pooled = Math.floor((size + 2 * first - WINDOW + 1) / 2);
    return [
      conv(6, WINDOW, first > 0 ? { padding: first } : {}),
      layer('Tanh'),
      layer('AvgPool2d', { kernelSize: 2 }),
      conv(16, WINDOW, paddingFor(pooled, WINDOW + 1) > 0 ? { padding: 2 } : {}),
      layer('Tanh'),
      layer('AvgPool2d', { kernelSize: 2 }),
      ...flatten(inputShape),
      linear(120),
      layer('Tanh'),
      linear(84),
      layer('Tanh'),
      linear(outputs),
    ];
  },
};

const paddingFor = (size: number, wanted: number) => (size < wanted ? (WINDOW - 1) / 2 : 0);
