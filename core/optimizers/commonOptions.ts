/** Options that optimizers share, and the gradient with the penalty of weight decay in it. */
import type { OptionDescriptor } from '../contract/Catalog.ts';
import { add, multiply } from '../graph/ops.ts';
import type { Tensor } from '../graph/Tensor.ts';

export function learningRateOption(standard: number): OptionDescriptor {
  return {
    name: 'learningRate',
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

export const weightDecayOptions: readonly OptionDescriptor[] = [
  {
    name: 'weightDecay',
    kind: 'number',
    default: 0,
    range: { minimum: 0 },
    label: { en: 'Weight decay λ', ko: '가중치 감쇄 λ' },
    help: {
      en: 'Adds (λ/2)·‖W‖² to the loss, which keeps weights small and regularizes.',
      ko: '손실에 (λ/2)·‖W‖²를 더해 가중치가 커지는 것을 막는 정규화 기법입니다.',
    },
  },
  {
    name: 'weightDecayOn',
    kind: 'choice',
    default: 'weights',
    choices: ['weights', 'all'],
    label: { en: 'Weight decay on', ko: '가중치 감쇄 대상' },
    help: {
      en: 'weights: spares biases and BatchNorm’s γ and β. all: every parameter, as PyTorch does.',
      ko: 'weights: 편향과 배치 정규화의 γ, β는 제외합니다. all: PyTorch처럼 모든 파라미터에 적용합니다.',
    },
  },
];

/** ∇(L + (λ/2)‖p‖²) = g + λ p: L2 regularization, PyTorch's `weight_decay` of SGD and Adam. */
export function gradientWithPenalty(gradient: Tensor, parameter: Tensor, decay: number): Tensor {
  return decay === 0 ? gradient : add(gradient, multiply(parameter, decay));
}
