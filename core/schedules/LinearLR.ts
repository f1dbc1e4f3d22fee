import type { WarmupDefinition, WarmupOptions } from './WarmupDefinition.ts';

type LinearLROptions = WarmupOptions & { startFactor: number };

/**
 * From startFactor · lr in a straight line to lr: factor s + (1 − s) t / T, as PyTorch's LinearLR
 * with end_factor 1.
 *
 * Steps after every epoch or every iteration, as `unit` says; PyTorch starts at ⅓, here the default
 * is a tenth.
 */
export const LinearLR: WarmupDefinition<LinearLROptions> = {
  descriptor: {
    type: 'LinearLR',
    family: 'warm-up',
    summary: {
      en: 'Raises the learning rate in a straight line while the first statistics settle.',
      ko: '학습 초기의 통계가 안정될 때까지 학습률을 직선으로 올립니다.',
    },
    equation: 'lrₜ = lr · (s + (1 − s) t / T)',
    options: [
      {
        name: 'startFactor',
        symbols: ['s'],
        kind: 'number',
        default: 0.1,
        range: { minimum: 0, minimumExclusive: true, maximum: 1 },
        label: { en: 'Start factor s', ko: '시작 배율 s' },
        help: {
          en: 'Share of the learning rate that the run starts with.',
          ko: '학습을 시작할 때 쓰는 학습률의 비율입니다.',
        },
      },
      {
        name: 'length',
        kind: 'integer',
        default: 5,
        range: { minimum: 1 },
        label: { en: 'Length T', ko: '길이 T' },
        help: {
          en: 'How long the warm-up lasts, in the unit below.',
          ko: '워밍업이 이어지는 길이이며, 단위는 아래에서 정합니다.',
        },
      },
      {
        name: 'unit',
        kind: 'choice',
        default: 'epochs',
        choices: ['epochs', 'iterations'],
        label: { en: 'Unit', ko: '단위' },
        help: {
          en: 'Whether the learning rate rises after every epoch or every iteration.',
          ko: '에포크마다 올릴지 이터레이션마다 올릴지 정합니다.',
        },
      },
    ],
  },
  factor: (step, { startFactor, length }) => startFactor + ((1 - startFactor) * step) / length,
};
