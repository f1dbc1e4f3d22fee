import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, layer, linear } from './parts.ts';

export const textBagOfWords: ModelTemplate = {
  id: 'text-bag-of-words',
  name: { en: 'Text: bag of words', ko: '텍스트: 단어 가방' },
  summary: {
    en: 'Counts the words of a text, whatever their order, and weighs them in one hidden layer.',
    ko: '순서와 상관없이 글의 단어 수를 세고, 은닉 계층 하나로 가중합니다.',
  },
  kind: 'text',
  vectorizer: bagOfWords,
  layers: ({ outputs }) => [
    linear(64),
    layer('ReLU'),
    layer('Dropout', { p: 0.5 }),
    linear(outputs),
  ],
};
