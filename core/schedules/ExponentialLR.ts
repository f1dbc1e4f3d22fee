import { gammaOption } from './gammaOption.ts';
import type { ScheduleDefinition } from './ScheduleDefinition.ts';

type ExponentialLROptions = { gamma: number };

/** lr · γᵉ in the epoch behind e others, as PyTorch's ExponentialLR. */
export const ExponentialLR: ScheduleDefinition<ExponentialLROptions> = {
  descriptor: {
    type: 'ExponentialLR',
    family: 'schedule',
    summary: {
      en: 'Multiplies the learning rate by γ after every epoch.',
      ko: '에포크마다 학습률에 γ를 곱해 지수적으로 줄입니다.',
    },
    equation: 'lrₑ = lr · γᵉ',
    options: [gammaOption(0.95)],
  },
  steppedBy: 'epoch',
  // In the middle of the run, where γ has been multiplied so often: γ = (rate / lr)^(1 / e).
  handles: (_options, { learningRate, steps }) => {
    const step = Math.floor(steps / 2);
    if (step === 0) return [];
    return [{ option: 'gamma', axis: 'rate', step, factor: 1 / learningRate, power: 1 / step }];
  },
  learningRate: (step, { learningRate }, { gamma }) => learningRate * gamma ** step,
};
