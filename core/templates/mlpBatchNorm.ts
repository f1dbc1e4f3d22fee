import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, flatten, layer, linear } from './parts.ts';

/** The normalization subtracts a mean, so a bias in front of it would do nothing. */
export const mlpBatchNorm: ModelTemplate = {
  id: 'mlp-batch-norm',
  name: { en: 'MLP with batch normalization', ko: '배치 정규화를 쓴 다층 퍼셉트론' },
  summary: {
    en: 'Two hidden layers; batch normalization between the linear layer and its activation.',
    ko: '은닉 계층 둘입니다. 선형 계층과 활성화 함수 사이에 배치 정규화를 둡니다.',
  },
  vectorizer: bagOfWords,
  layers: ({ inputShape, outputs }) => [
    ...flatten(inputShape),
    ...[128, 64].flatMap((outFeatures) => [
      layer('Linear', { outFeatures, bias: false }),
      layer('BatchNorm1d'),
      layer('ReLU'),
    ]),
    linear(outputs),
  ],
};
