import { gammaOption } from './gammaOption.ts';
import type { ScheduleDefinition } from './ScheduleDefinition.ts';

type StepLROptions = { stepSize: number; gamma: number };

/** lr · γ^⌊e / stepSize⌋ in the epoch behind e others, as PyTorch's StepLR. */
export const StepLR: ScheduleDefinition<StepLROptions> = {
  descriptor: {
    type: 'StepLR',
    family: 'schedule',
    summary: {
      en: 'Multiplies the learning rate by γ every few epochs.',
      ko: '정해진 에포크마다 학습률에 γ를 곱합니다.',
    },
    equation: 'lrₑ = lr · γ^⌊e / s⌋',
    options: [
      {
        name: 'stepSize',
        symbols: ['s'],
        kind: 'integer',
        default: 10,
        range: { minimum: 1 },
        label: { en: 'Step size s', ko: '단계 간격 s' },
        help: {
          en: 'Epochs between two changes.',
          ko: '학습률을 바꾸는 에포크 간격입니다.',
        },
        unit: { en: 'epochs', ko: '에포크' },
      },
      gammaOption(0.1),
    ],
  },
  steppedBy: 'epoch',
  // The factor is held in the middle of the first stretch that it lowers.
  handles: ({ stepSize }, { learningRate }) => [
    { option: 'stepSize', axis: 'step', step: stepSize, factor: 1 },
    { option: 'gamma', axis: 'rate', step: 1.5 * stepSize, factor: 1 / learningRate },
  ],
  learningRate: (step, { learningRate }, { stepSize, gamma }) =>
    learningRate * gamma ** Math.floor(step / stepSize),
};
