import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, flatten, layer, linear } from './parts.ts';

export const mlpDropout: ModelTemplate = {
  id: 'mlp-dropout',
  name: { en: 'MLP with dropout', ko: '드롭아웃을 쓴 다층 퍼셉트론' },
  summary: {
    en: 'Two hidden layers; dropout between each activation and the next layer.',
    ko: '은닉 계층 둘입니다. 활성화 함수와 다음 계층 사이에 드롭아웃을 둡니다.',
  },
  vectorizer: bagOfWords,
  layers: ({ inputShape, outputs }) => [
    ...flatten(inputShape),
    ...[128, 64].flatMap((nodes) => [linear(nodes), layer('ReLU'), layer('Dropout', { p: 0.5 })]),
    linear(outputs),
  ],
};
