import type { ScheduleDefinition } from './ScheduleDefinition.ts';

type CosineAnnealingLROptions = { tMax?: number; etaMin: number };

/**
 * η + (lr − η) (1 + cos(π e / T)) / 2 in the epoch behind e others, as PyTorch's CosineAnnealingLR:
 * beyond T it rises again. T is the whole run unless given.
 *
 * Source: Loshchilov and Hutter, "SGDR", 2017, without the restarts.
 */
export const CosineAnnealingLR: ScheduleDefinition<CosineAnnealingLROptions> = {
  descriptor: {
    type: 'CosineAnnealingLR',
    family: 'schedule',
    summary: {
      en: 'Lowers the learning rate along half a cosine: slowly, then fast, then slowly.',
      ko: '코사인 곡선의 반 주기를 따라 천천히, 빠르게, 다시 천천히 학습률을 낮춥니다.',
    },
    equation: 'lrₑ = η + (lr − η) (1 + cos(π e / T)) / 2',
    options: [
      {
        name: 'tMax',
        kind: 'integer',
        inferred: true,
        range: { minimum: 1 },
        label: { en: 'Half period T', ko: '반 주기 T' },
        help: {
          en: 'Epochs until the minimum is reached; the whole run when left out.',
          ko: '최솟값에 이르기까지의 에포크 수이며, 비우면 전체 학습 길이와 같습니다.',
        },
        unit: { en: 'epochs', ko: '에포크' },
      },
      {
        name: 'etaMin',
        symbols: ['η'],
        kind: 'number',
        default: 0,
        range: { minimum: 0 },
        label: { en: 'Smallest rate η', ko: '최소 학습률 η' },
        help: {
          en: 'The learning rate at the minimum.',
          ko: '가장 낮을 때의 학습률입니다.',
        },
      },
    ],
  },
  steppedBy: 'epoch',
  // The half period is held in its middle: its end, or that of the run, is where the smallest rate is
  // held. What is left of lr there is taken off: η = (rate − lr · w) / (1 − w).
  handles: ({ tMax }, { learningRate, steps }) => {
    const halfPeriod = tMax ?? steps;
    const last = Math.min(halfPeriod, steps - 1);
    const weight = weightAt(last, halfPeriod);
    return [
      { option: 'tMax', axis: 'step', step: halfPeriod / 2, factor: 2 },
      {
        ...{ option: 'etaMin', axis: 'rate' as const, step: last },
        ...{ factor: 1 / (1 - weight), origin: learningRate * weight },
      },
    ];
  },
  learningRate(step, { learningRate, steps }, { tMax = steps, etaMin }) {
    return etaMin + (learningRate - etaMin) * weightAt(step, tMax);
  },
};

/** (1 + cos(π e / T)) / 2, the share of lr − η that is left. */
const weightAt = (step: number, halfPeriod: number) =>
  (1 + Math.cos((Math.PI * step) / halfPeriod)) / 2;
