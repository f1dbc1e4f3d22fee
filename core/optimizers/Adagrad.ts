import { add, divide, multiply, sqrt, subtract } from '../graph/ops.ts';
import {
  epsOption,
  gradientWithPenalty,
  learningRateOption,
  weightDecayOptions,
} from './commonOptions.ts';
import type { OptimizerDefinition, OptimizerOptions } from './OptimizerDefinition.ts';

type AdagradOptions = OptimizerOptions & {
  learningRateDecay: number;
  initialAccumulatorValue: number;
  eps: number;
};

/**
 * A learning rate per parameter that falls with the sum of its squared gradients:
 *
 *   g ← g + λ p;  s ← s + g²;  p ← p − lr/(1 + (t − 1) η) · g/(√s + ε).
 *
 * s starts at `initialAccumulatorValue`, η is `learningRateDecay` (PyTorch's lr_decay).
 * Source: Duchi, Hazan and Singer, "Adaptive subgradient methods", 2011.
 */
export const Adagrad: OptimizerDefinition<AdagradOptions> = {
  descriptor: {
    type: 'Adagrad',
    family: 'adaptive',
    summary: {
      en: 'Slows down each parameter by all the gradients it has seen; good for rare features.',
      ko: '지금까지의 그래디언트 제곱합만큼 파라미터별 학습률을 낮추며, 드문 특징에 좋습니다.',
    },
    equation: 's ← s + g²;  p ← p − lr · g / (√s + ε)',
    options: [
      learningRateOption(0.01),
      {
        name: 'learningRateDecay',
        symbols: ['η'],
        kind: 'number',
        default: 0,
        range: { minimum: 0 },
        label: { en: 'Learning rate decay η', ko: '학습률 감쇠 η' },
        help: {
          en: 'Divides the learning rate by 1 + (t − 1) η at iteration t, on top of the schedule.',
          ko: '스케줄과 별도로 t번째 이터레이션의 학습률을 1 + (t − 1) η로 나눕니다.',
        },
      },
      {
        name: 'initialAccumulatorValue',
        kind: 'number',
        default: 0,
        range: { minimum: 0 },
        label: { en: 'Initial sum', ko: '초기 누적값' },
        help: {
          en: 'What the sum of squares starts from: more makes the first steps smaller.',
          ko: '제곱합의 시작값입니다. 클수록 처음 몇 번의 이동이 작아집니다.',
        },
      },
      epsOption(1e-10),
      ...weightDecayOptions,
    ],
  },

  slots: ({ initialAccumulatorValue }) => [{ name: 'squareSum', initial: initialAccumulatorValue }],

  scalars({ learningRateDecay }, iteration): Record<string, number> {
    if (learningRateDecay === 0) return {};
    return { rateFactor: 1 / (1 + (iteration - 1) * learningRateDecay) };
  },

  update(update, { eps }) {
    const { parameter, learningRate, slots, scalars, weightDecay } = update;
    const gradient = gradientWithPenalty(update.gradient, parameter, weightDecay);
    const squareSum = add(slots.squareSum, multiply(gradient, gradient));
    const { rateFactor } = scalars;
    const rate = rateFactor ? multiply(learningRate, rateFactor) : learningRate;
    const step = multiply(divide(gradient, add(sqrt(squareSum), eps)), rate);
    return { parameter: subtract(parameter, step), slots: { squareSum } };
  },
};
