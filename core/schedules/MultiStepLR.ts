import { gammaOption } from './gammaOption.ts';
import type { ScheduleDefinition } from './ScheduleDefinition.ts';

type MultiStepLROptions = { milestones: number[]; gamma: number };

/** lr · γⁿ behind e epochs with n = |{m : m ≤ e}| milestones reached, as PyTorch's MultiStepLR. */
export const MultiStepLR: ScheduleDefinition<MultiStepLROptions> = {
  descriptor: {
    type: 'MultiStepLR',
    family: 'schedule',
    summary: {
      en: 'Multiplies the learning rate by γ at chosen epochs.',
      ko: '정한 에포크에 이를 때마다 학습률에 γ를 곱합니다.',
    },
    equation: 'lrₑ = lr · γ^|{m ≤ e}|',
    options: [
      {
        name: 'milestones',
        kind: 'integers',
        default: [10, 20],
        range: { minimum: 1 },
        label: { en: 'Milestones', ko: '변경 시점' },
        help: {
          en: 'Epochs behind which the learning rate changes, in rising order.',
          ko: '이 에포크를 마칠 때마다 학습률이 바뀝니다. 작은 수부터 적습니다.',
        },
        unit: { en: 'epochs', ko: '에포크' },
      },
      gammaOption(0.1),
    ],
  },
  steppedBy: 'epoch',
  handles: ({ milestones }, { learningRate, steps }) => [
    ...milestones.map((step, index) => ({
      ...{ option: 'milestones', index, axis: 'step' as const, step, factor: 1 },
    })),
    // In the middle of the first stretch that it lowers.
    {
      option: 'gamma',
      axis: 'rate',
      step: ((milestones[0] ?? steps) + (milestones[1] ?? steps)) / 2,
      factor: 1 / learningRate,
    },
  ],
  refusal: ({ milestones }) =>
    milestones.some((milestone, index) => index > 0 && milestone <= milestones[index - 1])
      ? `MultiStepLR milestones must rise. Received [${milestones.join(', ')}].`
      : null,
  learningRate: (step, { learningRate }, { milestones, gamma }) =>
    learningRate * gamma ** milestones.filter((milestone) => milestone <= step).length,
};
