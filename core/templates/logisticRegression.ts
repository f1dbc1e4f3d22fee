import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, flatten, linear } from './parts.ts';

export const logisticRegression: ModelTemplate = {
  id: 'logistic-regression',
  name: { en: 'Logistic regression', ko: '로지스틱 회귀' },
  summary: {
    en: 'One linear layer: the baseline that every deeper network has to beat.',
    ko: '선형 계층 하나입니다. 더 깊은 신경망이 넘어서야 할 기준선입니다.',
  },
  vectorizer: bagOfWords,
  layers: ({ inputShape, outputs }) => [...flatten(inputShape), linear(outputs)],
};
