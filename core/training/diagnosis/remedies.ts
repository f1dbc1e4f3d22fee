/** What to do, in both languages; a value fills the text where there is one. */
import type { Remedy } from '../../contract/Diagnosis.ts';
import { grouped } from './grouped.ts';

type Texts = (value: string) => Remedy['text'];

const texts: Readonly<Record<Remedy['code'], Texts>> = {
  'lower-learning-rate': (value) => ({
    en: `Lower the learning rate: try ${value}.`,
    ko: `학습률을 낮추세요. ${value}부터 시도해 보세요.`,
  }),
  'raise-learning-rate': (value) => ({
    en: `Raise the learning rate: try ${value}.`,
    ko: `학습률을 높이세요. ${value}부터 시도해 보세요.`,
  }),
  'find-learning-rate': () => ({
    en: 'Look for a learning rate: the learning-rate range test (lr-find) suggests one.',
    ko: '학습률을 찾으세요. 학습률 범위 검사(lr-find)가 알맞은 값을 제안합니다.',
  }),
  'clip-gradients': () => ({
    en: 'Clip the gradients by norm.',
    ko: '그래디언트를 노름으로 제한하세요.',
  }),
  'check-features': () => ({
    en: 'Look for a feature that holds the answer, and for samples that stand in two splits.',
    ko: '정답이 담긴 특징이 있는지, 여러 분할에 함께 들어간 샘플이 있는지 확인하세요.',
  }),
  'check-labels': () => ({
    en: 'Look at the samples with the largest loss: their labels may be wrong.',
    ko: '손실이 가장 큰 샘플부터 레이블이 틀리지 않았는지 확인하세요.',
  }),
  'use-label-smoothing': (value) => ({
    en: `Use label smoothing: try ${value}.`,
    ko: `레이블 스무딩을 쓰세요. ${value}부터 시도해 보세요.`,
  }),
  'stop-early': (value) => ({
    en: `Stop early: the weights of epoch ${value} are the best.`,
    ko: `조기 종료를 쓰세요. 에포크 ${value}의 가중치가 가장 좋습니다.`,
  }),
  'add-regularization': () => ({
    en: 'Regularize: dropout, weight decay, augmentation.',
    ko: '드롭아웃, 가중치 감쇄, 증강 같은 정규화를 더하세요.',
  }),
  'get-more-data': () => ({
    en: 'Train on more samples.',
    ko: '더 많은 샘플로 학습하세요.',
  }),
  'smaller-model': () => ({
    en: 'Make the model smaller: fewer or narrower layers.',
    ko: '계층 수나 노드 수를 줄여 모델을 작게 만드세요.',
  }),
  'larger-model': () => ({
    en: 'Make the model larger: more or wider layers.',
    ko: '계층 수나 노드 수를 늘려 모델을 크게 만드세요.',
  }),
  'less-regularization': () => ({
    en: 'Regularize less: lower dropout and weight decay.',
    ko: '드롭아웃과 가중치 감쇄를 줄여 정규화를 약하게 하세요.',
  }),
  'change-activation': () => ({
    en: 'Help the gradient through: ReLU or LeakyReLU for Sigmoid, batch normalization.',
    ko: 'Sigmoid 대신 ReLU나 LeakyReLU를 쓰고 배치 정규화를 더해 그래디언트가 전달되게 하세요.',
  }),
  'use-leaky-relu': () => ({
    en: 'Use LeakyReLU, ELU or GELU in its place: their units cannot die.',
    ko: '그 자리에 LeakyReLU, ELU, GELU를 쓰세요. 이들의 노드는 죽지 않습니다.',
  }),
  'normalize-batches': () => ({
    en: 'Add batch normalization before the activation.',
    ko: '활성화 함수 앞에 배치 정규화를 더하세요.',
  }),
  'scale-features': () => ({
    en: 'Scale the features: standardize them, and look for values that are far too large.',
    ko: '특징을 표준화하고, 지나치게 큰 값이 있는지 확인하세요.',
  }),
  'raise-epsilon': () => ({
    en: 'Raise epsilon, which keeps the denominator away from zero.',
    ko: '분모가 0이 되지 않게 하는 엡실론을 키우세요.',
  }),
  'train-longer': (value) => ({
    en: `Train longer: try ${value} epochs.`,
    ko: `더 오래 학습하세요. ${value} 에포크를 시도해 보세요.`,
  }),
};

export function remedy(code: Remedy['code'], value: number | null = null): Remedy {
  const rounded = value === null ? null : Number(value.toPrecision(2));
  const shown = Number.isInteger(value) ? value : rounded;
  return { code, text: texts[code](shown === null ? '' : grouped(shown)), value: shown };
}

/** Rates above 1 rarely learn: a tenth of a rate far above is still none to try. */
const HIGHEST_TRY = 0.1;

/** For a training that broke off at this learning rate: a tenth of it, or a usual one. */
export function lowerLearningRate(learningRate: number): Remedy {
  const tenth = learningRate / 10;
  return remedy('lower-learning-rate', learningRate > 1 ? HIGHEST_TRY : tenth);
}
