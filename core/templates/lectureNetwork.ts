import type { ModelTemplate } from './ModelTemplate.ts';
import { bagOfWords, flatten, layer, linear } from './parts.ts';

const HIDDEN = [200, 100, 50];

/** Source: the lecture's `nn.Sequential(nn.Linear(300, 200), nn.LeakyReLU(), ...)`. */
export const lectureNetwork: ModelTemplate = {
  id: 'lecture-network',
  name: { en: "The lecture's network", ko: '강의의 신경망' },
  summary: {
    en: 'Three hidden layers of 200, 100 and 50 nodes, batch normalization behind each activation.',
    ko: '노드가 200, 100, 50개인 은닉 계층 셋이며, 활성화 함수 뒤마다 배치 정규화가 있습니다.',
  },
  vectorizer: bagOfWords,
  layers: ({ inputShape, outputs }) => [
    ...flatten(inputShape),
    ...HIDDEN.flatMap((nodes) => [linear(nodes), layer('LeakyReLU'), layer('BatchNorm1d')]),
    linear(outputs),
  ],
};
