import { multiply, subtract } from '../graph/ops.ts';
import {
  type AdamOptions,
  adamScalars,
  adamSlots,
  adamStep,
  amsgradOption,
} from './adamMoments.ts';
import {
  betasOption,
  decoupledWeightDecayOptions,
  epsOption,
  learningRateOption,
} from './commonOptions.ts';
import type { OptimizerDefinition } from './OptimizerDefinition.ts';

/**
 * Adam with weight decay apart from the gradient: p ← (1 − lr λ) p, then Adam's step without λ.
 *
 * In Adam the penalty's gradient is divided by √v̂ like any other, so weights with large gradients
 * hardly decay; here all decay by the same share. The learning rate scales the decay, schedules
 * included, as in PyTorch.
 * Source: Loshchilov and Hutter, "Decoupled weight decay regularization", 2019.
 */
export const AdamW: OptimizerDefinition<AdamOptions> = {
  descriptor: {
    type: 'AdamW',
    family: 'adaptive',
    summary: {
      en: 'Adam whose weight decay shrinks the weights directly instead of joining the gradient.',
      ko: '가중치 감쇄를 그래디언트에 더하지 않고 가중치를 직접 줄이는 Adam입니다.',
    },
    equation:
      'm ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  p ← (1 − lr · λ) p − lr · m̂ / (√v̂ + ε)',
    options: [
      learningRateOption(0.001),
      betasOption,
      epsOption(1e-8),
      amsgradOption,
      ...decoupledWeightDecayOptions,
    ],
  },

  decouplesWeightDecay: true,
  slots: adamSlots,
  scalars: adamScalars,

  update(update, options) {
    const { parameter, gradient, learningRate, weightDecay } = update;
    const { step, slots } = adamStep(gradient, update, options);
    const decayed =
      weightDecay === 0
        ? parameter
        : multiply(parameter, subtract(1, multiply(learningRate, weightDecay)));
    return { parameter: subtract(decayed, step), slots };
  },
};
