/** Options that optimizers share, and the gradient with the penalty of weight decay in it. */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import { add, multiply } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';

export function learningRateOption(standard: number): OptionDescriptor {
  return {
    name: 'learningRate',
    symbols: ['lr'],
    kind: 'number',
    default: standard,
    range: { minimum: 0, minimumExclusive: true },
    label: { en: 'Learning rate', ko: '학습률' },
    help: {
      en: 'Size of a step. Too large diverges, too small gets stuck.',
      ko: '한 번에 움직이는 크기입니다. 너무 크면 발산할 수 있고, 너무 작으면 지역 최소점에 빠질 수 있습니다.',
    },
  };
}

export function epsOption(standard: number): OptionDescriptor {
  return {
    name: 'eps',
    symbols: ['ε'],
    kind: 'number',
    default: standard,
    range: { minimum: 0, minimumExclusive: true },
    label: { en: 'Epsilon ε', ko: '엡실론 ε' },
    help: {
      en: 'Added to the denominator, so that a parameter without gradient divides by no zero.',
      ko: '그래디언트가 없는 파라미터에서 0으로 나누지 않도록 분모에 더하는 작은 수입니다.',
    },
  };
}

export const betasOption: OptionDescriptor = {
  name: 'betas',
  symbols: ['β₁', 'β₂'],
  kind: 'numbers',
  length: 2,
  default: [0.9, 0.999],
  range: { minimum: 0, maximum: 1, maximumExclusive: true },
  label: { en: 'Betas β₁, β₂', ko: '베타 β₁, β₂' },
  help: {
    en: 'How much of the past the mean of the gradient and the mean of its square keep.',
    ko: '그래디언트의 평균과 그 제곱의 평균이 과거 값을 유지하는 비율입니다.',
  },
};

const weightDecayOnOption: OptionDescriptor = {
  name: 'weightDecayOn',
  kind: 'choice',
  default: 'weights',
  choices: ['weights', 'all'],
  label: { en: 'Weight decay on', ko: '가중치 감쇄 대상' },
  help: {
    en: 'weights: spares biases and BatchNorm’s γ and β. all: every parameter, as PyTorch does.',
    ko: 'weights: 편향과 배치 정규화의 γ, β는 제외합니다. all: PyTorch처럼 모든 파라미터에 적용합니다.',
  },
};

export const weightDecayOptions: readonly OptionDescriptor[] = [
  {
    name: 'weightDecay',
    symbols: ['λ'],
    kind: 'number',
    default: 0,
    range: { minimum: 0 },
    label: { en: 'Weight decay λ', ko: '가중치 감쇄 λ' },
    help: {
      en: 'Adds (λ/2)·‖W‖² to the loss, which keeps weights small and regularizes.',
      ko: '손실에 (λ/2)·‖W‖²를 더해 가중치가 커지는 것을 막는 정규화 기법입니다.',
    },
  },
  weightDecayOnOption,
];

export const decoupledWeightDecayOptions: readonly OptionDescriptor[] = [
  {
    name: 'weightDecay',
    symbols: ['λ'],
    kind: 'number',
    default: 0.01,
    range: { minimum: 0 },
    label: { en: 'Weight decay λ', ko: '가중치 감쇄 λ' },
    help: {
      en: 'Shrinks the weights by lr · λ in every iteration, apart from the gradient.',
      ko: '그래디언트와 별도로 매 이터레이션마다 가중치를 lr · λ만큼의 비율로 줄입니다.',
    },
  },
  weightDecayOnOption,
];

/** ∇(L + (λ/2)‖p‖²) = g + λ p: L2 regularization, PyTorch's `weight_decay` of all but AdamW. */
export function gradientWithPenalty(gradient: Tensor, parameter: Tensor, decay: number): Tensor {
  return decay === 0 ? gradient : add(gradient, multiply(parameter, decay));
}
