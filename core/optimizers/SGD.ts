import { times } from '../graph/lean.ts';
import { add, multiply, subtract } from '../graph/ops.ts';
import { gradientWithPenalty, learningRateOption, weightDecayOptions } from './commonOptions.ts';
import type {
  OptimizerDefinition,
  OptimizerOptions,
  UpdatedParameter,
} from './OptimizerDefinition.ts';

type SGDOptions = OptimizerOptions & { momentum: number; dampening: number; nesterov: boolean };

/**
 * Stochastic gradient descent with momentum, as in PyTorch (learning rate outside the velocity):
 *
 *   g ← g + λ p;  v ← μ v + (1 − τ) g, but v ← g in the first iteration;
 *   p ← p − lr · v, or with Nesterov's look-ahead p ← p − lr · (g + μ v).
 *
 * The velocity starts at 0, so the first iteration needs no branch: only its share of the gradient
 * is 1 instead of 1 − τ. Without momentum nothing is remembered.
 * Source: Sutskever et al., "On the importance of initialization and momentum", 2013.
 */
export const SGD: OptimizerDefinition<SGDOptions> = {
  descriptor: {
    type: 'SGD',
    family: 'gradient descent',
    summary: {
      en: 'Steps against the gradient of the minibatch; momentum gives the steps a velocity.',
      ko: '미니배치의 그래디언트 반대 방향으로 움직이며, 모멘텀은 그 이동에 속도를 부여합니다.',
    },
    equation: 'v ← μ v + g;  p ← p − lr · v',
    options: [
      learningRateOption(0.01),
      {
        name: 'momentum',
        symbols: ['μ'],
        kind: 'number',
        default: 0,
        range: { minimum: 0, maximum: 1, maximumExclusive: true },
        label: { en: 'Momentum μ', ko: '모멘텀 μ' },
        help: {
          en: 'Share of the velocity that is kept. Smooths zig-zag and passes small minima; 0.9 is usual.',
          ko: '이전 속도를 유지하는 비율입니다. 지그재그를 줄이고 작은 최소점을 지나가며, 보통 0.9를 씁니다.',
        },
      },
      {
        name: 'dampening',
        symbols: ['τ'],
        kind: 'number',
        default: 0,
        range: { minimum: 0, maximum: 1 },
        label: { en: 'Dampening τ', ko: '감쇠 τ' },
        help: {
          en: 'Takes this share of the gradient away before it joins the velocity.',
          ko: '속도에 더하기 전에 그래디언트를 이 비율만큼 줄입니다.',
        },
      },
      {
        name: 'nesterov',
        kind: 'boolean',
        default: false,
        label: { en: 'Nesterov', ko: '네스테로프 모멘텀' },
        help: {
          en: 'Looks ahead along the velocity. Needs momentum above 0 and dampening 0.',
          ko: '속도 방향으로 한 걸음 앞을 내다봅니다. 모멘텀은 0보다 크고 감쇠는 0이어야 합니다.',
        },
      },
      ...weightDecayOptions,
    ],
  },

  refusal: ({ momentum, dampening, nesterov }) =>
    nesterov && (momentum === 0 || dampening !== 0)
      ? 'SGD nesterov needs momentum above 0 and dampening 0. ' +
        `Received momentum ${momentum} and dampening ${dampening}.`
      : null,

  isPlainDescent: ({ momentum, weightDecay }) => momentum === 0 && weightDecay === 0,

  slots: ({ momentum }) => (momentum === 0 ? [] : [{ name: 'velocity', initial: 0 }]),

  scalars({ momentum, dampening }, iteration): Record<string, number> {
    if (momentum === 0 || dampening === 0) return {};
    return { gradientShare: iteration === 1 ? 1 : 1 - dampening };
  },

  update(update, { momentum, nesterov }): UpdatedParameter {
    const { parameter, learningRate, slots, scalars } = update;
    const gradient = gradientWithPenalty(update.gradient, parameter, update.weightDecay);
    const descend = (direction: typeof gradient) =>
      subtract(parameter, times(direction, learningRate));
    if (momentum === 0) return { parameter: descend(gradient), slots: {} };

    const { gradientShare } = scalars;
    const addition = gradientShare ? multiply(gradient, gradientShare) : gradient;
    const velocity = add(multiply(slots.velocity, momentum), addition);
    const direction = nesterov ? add(gradient, multiply(velocity, momentum)) : velocity;
    return { parameter: descend(direction), slots: { velocity } };
  },
};
